/// One transaction's hold on an engine. SQL is in the tongue common to both, with `$1`, `$2`…
protocol Connection: AnyObject {
  var dialect: Dialect { get }
  /// The first statement that failed: whoever swallows it cannot commit, on either engine.
  var firstFault: StoreFault? { get }

  /// All rows, in order. `map` must not query.
  func rows<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value]

  /// Runs one statement; gives how many rows it changed.
  @discardableResult
  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

  /// Runs one statement whose result nobody needs; over a network, what goes wrong may be thrown
  /// by a later call, and by the commit at the latest.
  func send(_ sql: String, _ values: [SQLValue]) throws

  /// The same, where changing another number of rows fails with `otherwise`.
  func send(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws
}

/// Where the engines' tongues differ.
enum Dialect: Sendable {
  case sqlite
  case postgres

  /// Ends a query whose rows are to be changed; SQLite has one writer at a time anyway.
  var forUpdate: String {
    switch self {
    case .sqlite: ""
    case .postgres: " FOR UPDATE"
    }
  }

  /// Replaces `{integer}`, `{blob}` and `{strict}` in a statement of a migration.
  func worded(_ statement: String) -> String {
    let words =
      switch self {
      case .sqlite: (integer: "INTEGER", blob: "BLOB", strict: "STRICT")
      case .postgres: (integer: "bigint", blob: "bytea", strict: "")
      }
    return statement.replacing("{integer}", with: words.integer)
      .replacing("{blob}", with: words.blob).replacing("{strict}", with: words.strict)
  }
}
