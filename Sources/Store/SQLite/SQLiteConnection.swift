import FoundationEssentials
import GRDB
import GRDBSQLite

/// A connection of the pool, for the time of one transaction.
final class SQLiteConnection: Connection {
  private let database: GRDB.Database
  private(set) var firstFault: StoreFault?
  var appended: Appended
  private var hasWritten = false
  private let additionsBefore: Int

  init(_ database: GRDB.Database, after appended: Appended = Appended()) {
    self.database = database
    self.appended = appended
    additionsBefore = appended.additions
  }

  /// What was done here cannot be left out without undoing the transaction.
  var hasTrace: Bool {
    hasWritten || firstFault != nil || appended.additions != additionsBefore
  }

  var dialect: Dialect { .sqlite }

  func fetch<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value] {
    try run(sql, values) { statement, arguments in
      let results = try GRDB.Row.fetchCursor(statement, arguments: arguments)
      let cursor = SQLiteCursor(statement.sqliteStatement)
      var mapped: [Value] = []
      while try results.next() != nil { mapped.append(try cursor.map(map)) }
      return mapped
    }
  }

  func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
    hasWritten = true
    return try change(sql, values)
  }

  func post(_ sql: String, _ values: [SQLValue]) throws { _ = try run(sql, values) }

  func post(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws {
    guard try run(sql, values) == rows else { throw otherwise }
  }

  func post(_ sql: String, each rows: [[SQLValue]], otherwise: StoreFault?) throws {
    for row in rows where try change(sql, row) != 1 {
      if let otherwise { throw otherwise }
    }
  }

  private func change(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try run(sql, values) { statement, arguments in
      try statement.execute(arguments: arguments)
      return database.changesCount
    }
  }

  func hear() throws {}

  private func run<Value>(
    _ sql: String, _ values: [SQLValue], _ body: (Statement, StatementArguments) throws -> Value
  ) throws -> Value {
    do {
      try SQLValue.check(values)
      let statement = try database.cachedStatement(sql: SQLiteConnection.numbered(sql))
      return try body(statement, StatementArguments(values.map { $0.databaseValue }))
    } catch let error as DatabaseError {
      let fault = StoreFault(error)
      firstFault = firstFault ?? fault
      throw fault
    } catch let fault as StoreFault {
      firstFault = firstFault ?? fault
      throw fault
    }
  }

  /// `$2` is a name to SQLite, numbered by appearance; `?2` is the second value.
  private static func numbered(_ sql: String) -> String {
    let bytes = sql.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SQLValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .integer(let value): value.databaseValue
    case .text(let value): value.databaseValue
    case .blob(let value): value.withUnsafeBytes { Data($0) }.databaseValue
    case .null: .null
    }
  }
}

/// Reads SQLite's own columns: a verification reads millions.
private final class SQLiteCursor: RowCursor {
  private let statement: SQLiteStatement
  var fault: StoreFault?

  init(_ statement: SQLiteStatement) {
    self.statement = statement
  }

  func isNull(_ column: Int) -> Bool { has(SQLITE_NULL, column) }

  func integer(_ column: Int) -> Int64? {
    has(SQLITE_INTEGER, column) ? sqlite3_column_int64(statement, Int32(column)) : nil
  }

  func text(_ column: Int) -> String? {
    guard has(SQLITE_TEXT, column) else { return nil }
    let start = sqlite3_column_text(statement, Int32(column))
    return String(decoding: bytes(column, from: start), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8]? { withBlob(column) { Array($0) } }

  func withBlob<Value>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    guard has(SQLITE_BLOB, column) else { return nil }
    return body(bytes(column, from: sqlite3_column_blob(statement, Int32(column))))
  }

  /// Before any conversion.
  private func has(_ type: Int32, _ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == type
  }

  /// Valid until the next row; empty bytes start nowhere.
  private func bytes(_ column: Int, from start: UnsafeRawPointer?) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, Int32(column))))
  }
}
