import Synchronization

/// Lets those who wait to write share one transaction, and so one wait for the server's disk.
///
/// Every transaction that writes takes the register's lock first, whatever the node: the heads of
/// logs are then never waited for in two orders. A group in which one fails is undone whole, and
/// each then runs alone: whoever fails fails alone.
final class PostgresWriter: Sendable {
  struct Turn: Sendable {
    let run: @Sendable (any Connection) throws -> Void
    /// Told once, after the commit, with what went wrong.
    let finish: @Sendable ((any Error)?) -> Void
  }

  private struct State {
    var waiting: [Turn] = []
    var isDraining = false
  }

  private static let largestGroup = 64
  /// Of all advisory locks, the one of whoever writes ("diligenc" in ASCII).
  private static let lock: Int64 = 0x6469_6C69_6765_6E63

  private let state = Mutex(State())
  private let lane: PostgresLane

  init(lane: PostgresLane) {
    self.lane = lane
  }

  func add(_ turn: Turn) {
    let mustDrain = state.withLock { state in
      state.waiting.append(turn)
      defer { state.isDraining = true }
      return !state.isDraining
    }
    guard mustDrain else { return }
    Task { while let group = next() { await commit(group) } }
  }

  func close() async { await lane.close() }

  private func next() -> [Turn]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isDraining = false
        return nil
      }
      let group = Array(state.waiting.prefix(Self.largestGroup))
      state.waiting.removeFirst(group.count)
      return group
    }
  }

  private func commit(_ group: [Turn]) async {
    do {
      try await transact(group)
      for turn in group { turn.finish(nil) }
    } catch {
      guard group.count > 1, !Self.isOfAll(error) else {
        for turn in group { turn.finish(error) }
        return
      }
      for turn in group { await commit([turn]) }
    }
  }

  /// What went wrong with the server, not with one of the group.
  private static func isOfAll(_ error: any Error) -> Bool {
    switch error {
    case StoreFault.outcomeUnknown, StoreFault.connectionLost, StoreFault.unreachable: true
    default: false
    }
  }

  /// A transaction that PostgreSQL sacrificed to another runs once more.
  private func transact(_ group: [Turn]) async throws {
    do {
      try await attempt(group)
    } catch StoreFault.contention {
      try await attempt(group)
    }
  }

  private func attempt(_ group: [Turn]) async throws {
    try await lane.transact("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE") { connection in
      try connection.send("SELECT pg_advisory_xact_lock($1)", [.integer(Self.lock)])
      for turn in group { try turn.run(connection) }
    }
  }
}
