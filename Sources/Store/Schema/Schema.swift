/// Brings a database to this release's tables, forward only.
enum Schema {
  static let migrations: [any Migration] = [
    M0001Register(), M0002Agreement(), M0003Ticket(), M0004WorkByCharge(), M0020Duty(),
    M0030ContractDraft(), M0040RegisterTiles(), M0041Command(), M0070TicketDealings(),
    M0071TicketSearch(), M0072CommandPosition(), M0073Erasure(), M0075TimeStamp(), M0080Invoice(),
    M0087Account(), M0096NightlyJob(), M0110WordBeginnings(), M0111SavedView(),
    M0112FilterColumns(), M0115Escalation(), M0116OnCallShift(), M0117TicketWriter(),
    M0118AnswerTemplate(), M0119Mention(), M0120Outage(), M0121Advice(), M0122Delivery(),
    M0130OutgoingMail(), M0131Envelope(), M0140BillingRun(), M0141LaborCost(),
    M0150SecondFactor(), M0151APIToken(), M0152SignOn(), M0153ConfidentialRead(), M0160Handover(),
    M0161Purchase(), M0170OpenByAgreement(), M0171WordsSettled(), M0172OneWorkIndex(),
  ]

  /// How often a start waits for another node's, which may take long.
  private static let mostWaits = 60

  /// All that are to be done are one transaction: a crash leaves what was there before.
  static func migrate(
    _ driver: any Driver, at location: Location, by migrations: [any Migration]
  ) async throws {
    for wait in 1...mostWaits {
      do {
        return try await driver.write { connection in
          try takeTurn(connection)
          let applied = try applied(on: connection, at: location)
          let known = migrations.map(\.name)
          for (index, name) in applied.enumerated() {
            guard index < known.count, known[index] == name else {
              throw StoreFault.newerSchema(migration: name)
            }
          }
          for (index, migration) in migrations.enumerated().dropFirst(applied.count) {
            try run(migration, number: index + 1, on: connection)
          }
          try ClientWall.build(on: connection)
        }
      } catch StoreFault.contention where wait < mostWaits {
        continue
      }
    }
  }

  /// That the database has this release's tables, without making any.
  static func check(
    _ driver: any Driver, at location: Location, _ migrations: [any Migration]
  ) async throws {
    let applied = try await driver.read { connection in
      let tables = try connection.rows(tableNames(connection.dialect), []) { $0.text(0) }
      guard tables.contains("schema_migration") else {
        throw StoreFault.foreign(location: "\(location)")
      }
      return try connection.rows("SELECT name FROM schema_migration ORDER BY number", []) {
        $0.text(0)
      }
    }
    let known = migrations.map(\.name)
    if let strange = applied.first(where: { !known.contains($0) }) {
      throw StoreFault.newerSchema(migration: strange)
    }
    guard applied == known else { throw StoreFault.olderSchema(location: "\(location)") }
  }

  private static func run(
    _ migration: any Migration, number: Int, on connection: any Connection
  ) throws {
    for statement in migration.statements {
      try connection.execute(connection.dialect.worded(statement), [])
    }
    try migration.finish(on: connection)
    try connection.execute(
      "INSERT INTO schema_migration (number, name) VALUES ($1, $2)",
      [.integer(Int64(number)), .text(migration.name)])
  }

  /// Two nodes that start at once migrate one after the other, as long as it takes.
  private static func takeTurn(_ connection: any Connection) throws {
    guard connection.dialect == .postgres else { return }
    try connection.execute("SET LOCAL statement_timeout = 0", [])
    _ = try connection.rows(
      "SELECT pg_advisory_xact_lock(7236826, \(Dialect.schemaNumber))", []
    ) { _ in }
  }

  /// Names of the migrations done; makes the table that remembers them in an empty database.
  private static func applied(
    on connection: any Connection, at location: Location
  ) throws -> [String] {
    let tables = try connection.rows(tableNames(connection.dialect), []) { $0.text(0) }
    guard tables.contains("schema_migration") else {
      guard tables.isEmpty else { throw StoreFault.foreign(location: "\(location)") }
      try connection.execute(
        connection.dialect.worded(
          """
          CREATE TABLE schema_migration (
            number {integer} PRIMARY KEY, name TEXT NOT NULL UNIQUE) {strict}
          """), [])
      return []
    }
    return try connection.rows("SELECT name FROM schema_migration ORDER BY number", []) {
      $0.text(0)
    }
  }

  private static func tableNames(_ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite:
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    case .postgres:
      "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
    }
  }
}
