import Synchronization

/// A fixed set of connections to a server, handed out in the order they are asked for.
final class PostgresDriver: Driver {
  private struct Lanes {
    var idle: [PostgresLane]
    var waiting: [CheckedContinuation<PostgresLane, Never>] = []
  }

  private static let laneCount = 4

  private let lanes: Mutex<Lanes>

  init(location: Location) {
    lanes = Mutex(
      Lanes(idle: (1...Self.laneCount).map { PostgresLane(location: location, number: $0) }))
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    let lane = await take()
    defer { give(lane) }
    return try await lane.transact("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  /// A transaction that PostgreSQL sacrificed to another runs once more.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    let lane = await take()
    defer { give(lane) }
    let begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    do {
      return try await lane.transact(begin, body)
    } catch StoreFault.contention {
      return try await lane.transact(begin, body)
    }
  }

  func close() async throws {
    for _ in 1...Self.laneCount { await take().close() }
  }

  private func take() async -> PostgresLane {
    await withCheckedContinuation { continuation in
      let lane = lanes.withLock { lanes -> PostgresLane? in
        guard let lane = lanes.idle.popLast() else {
          lanes.waiting.append(continuation)
          return nil
        }
        return lane
      }
      if let lane { continuation.resume(returning: lane) }
    }
  }

  private func give(_ lane: PostgresLane) {
    let next = lanes.withLock { lanes -> CheckedContinuation<PostgresLane, Never>? in
      guard lanes.waiting.isEmpty else { return lanes.waiting.removeFirst() }
      lanes.idle.append(lane)
      return nil
    }
    next?.resume(returning: lane)
  }
}
