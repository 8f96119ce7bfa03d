import CPostgres

/// One libpq connection, used by one thread at a time.
///
/// Questions go out in a pipeline: whoever needs an answer waits for all those before it as well,
/// so that a transaction takes three round trips, not one for each statement.
final class PostgresSession: Connection {
  /// Of all advisory locks, the one of whoever writes into this schema ("dili" in ASCII).
  private static let writersLock =
    "SELECT pg_advisory_xact_lock(\(0x6469_6C69), \(Dialect.schemaNumber))"
  /// As many as a session remembers from one transaction to the next.
  private static let mostHeads = 10_000

  let link: OpaquePointer
  /// Names of prepared statements by their SQL: as many as the product has statements, one more for
  /// each set of columns that a change sets.
  private var prepared: [String: String] = [:]
  private var names = 0
  private var asked: [PostgresQuestion] = []
  /// The server has answered since the transaction was begun.
  private(set) var isHeard = false
  private(set) var firstFault: StoreFault?
  var appended = Appended()
  /// Heads as the last transaction of this session left them.
  private var lastHeads: [Int64: LogRow] = [:]
  private var turn: Int?
  /// Turns of the group in hand whose statements failed.
  private var failedTurns: Set<Int> = []
  private var additionsBefore = 0
  private var hasWritten = false

  init(_ location: Location) throws {
    link = try Self.connect(to: location)
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
    appended = Appended()
    turn = nil
    failedTurns = []
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

  /// Takes the register's lock for those of a group who write under these commands; the server
  /// hears of it with the first question.
  func open(for commands: [Command]) throws {
    try noting {
      try ask(Self.writersLock, [], .query)
      if let last = lastHeads[LogRow.global] {
        try ask(
          "SELECT \(LogRow.columns) FROM log_head WHERE log = $1 FOR UPDATE",
          [.integer(last.log)], .opening { try $0.hold($1) })
      }
      guard !commands.isEmpty else { return }
      let known = Set(commands.map(\.digest)).map { [SQLValue.blob($0)] }
      try ask(
        "SELECT \(CommandRow.columns) FROM command WHERE digest = ANY($1::bytea[])",
        PostgresParameters(columnsOf: known),
        .opening { session, result in
          for digest in commands.map(\.digest) { session.appended.know(digest, nil) }
          for row in try Self.read(result, CommandRow.init) {
            session.appended.know(row.digest, row.subject)
          }
        }, of: nil)
    }
  }

  /// When the global head is as this session left it, so are all others: each entry moves it.
  private func hold(_ result: OpaquePointer) throws {
    guard let global = try Self.read(result, LogRow.init).first else { return }
    if global == lastHeads[LogRow.global] {
      for head in lastHeads.values { appended.hold(head) }
    } else {
      appended.hold(global)
    }
  }

  /// Of a group, whose statements come next.
  func begin(turn: Int) {
    self.turn = turn
    hasWritten = false
    additionsBefore = appended.additions
  }

  /// The turn in hand cannot be left out without undoing the group.
  var hasTrace: Bool {
    hasWritten || firstFault != nil || appended.additions != additionsBefore
  }

  /// Turns that made the group fail; none when it is nobody's fault.
  var culprits: Set<Int> {
    if firstFault == nil, let turn { return [turn] }
    return failedTurns
  }

  /// Sends what waits, and hears what may yet go wrong: `isOfMany` when somebody wants to know
  /// whose fault that was.
  func settle(isOfMany: Bool = false) throws {
    turn = nil
    try release()
    let mustHear = isOfMany ? !asked.isEmpty : asked.contains(where: \.kind.isChange)
    if mustHear { try noting { PQclear(try answer()) } }
  }

  /// Durable once this returns.
  func commit() throws {
    try settle()
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
    lastHeads = appended.heads.count > Self.mostHeads ? [:] : appended.heads
  }

  func fetch<Value>(
    _ sql: String, _ values: [SQLValue], _ map: (Row) throws -> Value
  ) throws -> [Value] {
    try noting {
      try ask(sql, values, .query)
      let result = try answer()
      defer { PQclear(result) }
      return try result.map { try Self.read($0, map) } ?? []
    }
  }

  private static func read<Value>(
    _ result: OpaquePointer, _ map: (Row) throws -> Value
  ) throws -> [Value] {
    let cursor = PostgresCursor(result)
    var mapped: [Value] = []
    for row in 0..<PQntuples(result) {
      cursor.row = row
      mapped.append(try cursor.map(map))
    }
    return mapped
  }

  func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
    hasWritten = true
    return try noting {
      try ask(sql, values, .query)
      let result = try answer()
      defer { PQclear(result) }
      return Int(String(cString: PQcmdTuples(result))) ?? 0
    }
  }

  func post(_ sql: String, _ values: [SQLValue]) throws {
    hasWritten = true
    try noting { try ask(sql, values, .query) }
  }

  func post(_ sql: String, _ values: [SQLValue], changing rows: Int, otherwise: StoreFault) throws {
    hasWritten = true
    try noting { try ask(sql, values, .change(rows: rows, otherwise: otherwise)) }
  }

  func post(_ sql: String, each rows: [[SQLValue]], otherwise: StoreFault?) throws {
    try noting {
      let kind =
        otherwise.map { PostgresQuestion.Kind.change(rows: rows.count, otherwise: $0) } ?? .query
      try ask(sql, PostgresParameters(columnsOf: rows), kind, of: nil)
    }
  }

  func hear() throws {
    guard asked.contains(where: \.kind.isOpening) else { return }
    try noting { PQclear(try answer()) }
  }

  private func noting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as StoreFault {
      firstFault = firstFault ?? fault
      if failedTurns.isEmpty, let turn { failedTurns = [turn] }
      throw fault
    }
  }

  private func askPlainly(_ sql: String) throws {
    guard PQsendQueryParams(link, sql, 0, nil, nil, nil, nil, 0) == 1 else {
      throw StoreFault.connectionLost(reason: message)
    }
    asked.append(PostgresQuestion(kind: .query, turn: nil))
  }

  private func ask(_ sql: String, _ values: [SQLValue], _ kind: PostgresQuestion.Kind) throws {
    try ask(sql, PostgresParameters(values), kind, of: turn)
  }

  private func ask(
    _ sql: String, _ values: PostgresParameters, _ kind: PostgresQuestion.Kind, of turn: Int?
  ) throws {
    // Answers that nobody reads yet fill the line: some hundred are far from doing so.
    if asked.count >= 128 { PQclear(try answer()) }
    let name = try prepare(sql)
    let isSent = values.withPointers { pointers, lengths, formats in
      PQsendQueryPrepared(link, name, values.count, pointers, lengths, formats, 0)
    }
    guard isSent == 1 else { throw StoreFault.connectionLost(reason: message) }
    asked.append(PostgresQuestion(kind: kind, turn: turn))
  }

  private func prepare(_ sql: String) throws -> String {
    if let name = prepared[sql] { return name }
    names += 1
    let name = "s\(names)"
    guard PQsendPrepare(link, name, sql, 0, nil) == 1 else {
      throw StoreFault.connectionLost(reason: message)
    }
    asked.append(PostgresQuestion(kind: .preparation(sql: sql), turn: turn))
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
      if fault != nil, case .preparation(let sql) = question.kind { prepared[sql] = nil }
      if fault != nil, let turn = question.turn, !isAborted(last) { failedTurns.insert(turn) }
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
}
