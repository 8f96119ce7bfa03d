import Maintenance
import Store

/// What the schedule says of a register that does not hold.
struct NightlyDifference: Error, CustomStringConvertible {
  let description: String
}

extension Operations {
  /// Hours of Paris in which everything is verified once a night.
  static let night = 2..<5
  /// After which another node takes over from one that never ended.
  static let nightlyLease = 3600

  /// Once a night, by one node of several; throws what does not hold.
  func verifyNightly() async throws {
    let instant = now()
    let (day, second) = Zone.paris.local(instant)
    guard Operations.night.contains(second / 3600),
      try await database.claimVerification(
        of: day, at: instant, seconds: Operations.nightlyLease)
    else { return }
    let report = try await verify()
    let found = NightlyVerification(
      at: now(), entries: report.entries, states: report.store.states,
      differenceCount: report.differenceCount, differences: report.differences)
    try await database.keep(found, of: day, claimed: instant)
    guard !report.isSound else { return }
    let first = report.differences.first ?? ""
    throw NightlyDifference(description: "\(report.differenceCount) differences, first: \(first)")
  }
}
