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
    try guarded {
      let statement = try prepared(sql)
      defer { sqlite3_reset(statement) }
      try bind(values, to: statement)
      let cursor = SQLiteCursor(statement)
      var mapped: [Value] = []
      while try step(statement) { mapped.append(try cursor.map(map)) }
      return mapped
    }
  }

  func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
    hasWritten = true
    return try guarded { try change(try prepared(sql), values) }
  }

  func post(_ sql: String, _ values: [SQLValue]) throws { _ = try run(sql, values) }

  func post(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws {
    guard try run(sql, values) == rows else { throw otherwise }
  }

  func post(_ sql: String, each rows: [[SQLValue]], otherwise: StoreFault?) throws {
    try guarded {
      let statement = try prepared(sql)
      for row in rows where try change(statement, row) != 1 {
        if let otherwise { throw otherwise }
      }
    }
  }

  private func change(_ statement: SQLiteStatement, _ values: [SQLValue]) throws -> Int {
    defer { sqlite3_reset(statement) }
    try bind(values, to: statement)
    // Some failures undo the transaction: what came after would stand alone.
    guard sqlite3_get_autocommit(database.sqliteConnection) == 0 else {
      throw StoreFault.refused(reason: "the transaction was undone")
    }
    while try step(statement) {}
    return database.changesCount
  }

  func hear() throws {}

  private func guarded<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      let fault = StoreFault(error)
      firstFault = firstFault ?? fault
      throw fault
    } catch let fault as StoreFault {
      firstFault = firstFault ?? fault
      throw fault
    }
  }

  /// Kept by the connection from one act to the next. `$2` is a name to SQLite, numbered by
  /// appearance; `?2` is the second value.
  private func prepared(_ sql: String) throws -> SQLiteStatement {
    var sql = sql
    let numbered = sql.withUTF8 { text in
      String(unsafeUninitializedCapacity: text.count) { places in
        for index in text.indices {
          places[index] = text[index] == UInt8(ascii: "$") ? UInt8(ascii: "?") : text[index]
        }
        return text.count
      }
    }
    return try database.cachedStatement(sql: numbered).sqliteStatement
  }

  /// False when there are no more rows.
  private func step(_ statement: SQLiteStatement) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) })
  }

  /// By SQLite's own calls: an act binds a hundred values.
  private func bind(_ values: [SQLValue], to statement: SQLiteStatement) throws {
    try SQLValue.check(values)
    guard sqlite3_bind_parameter_count(statement) == values.count else {
      throw StoreFault.refused(reason: "a statement with a value for each of its places")
    }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .integer(let value): sqlite3_bind_int64(statement, place, value)
        case .text(let text): SQLiteConnection.bind(text, to: statement, place)
        case .blob(let bytes): SQLiteConnection.bind(bytes, to: statement, place)
        case .null: sqlite3_bind_null(statement, place)
        }
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  /// SQLite keeps a copy.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private static func bind(_ text: String, to statement: SQLiteStatement, _ place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // An empty text may start nowhere, which would be none.
      bytes.isEmpty
        ? sqlite3_bind_text(statement, place, "", 0, copied)
        : bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied)
        }
    }
  }

  private static func bind(
    _ bytes: [UInt8], to statement: SQLiteStatement, _ place: Int32
  ) -> Int32 {
    guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
    return bytes.withUnsafeBytes {
      sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), copied)
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
