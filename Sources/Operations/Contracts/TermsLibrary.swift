import ContractSource
import Maintenance
import Store
import Synchronization

/// The terms of versions already read, by digest and number: a text never changes, so what is
/// read once stays true.
final class TermsLibrary: Sendable {
  private struct Key: Hashable {
    var sha256: String
    var version: Int
  }

  private let kept = Mutex<[Key: Terms]>([:])
  /// Versions kept before all are let go.
  private static let capacity = 2000

  /// The terms of a version, read from the store's text the first time.
  func terms(of version: ContractVersion, in reader: Reader) throws -> Terms {
    let key = Key(sha256: version.sha256, version: version.number)
    if let terms = kept.withLock({ $0[key] }) { return terms }
    guard let source = try reader.contractText(sha256: version.sha256) else {
      throw Missing.version
    }
    let terms = Terms(read(source, named: version.sha256).contract, version: version.number)
    kept.withLock {
      if $0.count >= TermsLibrary.capacity { $0 = [:] }
      $0[key] = terms
    }
    return terms
  }
}
