import GRDB
import Synchronization

/// Lets those who wait to write share one wait for the disk.
///
/// While one group of transactions is being made durable, the next one gathers. One that throws
/// leaves the others alone, and nobody is answered before the commit of the whole group. What they
/// append to the register is written at its end.
final class WriteQueue: Sendable {
  struct Turn: Sendable {
    let run: @Sendable (SQLiteConnection) throws -> Void
    /// Told once, after the commit, with what went wrong.
    let finish: @Sendable ((any Error)?) -> Void
  }

  private struct State {
    var waiting: [Turn] = []
    var isDraining = false
  }

  /// Keeps a group's time, and with it everybody's wait, within bounds.
  private static let largestGroup = 64

  private let state = Mutex(State())
  /// Heads as the last commit left them: no other process writes this file.
  private let kept = Mutex(Appended())
  private let pool: DatabasePool

  init(_ pool: DatabasePool) {
    self.pool = pool
  }

  func add(_ turn: Turn) {
    let mustDrain = state.withLock { state in
      state.waiting.append(turn)
      defer { state.isDraining = true }
      return !state.isDraining
    }
    guard mustDrain else { return }
    pool.asyncWriteWithoutTransaction { database in
      while let group = self.next() { self.commit(group, on: database) }
    }
  }

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

  /// Acts that are refused have mostly written nothing: only when one did is the group undone, and
  /// done again with a savepoint for each.
  private func commit(_ group: [Turn], on database: GRDB.Database) {
    let failures: [(any Error)?]
    do {
      do {
        failures = try attempt(group, on: database, isGuarded: false)
      } catch is Trace {
        failures = try attempt(group, on: database, isGuarded: true)
      }
    } catch {
      failures = Array(repeating: error, count: group.count)
    }
    for (turn, failure) in zip(group, failures) { turn.finish(failure) }
  }

  /// Somebody of a group failed after having written.
  private struct Trace: Error {}

  /// Gives what was thrown by those who left no trace.
  private func attempt(
    _ group: [Turn], on database: GRDB.Database, isGuarded: Bool
  ) throws -> [(any Error)?] {
    var failures: [(any Error)?] = Array(repeating: nil, count: group.count)
    // What a failure leaves in memory is not what the file says.
    var appended = kept.withLock { kept in
      defer { kept = Appended() }
      return kept
    }
    try Self.inTransaction(on: database) {
      for (index, turn) in group.enumerated() {
        let connection = SQLiteConnection(database, after: appended)
        do {
          if isGuarded {
            try database.inSavepoint {
              try turn.run(connection)
              return .commit
            }
          } else {
            try turn.run(connection)
          }
          appended = connection.appended
        } catch {
          // A full or failing disk ends the whole transaction, not this turn alone.
          guard database.isInsideTransaction, group.count > 1 else { throw error }
          failures[index] = error
          guard !isGuarded else { continue }
          guard !connection.hasTrace else { throw Trace() }
          // To read the register, it may have sent what those before it had left to be sent.
          appended = connection.appended
        }
      }
      let connection = SQLiteConnection(database, after: appended)
      try connection.release()
      if appended.unsettled > UnsettledWords.most {
        try Self.settleWords(of: connection, on: database)
      }
      appended = connection.appended
    }
    kept.withLock { $0 = appended.kept }
    return failures
  }

  /// An index that is damaged keeps no act from being recorded: its tickets go on waiting, which
  /// verifying tells.
  private static func settleWords(
    of connection: SQLiteConnection, on database: GRDB.Database
  ) throws {
    do {
      try database.inSavepoint {
        connection.appended.unsettled = try connection.settleWords(beyond: UnsettledWords.most)
        return .commit
      }
    } catch {
      guard database.isInsideTransaction else { throw error }
      connection.appended.unsettled = 0
    }
  }

  /// As the pool's own, whose statements are prepared anew for each act.
  private static func inTransaction(
    on database: GRDB.Database, _ body: () throws -> Void
  ) throws {
    try database.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
    do {
      try body()
      guard database.isInsideTransaction else {
        throw StoreFault.refused(reason: "the transaction was undone")
      }
      try database.cachedStatement(sql: "COMMIT").execute()
    } catch {
      // What failed first is what is told; a transaction that stays open refuses the next one.
      do { try database.rollback() } catch {}
      throw error
    }
  }
}
