package import Maintenance

extension Reader {
  package func account(of issuer: String, _ subject: String) throws -> ID<Account>? {
    try connection.rows(
      "SELECT account FROM sign_on WHERE issuer = $1 AND subject = $2",
      [.text(issuer), .text(subject)]
    ) { ID<Account>(number: $0.integer(0)) }.first
  }
}

extension Transaction {
  /// In place of what the account was bound to at that issuer.
  package func bind(_ issuer: String, _ subject: String, to id: ID<Account>) throws {
    try connection.execute(
      "DELETE FROM sign_on WHERE issuer = $1 AND account = $2",
      [.text(issuer), .integer(id.number)])
    try connection.execute(
      "INSERT INTO sign_on (issuer, subject, account) VALUES ($1, $2, $3)",
      [.text(issuer), .text(subject), .integer(id.number)])
  }
}
