import Maintenance
import Store
import Synchronization

/// When contracts promise somebody on call, as they were last read: the page of today asks for it
/// at each look, and reading it costs a question for each contract.
final class OnCallPromises: Sendable {
  struct Promise {
    var line: AgreementLine
    var spans: [TimeSpan]
  }

  /// All that a reading rests on; versions come into force at a contract's midnight, on the hour.
  struct Key: Hashable {
    var agreements: AgreementsMark
    var days: ClosedRange<Day>
    var hour: Int64
  }

  private let last = Mutex<(key: Key, promises: [Promise])?>(nil)

  func kept(_ key: Key, _ read: () throws -> [Promise]) throws -> [Promise] {
    if let last = last.withLock(\.self), last.key == key { return last.promises }
    let promises = try read()
    last.withLock { $0 = (key, promises) }
    return promises
  }
}
