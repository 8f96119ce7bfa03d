package import Maintenance

/// A ticket on which somebody was called upon, until they have read it.
package struct Mention: Sendable, Equatable {
  package var ticket: ID<Ticket>
  package var title: String
  package var clientName: String
  package var author: String
  package var at: Instant
}

extension Reader {
  /// The last first.
  package func mentions(of account: ID<Account>, limit: Int) throws -> [Mention] {
    try connection.rows(
      """
      SELECT m.ticket, t.title, a.client_name, m.author, m.at_ms FROM mention m
      JOIN ticket t ON t.id = m.ticket JOIN agreement a ON a.id = t.agreement
      WHERE m.account = $1 ORDER BY m.at_ms DESC, m.ticket LIMIT $2
      """, [.integer(account.number), .integer(Int64(limit))]
    ) { row in
      Mention(
        ticket: ID(number: row.integer(0)), title: row.text(1), clientName: row.text(2),
        author: row.text(3), at: Instant(milliseconds: row.integer(4)))
    }
  }

  package func isMentioned(_ account: ID<Account>, on ticket: ID<Ticket>) throws -> Bool {
    try !connection.rows(
      "SELECT 1 FROM mention WHERE account = $1 AND ticket = $2",
      [.integer(account.number), .integer(ticket.number)]
    ) { $0.integer(0) }.isEmpty
  }
}

extension Transaction {
  package func mention(
    _ account: ID<Account>, on ticket: ID<Ticket>, by author: String, at instant: Instant
  ) throws {
    try connection.execute(
      """
      INSERT INTO mention (account, ticket, author, at_ms) VALUES ($1, $2, $3, $4)
      ON CONFLICT (account, ticket) DO UPDATE SET author = $3, at_ms = $4
      """,
      [
        .integer(account.number), .integer(ticket.number), .text(author),
        .integer(instant.milliseconds),
      ])
  }

  /// They have read it.
  package func forgetMention(of account: ID<Account>, on ticket: ID<Ticket>) throws {
    try connection.execute(
      "DELETE FROM mention WHERE account = $1 AND ticket = $2",
      [.integer(account.number), .integer(ticket.number)])
  }
}
