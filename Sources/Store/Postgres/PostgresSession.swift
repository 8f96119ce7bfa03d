import CPostgres

/// One libpq connection, used by one thread at a time.
final class PostgresSession: Connection {
  private let link: OpaquePointer
  /// Names of prepared statements by their SQL: as many as the product has statements.
  private var prepared: [String: String] = [:]
  private(set) var firstFault: StoreFault?

  init(_ location: Location) throws {
    guard case .postgres(let url) = location else {
      preconditionFailure("not a server: \(location)")
    }
    // What comes before the address is a default that the address may change.
    let settings = [
      ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
      ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
      ("fallback_application_name", "diligence"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    let opened = PostgresSession.withTexts(settings.map(\.0)) { names in
      PostgresSession.withTexts(settings.map(\.1)) { PQconnectdbParams(names, $0, 1) }
    }
    guard let opened else { throw StoreFault.unreachable(server: "\(location)", reason: "memory") }
    link = opened
    guard PQstatus(link) == CONNECTION_OK else {
      throw StoreFault.unreachable(server: "\(location)", reason: message)
    }
    try command(
      """
      SET client_min_messages = error; SET synchronous_commit = on; SET statement_timeout = '30s';
      SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'
      """)
    try checkDurable()
  }

  // Also when `init` throws after `link` is set.
  deinit { PQfinish(link) }

  var dialect: Dialect { .postgres }

  func forgetFaults() { firstFault = nil }

  /// Runs a command that takes no value and gives no row.
  func command(_ sql: String) throws {
    let result = try checked(PQexec(link, sql))
    PQclear(result)
  }

  /// Durable once this returns.
  func commit() throws {
    let result: OpaquePointer
    do {
      result = try checked(PQexec(link, "COMMIT"))
    } catch {
      guard case .connectionLost(let reason) = error else { throw error }
      throw StoreFault.outcomeUnknown(reason: reason)
    }
    defer { PQclear(result) }
    // A transaction in which a statement failed answers a commit by ROLLBACK, without an error.
    guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
      throw StoreFault.refused(reason: "the transaction had failed")
    }
  }

  func rows<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value] {
    try noting {
      let result = try run(sql, values)
      let cursor = PostgresCursor(result)
      defer { PQclear(result) }
      var mapped: [Value] = []
      for row in 0..<PQntuples(result) {
        cursor.row = row
        mapped.append(try cursor.map(map))
      }
      return mapped
    }
  }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try noting {
      let result = try run(sql, values)
      defer { PQclear(result) }
      return Int(String(cString: PQcmdTuples(result))) ?? 0
    }
  }

  private func noting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as StoreFault {
      firstFault = firstFault ?? fault
      throw fault
    }
  }

  private func run(_ sql: String, _ values: [SQLValue]) throws -> OpaquePointer {
    try SQLValue.check(values)
    let name = try prepare(sql)
    return try checked(
      PostgresParameters(values).withPointers { pointers, lengths, formats in
        PQexecPrepared(link, name, Int32(values.count), pointers, lengths, formats, 0)
      })
  }

  private func prepare(_ sql: String) throws -> String {
    if let name = prepared[sql] { return name }
    let name = "s\(prepared.count)"
    PQclear(try checked(PQprepare(link, name, sql, 0, nil)))
    prepared[sql] = name
    return name
  }

  /// Passes a good result through; clears a bad one and throws what it says.
  private func checked(_ result: OpaquePointer?) throws(StoreFault) -> OpaquePointer {
    let status = PQresultStatus(result)
    if let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
    defer { PQclear(result) }
    let field = PQresultErrorField(result, Int32(UInt8(ascii: "C")))
    let code = field.map { String(cString: $0) } ?? ""
    switch code {
    // Serialization failure, deadlock, lock timeout.
    case "40001", "40P01", "55P03": throw .contention(reason: message)
    case "23505": throw .conflict(reason: message)
    case "53100": throw .diskFull(reason: message)
    default:
      // A server that shuts down says so (57P01…) before the line goes dead.
      guard PQstatus(link) == CONNECTION_OK, !code.hasPrefix("57P") else {
        throw .connectionLost(reason: message)
      }
      throw .refused(reason: message)
    }
  }

  private func checkDurable() throws {
    let expected = [
      ("synchronous_commit", "on"), ("fsync", "on"), ("full_page_writes", "on"),
      ("server_encoding", "UTF8"),
    ]
    for (setting, wanted) in expected {
      let value = try rows("SELECT current_setting($1)", [.text(setting)]) { $0.text(0) }.first
      guard value == wanted else {
        throw StoreFault.notDurable(setting: setting, value: value ?? "unknown")
      }
    }
  }

  /// What libpq says last, on one line.
  private var message: String {
    String(cString: PQerrorMessage(link)).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func withTexts<Value>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
  ) -> Value {
    var bytes: [CChar] = []
    let starts = texts.map { text in
      defer { bytes += text.utf8CString }
      return bytes.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var pointers = starts.map { start in buffer.baseAddress.map { $0 + start } }
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { array in
        guard let address = array.baseAddress else {
          preconditionFailure("never empty: it ends by nil")
        }
        return body(address)
      }
    }
  }
}
