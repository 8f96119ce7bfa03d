package import Maintenance

extension Reader {
  package func token(digest: [UInt8]) throws -> APIToken? {
    try connection.rows(
      "SELECT \(APIToken.columns) FROM api_token WHERE digest = $1", [.blob(digest)],
      APIToken.init
    ).first
  }

  /// The latest first.
  package func tokens(of account: ID<Account>) throws -> [APIToken] {
    try connection.rows(
      "SELECT \(APIToken.columns) FROM api_token WHERE account = $1 ORDER BY id DESC LIMIT 100",
      [.integer(account.number)], APIToken.init)
  }
}

extension Transaction {
  package func add(_ token: APIToken, digest: [UInt8]) throws {
    try connection.execute(
      """
      INSERT INTO api_token
        (id, account, digest, prefix, name, scopes, created_ms, ends_ms, used_ms)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)
      """,
      [
        .integer(token.id.number), .integer(token.account.number), .blob(digest),
        .text(token.prefix), .text(token.name),
        .text(token.scopes.map(\.rawValue).sorted().joined(separator: " ")),
        .integer(token.created.milliseconds), .integer(token.end.milliseconds),
      ])
  }

  package func use(_ token: ID<APIToken>, at instant: Instant) throws {
    try connection.execute(
      "UPDATE api_token SET used_ms = $2 WHERE id = $1",
      [.integer(token.number), .integer(instant.milliseconds)])
  }

  package func remove(_ token: ID<APIToken>) throws {
    try connection.execute("DELETE FROM api_token WHERE id = $1", [.integer(token.number)])
  }
}

extension APIToken {
  fileprivate static let columns =
    "id, account, name, prefix, scopes, created_ms, ends_ms, used_ms"

  fileprivate init(_ row: Row) {
    self.init(
      id: ID(number: row.integer(0)), account: ID(number: row.integer(1)), name: row.text(2),
      prefix: row.text(3),
      scopes: Set(row.text(4).split(separator: " ").compactMap { TokenScope(rawValue: "\($0)") }),
      created: Instant(milliseconds: row.integer(5)), end: Instant(milliseconds: row.integer(6)),
      used: row.optionalInteger(7).map(Instant.init(milliseconds:)))
  }
}
