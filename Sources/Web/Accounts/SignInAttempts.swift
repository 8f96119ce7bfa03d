import Maintenance
import Synchronization

/// Slows down who guesses passwords: ten attempts an address in a quarter of an hour, then none.
///
/// Kept by the process, and bounded: when too many addresses are tried the oldest are forgotten.
final class SignInAttempts: Sendable {
  private let tried = Mutex<[String: [Instant]]>([:])
  private static let most = 10
  private static let window = 900
  private static let mostAddresses = 10_000

  func mayTry(_ email: String, at now: Instant) -> Bool {
    tried.withLock { tried in
      let recent = (tried[email] ?? []).filter { now - $0 < SignInAttempts.window }
      guard recent.count < SignInAttempts.most else { return false }
      if tried.count >= SignInAttempts.mostAddresses {
        tried = tried.filter { $0.value.contains { now - $0 < SignInAttempts.window } }
        if tried.count >= SignInAttempts.mostAddresses { return false }
      }
      tried[email] = recent + [now]
      return true
    }
  }

  func forget(_ email: String) {
    tried.withLock { $0[email] = nil }
  }
}
