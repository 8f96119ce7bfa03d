import Synchronization

/// Lets those who wait to write share one transaction, and so one wait for the server's disk.
///
/// Every transaction that writes takes the register's lock first, whatever the node: the heads of
/// logs are then never waited for in two orders. Who throws before having written leaves the group
/// alone; otherwise the group is undone whole, and done again without those who failed, who then
/// run alone. Nobody is answered before the commit.
final class PostgresWriter: Sendable {
  struct Turn: Sendable {
    let command: Command?
    let run: @Sendable (PostgresSession) throws -> Void
    /// Told once, after the commit, with what went wrong.
    let finish: @Sendable ((any Error)?) -> Void
  }

  private struct State {
    var waiting: [Turn] = []
    var isDraining = false
  }

  /// Why a group was undone, and whose fault it was.
  private struct Failure: Error {
    let reason: any Error
    let culprits: Set<Int>
  }

  private static let largestGroup = 64
  /// Then each of a group that goes on failing runs alone.
  private static let mostAttempts = 4

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
    Task {
      while let group = next() {
        await commit(group, attempts: Self.mostAttempts)
        // Those just answered may have their next act at hand: it then joins the next group.
        await Task.yield()
      }
    }
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

  private func commit(_ group: [Turn], attempts: Int) async {
    do {
      let refusals = try await transact(group)
      for (index, turn) in group.enumerated() { turn.finish(refusals[index]) }
    } catch {
      let failure = error as? Failure ?? Failure(reason: error, culprits: [])
      let isOfAll = (failure.reason as? StoreFault)?.isOfConnection == true
      if group.count == 1 || isOfAll {
        for turn in group { turn.finish(failure.reason) }
        return
      }
      var alone = Array(group.indices)
      if attempts > 1, !failure.culprits.isEmpty, failure.culprits.count < group.count {
        alone.removeAll { !failure.culprits.contains($0) }
        let others = group.indices.filter { !failure.culprits.contains($0) }
        await commit(others.map { group[$0] }, attempts: attempts - 1)
      }
      for index in alone { await commit([group[index]], attempts: 1) }
    }
  }

  /// A transaction that PostgreSQL sacrificed to another runs once more.
  private func transact(_ group: [Turn]) async throws -> [Int: any Error] {
    do {
      return try await attempt(group)
    } catch StoreFault.contention {
      return try await attempt(group)
    } catch let failure as Failure {
      guard case StoreFault.contention = failure.reason else { throw failure }
      return try await attempt(group)
    }
  }

  /// Gives what was thrown by those who left no trace.
  private func attempt(_ group: [Turn]) async throws -> [Int: any Error] {
    try await lane.transact("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE") { session in
      try session.open(for: group.compactMap(\.command))
      var refusals: [Int: any Error] = [:]
      do {
        for (index, turn) in group.enumerated() {
          session.begin(turn: index)
          do {
            try turn.run(session)
          } catch {
            guard !session.hasTrace else { throw error }
            refusals[index] = error
          }
          if let fault = session.firstFault { throw fault }
        }
        try session.settle(isOfMany: group.count > 1)
      } catch StoreFault.connectionLost(let reason) {
        throw StoreFault.connectionLost(reason: reason)
      } catch {
        throw Failure(reason: error, culprits: session.culprits)
      }
      return refusals
    }
  }
}
