import FoundationEssentials
import GRDB

/// A connection of the pool, for the time of one transaction.
final class SQLiteConnection: Connection {
  private let database: GRDB.Database
  private(set) var firstFault: StoreFault?

  init(_ database: GRDB.Database) {
    self.database = database
  }

  var dialect: Dialect { .sqlite }

  func rows<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value] {
    try run(sql, values) { statement, arguments in
      let results = try GRDB.Row.fetchCursor(statement, arguments: arguments)
      let cursor = SQLiteCursor()
      var mapped: [Value] = []
      while let row = try results.next() {
        cursor.row = row
        mapped.append(try cursor.map(map))
      }
      return mapped
    }
  }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try run(sql, values) { statement, arguments in
      try statement.execute(arguments: arguments)
      return database.changesCount
    }
  }

  private func run<Value>(
    _ sql: String, _ values: [SQLValue], _ body: (Statement, StatementArguments) throws -> Value
  ) throws -> Value {
    do {
      try SQLValue.check(values)
      let statement = try database.cachedStatement(sql: SQLiteConnection.numbered(sql))
      return try body(statement, StatementArguments(values.map(\.databaseValue)))
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

private final class SQLiteCursor: RowCursor {
  var row = GRDB.Row()
  var fault: StoreFault?

  func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }

  func integer(_ column: Int) -> Int64? {
    guard case .int64(let value) = storage(column) else { return nil }
    return value
  }

  func text(_ column: Int) -> String? {
    guard case .string(let value) = storage(column) else { return nil }
    return value
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard case .blob(let value) = storage(column) else { return nil }
    return Array(value)
  }

  private func storage(_ column: Int) -> DatabaseValue.Storage {
    (row[column] as DatabaseValue).storage
  }
}
