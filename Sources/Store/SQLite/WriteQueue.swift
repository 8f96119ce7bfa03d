import GRDB
import Synchronization

/// Lets those who wait to write share one wait for the disk.
///
/// While one group of transactions is being made durable, the next one gathers. Each transaction
/// has its savepoint: one that throws leaves the others alone, and nobody is answered before the
/// commit of the whole group. What they append to the register is written at its end.
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
      while let group = self.next() { Self.commit(group, on: database) }
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

  private static func commit(_ group: [Turn], on database: GRDB.Database) {
    var failures: [(any Error)?] = Array(repeating: nil, count: group.count)
    do {
      try database.inTransaction(.immediate) {
        var appended = Appended()
        for (index, turn) in group.enumerated() {
          let connection = SQLiteConnection(database, after: appended)
          do {
            try database.inSavepoint {
              try turn.run(connection)
              return .commit
            }
            appended = connection.appended
          } catch {
            // A full or failing disk ends the whole transaction, not this savepoint alone.
            guard database.isInsideTransaction else { throw error }
            failures[index] = error
          }
        }
        try SQLiteConnection(database, after: appended).release()
        return .commit
      }
    } catch {
      failures = Array(repeating: error, count: group.count)
    }
    for (turn, failure) in zip(group, failures) { turn.finish(failure) }
  }
}
