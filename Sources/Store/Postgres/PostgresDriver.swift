import Synchronization

/// A fixed set of connections to a server: readers are handed one in the order they ask, writers
/// share another.
final class PostgresDriver: Driver {
  private struct Lanes {
    var idle: [PostgresLane]
    var waiting: [CheckedContinuation<PostgresLane, Never>] = []
  }

  private static let laneCount = 4

  private let lanes: Mutex<Lanes>
  private let writer: PostgresWriter

  init(location: Location) {
    writer = PostgresWriter(lane: PostgresLane(location: location, number: 0))
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

  func write<Result: Sendable>(
    under command: Command?, _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let outcome = Outcome<Result>()
      writer.add(
        PostgresWriter.Turn(command: command) { connection in
          let value = try body(connection)
          outcome.value.withLock { $0 = value }
        } finish: {
          continuation.resume(with: outcome.result(after: $0))
        })
    }
  }

  func close() async throws {
    await writer.close()
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
