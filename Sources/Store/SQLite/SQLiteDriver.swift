import GRDB
import Synchronization

/// The embedded engine: one file, one writing connection, readers that never wait for it.
final class SQLiteDriver: Driver {
  private let pool: DatabasePool
  private let writers: WriteQueue
  private let lock: FileLock

  init(path: String) throws {
    lock = try FileLock(besides: path)
    var configuration = Configuration()
    configuration.label = "diligence"
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try database.execute(sql: "PRAGMA cell_size_check = ON")
      // In KiB, of each connection that reads: among a million tickets a list of fifty looks at a
      // thousand pages, twice what the engine keeps unless it is told, and read them all each time.
      try database.execute(sql: "PRAGMA cache_size = -8192")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction(SQLiteDriver.makeDurable)
      writers = WriteQueue(pool)
    } catch let error as DatabaseError {
      throw StoreFault(opening: path, error)
    }
  }

  /// Opening a pool lowers `synchronous` to NORMAL, which forgets acknowledged transactions when
  /// the power goes: it is raised once the pool is open, and read back.
  private static func makeDurable(_ database: GRDB.Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    // In KiB, of the connection that writes: with less, acts read the upper pages of indexes again.
    try database.execute(sql: "PRAGMA cache_size = -16384")
    // Debian's SQLite overwrites even the pages that it frees, which no act needs: what is erased
    // leaves the file whole, when it is made anew (`compact`).
    try database.execute(sql: "PRAGMA secure_delete = FAST")
    // In pages, as far as one look-up in the log's index goes: an act writes some of the same pages
    // as the ones before it, which come to the file once.
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    // What a savepoint keeps to undo itself needs no file.
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    for (setting, expected) in [("synchronous", "2"), ("journal_mode", "wal")] {
      let value = try String.fetchOne(database, sql: "PRAGMA \(setting)") ?? "unknown"
      guard value == expected else { throw StoreFault.notDurable(setting: setting, value: value) }
    }
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    do {
      return try await pool.read { try body(SQLiteConnection($0)) }
    } catch let error as DatabaseError {
      throw StoreFault(error)
    }
  }

  func write<Result: Sendable>(
    under command: Command?, _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let outcome = Outcome<Result>()
      writers.add(
        WriteQueue.Turn { connection in
          let value = try body(connection)
          if let fault = connection.firstFault { throw fault }
          outcome.value.withLock { $0 = value }
        } finish: { failure in
          let fault = (failure as? DatabaseError).map { StoreFault($0) }
          continuation.resume(with: outcome.result(after: fault ?? failure))
        })
    }
  }

  func compact() async throws {
    do {
      try await pool.writeWithoutTransaction { database in
        // Removed words stay in the index until its pieces are joined.
        try database.execute(sql: "INSERT INTO ticket_words (ticket_words) VALUES ('optimize')")
        // A copy of the whole database has no place in memory.
        try database.execute(sql: "PRAGMA temp_store = FILE")
        try database.execute(sql: "VACUUM")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        _ = try database.checkpoint(.truncate)
      }
    } catch let error as DatabaseError {
      throw StoreFault(error)
    }
  }

  func close() async throws {
    try pool.close()
    lock.release()
  }
}

extension StoreFault {
  init(opening path: String, _ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self = .unwritable(path: path, reason: error.message ?? error.resultCode.description)
    default: self.init(error)
    }
  }

  init(_ error: DatabaseError) {
    BrokenDisk.stop(if: error)
    let reason = error.message ?? error.resultCode.description
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      self = .conflict(reason: reason)
    default:
      switch error.resultCode {
      case .SQLITE_BUSY: self = .contention(reason: reason)
      case .SQLITE_FULL: self = .diskFull(reason: reason)
      default: self = .refused(reason: reason)
      }
    }
  }
}
