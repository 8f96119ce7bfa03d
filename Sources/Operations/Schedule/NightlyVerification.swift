package import Maintenance
import Synchronization

/// The last verification that the schedule made, kept by the process that made it.
package struct NightlyVerification: Sendable {
  package var at: Instant
  package var report: VerificationReport
}

/// Where the operations of one process keep it.
final class NightlyResult: Sendable {
  private let kept = Mutex<NightlyVerification?>(nil)

  var last: NightlyVerification? {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }
}

/// What the schedule says of a register that does not hold.
struct NightlyDifference: Error, CustomStringConvertible {
  let description: String
}

extension Operations {
  /// Hours of Paris in which everything is verified once a night.
  static let night = 2..<5

  package var nightlyVerification: NightlyVerification? { nightly.last }

  /// Throws once a night what does not hold.
  func verifyNightly() async throws {
    let instant = now()
    let (day, second) = Zone.paris.local(instant)
    guard Operations.night.contains(second / 3600),
      nightly.last.map({ Zone.paris.day(at: $0.at) != day }) ?? true
    else { return }
    let report = try await verify()
    nightly.last = NightlyVerification(at: instant, report: report)
    guard !report.isSound else { return }
    let first = report.differences.first ?? ""
    throw NightlyDifference(description: "\(report.differenceCount) differences, first: \(first)")
  }
}
