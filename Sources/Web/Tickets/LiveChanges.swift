import Operations
import Store

/// What moved, read from the database once a second at most for all streams of this process: so
/// acts of other nodes are seen as well, and a stream costs no query while nothing moves.
actor LiveChanges {
  private let operations: Operations
  private var kept: (at: ContinuousClock.Instant, state: LiveState)?
  private var reading: Task<LiveState, any Error>?
  private static let freshness = Duration.milliseconds(400)

  init(operations: Operations) {
    self.operations = operations
  }

  func state() async throws -> LiveState {
    if let kept, kept.at.duration(to: .now) < LiveChanges.freshness { return kept.state }
    if let reading { return try await reading.value }
    // Apart from whoever asks first: what is read serves all streams, each of which takes its own.
    let task = Task.detached { [operations] in try await operations.liveState() }
    reading = task
    defer { reading = nil }
    let state = try await task.value
    kept = (.now, state)
    return state
  }
}
