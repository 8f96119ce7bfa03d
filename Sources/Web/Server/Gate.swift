import Hummingbird
import Synchronization

/// Lets a few costly things run at a time, and refuses the others meanwhile.
final class Gate: Sendable {
  private let free: Mutex<Int>

  init(places: Int) {
    free = Mutex(places)
  }

  /// Throws 429 when every place is taken.
  func run<Result>(_ body: () async throws -> Result) async throws -> Result {
    let isFree = free.withLock { count in
      guard count > 0 else { return false }
      count -= 1
      return true
    }
    guard isFree else { throw HTTPError(.tooManyRequests) }
    defer { free.withLock { $0 += 1 } }
    return try await body()
  }
}
