/// One transaction's hold on an engine. SQL is in the tongue common to both, with `$1`, `$2`…
///
/// What an engine must do; others call `rows`, `execute` and `send`.
protocol Connection: AnyObject {
  var dialect: Dialect { get }
  /// The first statement that failed: whoever swallows it cannot commit, on either engine.
  var firstFault: StoreFault? { get }
  /// What goes to the register and has not been sent.
  var appended: Appended { get set }

  func fetch<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value]

  func run(_ sql: String, _ values: [SQLValue]) throws -> Int

  func post(_ sql: String, _ values: [SQLValue]) throws

  func post(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws

  /// Changes a row for each of these: one statement a row on SQLite, on PostgreSQL one with an
  /// array for each column. Where a fault is given, changing fewer fails with it.
  func post(_ sql: String, each rows: [[SQLValue]], otherwise: StoreFault?) throws

  /// Waits for what the engine asked by itself when the transaction began.
  func hear() throws
}

extension Connection {
  /// All rows, in order. `map` must not query.
  func rows<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value] {
    try release(before: sql)
    return try fetch(sql, values, map)
  }

  /// Runs one statement; gives how many rows it changed.
  @discardableResult
  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try release(before: sql)
    defer { forgetHeads(after: sql) }
    return try run(sql, values)
  }

  /// Runs one statement whose result nobody needs; over a network, what goes wrong may be thrown
  /// by a later call, and by the commit at the latest.
  func send(_ sql: String, _ values: [SQLValue]) throws {
    try release(before: sql)
    defer { forgetHeads(after: sql) }
    try post(sql, values)
  }

  /// The same, where changing another number of rows fails with `otherwise`.
  func send(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws {
    try release(before: sql)
    defer { forgetHeads(after: sql) }
    try post(sql, values, changing: rows, otherwise: otherwise)
  }

  private func release(before sql: String) throws {
    if !appended.isSent, Appended.isRegister(in: sql) { try release() }
  }

  private func forgetHeads(after sql: String) {
    if !appended.heads.isEmpty, Appended.isHead(in: sql) { appended.forgetHeads() }
  }
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

  /// PostgreSQL's number for the schema in use: several products may live in one database, each in
  /// its own, and do not wait for each other.
  static let schemaNumber =
    "(SELECT oid::int4 FROM pg_namespace WHERE nspname = current_schema())"

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
