import Hummingbird
import Synchronization

/// Lets a few costly things run at a time; some others wait their turn, and the rest are refused.
final class WaitingLine: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, any Error>] = []
  }

  private let state: Mutex<State>
  private let longest: Int

  init(places: Int, longest: Int) {
    state = Mutex(State(free: places))
    self.longest = longest
  }

  /// Throws 429 when the line is full.
  func run<Value>(_ body: () async throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let outcome = state.withLock { state -> Result<Void, any Error>? in
        if state.free > 0 {
          state.free -= 1
          return .success(())
        }
        guard state.waiting.count < longest else {
          return .failure(HTTPError(.tooManyRequests))
        }
        state.waiting.append(continuation)
        return nil
      }
      if let outcome { continuation.resume(with: outcome) }
    }
    defer { leave() }
    return try await body()
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}
