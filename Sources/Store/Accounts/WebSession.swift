package import Maintenance

/// Where somebody is signed in. `token` is the SHA-256 of what the browser holds.
package struct WebSession: Sendable, Equatable {
  package var token: [UInt8]
  package var account: ID<Account>
  package var created: Instant
  package var seen: Instant
  /// What the browser says it is.
  package var agent: String
  package var stage: Stage
  /// When the person last proved who they are.
  package var proved: Instant

  package enum Stage: String, Sendable {
    case entered
    /// The password was right; the second factor is awaited.
    case code
  }

  package init(
    token: [UInt8], account: ID<Account>, created: Instant, agent: String, stage: Stage
  ) {
    self.token = token
    self.account = account
    self.created = created
    seen = created
    self.agent = agent
    self.stage = stage
    proved = created
  }

  static let columns = "token, account, created_ms, seen_ms, agent, stage, proved_ms"
}

extension Reader {
  package func session(_ token: [UInt8]) throws -> WebSession? {
    try connection.rows(
      "SELECT \(WebSession.columns) FROM web_session WHERE token = $1",
      [.blob(token)], WebSession.init
    ).first
  }

  /// The last used first.
  package func sessions(of account: ID<Account>) throws -> [WebSession] {
    try connection.rows(
      """
      SELECT \(WebSession.columns) FROM web_session
      WHERE account = $1 AND stage = 'entered' ORDER BY seen_ms DESC LIMIT 100
      """, [.integer(account.number)], WebSession.init)
  }
}

extension Transaction {
  package func add(_ session: WebSession) throws {
    try connection.execute(
      """
      INSERT INTO web_session (\(WebSession.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .blob(session.token), .integer(session.account.number),
        .integer(session.created.milliseconds), .integer(session.seen.milliseconds),
        .text(session.agent), .text(session.stage.rawValue),
        .integer(session.proved.milliseconds),
      ])
  }

  /// The person proved again who they are.
  package func prove(_ token: [UInt8], at instant: Instant) throws {
    try connection.execute(
      "UPDATE web_session SET proved_ms = $2 WHERE token = $1",
      [.blob(token), .integer(instant.milliseconds)])
  }

  package func see(_ token: [UInt8], at instant: Instant) throws {
    try connection.execute(
      "UPDATE web_session SET seen_ms = $2 WHERE token = $1",
      [.blob(token), .integer(instant.milliseconds)])
  }

  package func endSession(_ token: [UInt8]) throws {
    try connection.execute("DELETE FROM web_session WHERE token = $1", [.blob(token)])
  }

  /// The one of an account's sessions that a page names: false when it is no more.
  package func endSession(_ token: [UInt8], of account: ID<Account>) throws -> Bool {
    try connection.execute(
      "DELETE FROM web_session WHERE token = $1 AND account = $2",
      [.blob(token), .integer(account.number)]) == 1
  }

  /// All of an account's, or all but one.
  package func endSessions(of account: ID<Account>, but kept: [UInt8] = []) throws {
    try connection.execute(
      "DELETE FROM web_session WHERE account = $1 AND token <> $2",
      [.integer(account.number), .blob(kept)])
  }

  /// Sessions and links that nobody can use any more.
  package func sweep(sessionsBefore: Instant, linksBefore: Instant) throws {
    try connection.execute(
      "DELETE FROM web_session WHERE seen_ms < $1", [.integer(sessionsBefore.milliseconds)])
    try connection.execute(
      "DELETE FROM access_link WHERE ends_ms < $1", [.integer(linksBefore.milliseconds)])
  }

  package func addLink(_ token: [UInt8], for account: ID<Account>?, until end: Instant) throws {
    try connection.execute(
      "INSERT INTO access_link (token, account, ends_ms) VALUES ($1, $2, $3)",
      [
        .blob(token), account.map { .integer($0.number) } ?? .null, .integer(end.milliseconds),
      ])
  }

  /// Uses a link up: false when it was, or never was, or is too old.
  package func spendLink(_ token: [UInt8], at instant: Instant) throws -> Bool {
    try connection.execute(
      "DELETE FROM access_link WHERE token = $1 AND ends_ms >= $2",
      [.blob(token), .integer(instant.milliseconds)]) == 1
  }
}

extension Reader {
  package func hasLink(of account: ID<Account>, endingAfter instant: Instant) throws -> Bool {
    try !connection.rows(
      "SELECT 1 FROM access_link WHERE account = $1 AND ends_ms > $2 LIMIT 1",
      [.integer(account.number), .integer(instant.milliseconds)]
    ) { $0.integer(0) }.isEmpty
  }

  /// Whom a link lets in: nothing when it is spent; `.some(nil)` for the first owner's.
  package func link(_ token: [UInt8], at instant: Instant) throws -> ID<Account>?? {
    try connection.rows(
      "SELECT account FROM access_link WHERE token = $1 AND ends_ms >= $2",
      [.blob(token), .integer(instant.milliseconds)]
    ) { $0.optionalInteger(0).map { ID<Account>(number: $0) } }.first
  }
}

extension WebSession {
  fileprivate init(_ row: Row) {
    token = row.blob(0)
    account = ID(number: row.integer(1))
    created = Instant(milliseconds: row.integer(2))
    seen = Instant(milliseconds: row.integer(3))
    agent = row.text(4)
    stage = Stage(rawValue: row.text(5)) ?? .code
    proved = Instant(milliseconds: row.integer(6))
  }
}
