package import Maintenance

extension Account: Projected {
  package static let subjectKind = Subject.Kind.account
  package static let table = "account"
  package static let columns = ["id", "version", "email", "name", "role", "disabled"]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .text(email), .text(name),
      .text(role.rawValue), .integer(isDisabled ? 1 : 0),
    ]
  }
}

extension Reader {
  package func account(_ id: ID<Account>) throws -> Account? {
    let facts = try facts(of: .account, id.number)
    return facts.isEmpty ? nil : try Account(replaying: facts)
  }

  package func account(email: String) throws -> Account? {
    let ids = try connection.rows(
      "SELECT id FROM account WHERE email = $1", [.text(email.lowercased())]
    ) { ID<Account>(number: $0.integer(0)) }
    return try ids.first.flatMap { try account($0) }
  }

  /// By name; a firm has a few hundred people at most, its clients' included.
  package func accounts(limit: Int = 1000) throws -> [Account] {
    let ids = try connection.rows(
      "SELECT id FROM account ORDER BY name, id LIMIT $1", [.integer(Int64(limit))]
    ) { ID<Account>(number: $0.integer(0)) }
    return try ids.compactMap { try account($0) }
  }

  package func hasAccounts() throws -> Bool {
    try !connection.rows("SELECT 1 FROM account LIMIT 1", []) { $0.integer(0) }.isEmpty
  }

  /// Owners who may sign in.
  package func ownerCount() throws -> Int {
    try connection.rows(
      "SELECT COUNT(*) FROM account WHERE role = 'dirigeant' AND disabled = 0", []
    ) { Int($0.integer(0)) }.first ?? 0
  }

  /// Scrypt of the account's password, as a PHC string.
  package func password(of id: ID<Account>) throws -> String? {
    try connection.rows(
      "SELECT password FROM credential WHERE account = $1", [.integer(id.number)]
    ) { $0.text(0) }.first
  }
}

extension Transaction {
  package func setPassword(_ hash: String, of id: ID<Account>, at instant: Instant) throws {
    try connection.execute(
      """
      INSERT INTO credential (account, password, set_ms) VALUES ($1, $2, $3)
      ON CONFLICT (account) DO UPDATE SET password = excluded.password, set_ms = excluded.set_ms
      """, [.integer(id.number), .text(hash), .integer(instant.milliseconds)])
  }
}
