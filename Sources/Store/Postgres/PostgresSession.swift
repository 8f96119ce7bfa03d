import CPostgres

/// One libpq connection, used by one thread at a time.
///
/// Questions go out in a pipeline: whoever needs an answer waits for all those before it as well,
/// so that a transaction takes three round trips, not one for each statement.
final class PostgresSession: Connection {
  /// Sent, not yet answered.
  private enum Question {
    case preparation(sql: String)
    case query
    /// Changes as many rows as said, or else fails.
    case change(rows: Int, otherwise: StoreFault)
  }

  private let link: OpaquePointer
  /// Names of prepared statements by their SQL: as many as the product has statements.
  private var prepared: [String: String] = [:]
  private var names = 0
  private var asked: [Question] = []
  /// The server has answered since the transaction was begun.
  private(set) var isHeard = false
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
    try set(
      """
      SET client_min_messages = error; SET synchronous_commit = on; SET statement_timeout = '30s';
      SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'
      """)
    guard PQenterPipelineMode(link) == 1 else {
      throw StoreFault.unreachable(server: "\(location)", reason: message)
    }
    try checkDurable()
  }

  // Also when `init` throws after `link` is set.
  deinit { PQfinish(link) }

  var dialect: Dialect { .postgres }

  /// Begins a transaction; the server hears of it with the first question.
  func begin(_ sql: String) throws {
    firstFault = nil
    isHeard = false
    try askPlainly(sql)
  }

  /// What was asked before and not answered is answered first, and taken back.
  func rollBack() throws {
    if !asked.isEmpty {
      do { PQclear(try answer()) } catch let fault as StoreFault {
        if case .connectionLost = fault { throw fault }
      }
    }
    try askPlainly("ROLLBACK")
    PQclear(try answer())
  }

  /// Durable once this returns.
  func commit() throws {
    if asked.contains(where: { if case .change = $0 { true } else { false } }) {
      PQclear(try answer())
    }
    let result: OpaquePointer?
    do {
      try askPlainly("COMMIT")
      result = try answer()
    } catch StoreFault.connectionLost(let reason) {
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
      try ask(sql, values, .query)
      let result = try answer()
      defer { PQclear(result) }
      guard let result else { return [] }
      let cursor = PostgresCursor(result)
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
      try ask(sql, values, .query)
      let result = try answer()
      defer { PQclear(result) }
      return Int(String(cString: PQcmdTuples(result))) ?? 0
    }
  }

  func send(_ sql: String, _ values: [SQLValue]) throws {
    try noting { try ask(sql, values, .query) }
  }

  func send(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws {
    try noting { try ask(sql, values, .change(rows: rows, otherwise: otherwise)) }
  }

  private func noting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as StoreFault {
      firstFault = firstFault ?? fault
      throw fault
    }
  }

  /// Settings, before any pipeline.
  private func set(_ sql: String) throws {
    let result = PQexec(link, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw fault(of: result) }
  }

  private func askPlainly(_ sql: String) throws {
    guard PQsendQueryParams(link, sql, 0, nil, nil, nil, nil, 0) == 1 else {
      throw StoreFault.connectionLost(reason: message)
    }
    asked.append(.query)
  }

  private func ask(_ sql: String, _ values: [SQLValue], _ question: Question) throws {
    try SQLValue.check(values)
    // Answers that nobody reads yet fill the line: some hundred are far from doing so.
    if asked.count >= 128 { PQclear(try answer()) }
    let name = try prepare(sql)
    let isSent = PostgresParameters(values).withPointers { pointers, lengths, formats in
      PQsendQueryPrepared(link, name, Int32(values.count), pointers, lengths, formats, 0)
    }
    guard isSent == 1 else { throw StoreFault.connectionLost(reason: message) }
    asked.append(question)
  }

  private func prepare(_ sql: String) throws -> String {
    if let name = prepared[sql] { return name }
    names += 1
    let name = "s\(names)"
    guard PQsendPrepare(link, name, sql, 0, nil) == 1 else {
      throw StoreFault.connectionLost(reason: message)
    }
    asked.append(.preparation(sql: sql))
    prepared[sql] = name
    return name
  }

  /// Waits for the answers to all questions; gives the last one, or throws the first fault.
  private func answer() throws -> OpaquePointer? {
    defer { asked.removeAll(keepingCapacity: true) }
    guard PQpipelineSync(link) == 1 else { throw StoreFault.connectionLost(reason: message) }
    var last: OpaquePointer?
    var first: StoreFault?
    for question in asked {
      PQclear(last)
      last = PQgetResult(link)
      // Each answer ends by nothing.
      while last != nil, let more = PQgetResult(link) { PQclear(more) }
      let fault = fault(of: last, to: question)
      if fault != nil, case .preparation(let sql) = question { prepared[sql] = nil }
      first = first ?? fault
    }
    let end = PQgetResult(link)
    defer { PQclear(end) }
    if PQresultStatus(end) == PGRES_PIPELINE_SYNC {
      isHeard = true
    } else {
      first = first ?? .connectionLost(reason: message)
    }
    guard let first else { return last }
    PQclear(last)
    throw first
  }

  private func fault(of result: OpaquePointer?, to question: Question) -> StoreFault? {
    switch PQresultStatus(result) {
    case _ where result == nil: return .connectionLost(reason: message)
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      guard case .change(let rows, let otherwise) = question,
        Int(String(cString: PQcmdTuples(result))) != rows
      else { return nil }
      return otherwise
    default: return fault(of: result)
    }
  }

  private func fault(of result: OpaquePointer?) -> StoreFault {
    let field = PQresultErrorField(result, Int32(UInt8(ascii: "C")))
    let code = field.map { String(cString: $0) } ?? ""
    let reason = PostgresSession.line(PQresultErrorMessage(result)) ?? message
    switch code {
    // Serialization failure, deadlock, lock timeout.
    case "40001", "40P01", "55P03": return .contention(reason: reason)
    case "23505": return .conflict(reason: reason)
    case "53100": return .diskFull(reason: reason)
    default:
      // A server that shuts down says so (57P01…) before the line goes dead.
      guard PQstatus(link) == CONNECTION_OK, !code.hasPrefix("57P") else {
        return .connectionLost(reason: reason)
      }
      return .refused(reason: reason)
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

  /// What libpq says last.
  private var message: String { PostgresSession.line(PQerrorMessage(link)) ?? "" }

  /// On one line; nothing when there is no text.
  private static func line(_ text: UnsafePointer<CChar>?) -> String? {
    let line = text.map { String(cString: $0) }?
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    return line?.isEmpty == false ? line : nil
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
