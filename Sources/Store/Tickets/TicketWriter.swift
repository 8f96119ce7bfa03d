package import Maintenance

/// Somebody who types an answer on a page, which passes: no evidence of it is kept.
package struct TicketWriter: Sendable, Hashable {
  /// Of that page alone.
  package var page: String
  package var ticket: ID<Ticket>
  package var name: String

  package init(page: String, ticket: ID<Ticket>, name: String) {
    self.page = page
    self.ticket = ticket
    self.name = name
  }
}

/// What tells whether anything moved: cheap to read, whichever node wrote.
package struct LiveState: Sendable, Equatable {
  /// Entries of the whole register.
  package var size: Int64
  package var writers: [TicketWriter]
}

extension Reader {
  /// The register's size, and who is writing now; at most a thousand.
  package func liveState(at instant: Instant) throws -> LiveState {
    let size = try connection.rows(
      "SELECT size FROM log_head WHERE log = $1", [.integer(LogRow.global)]
    ) { $0.integer(0) }.first
    let writers = try connection.rows(
      "SELECT page, ticket, name FROM ticket_writer WHERE until_ms > $1 ORDER BY page LIMIT 1000",
      [.integer(instant.milliseconds)]
    ) { TicketWriter(page: $0.text(0), ticket: ID(number: $0.integer(1)), name: $0.text(2)) }
    return LiveState(size: size ?? 0, writers: writers)
  }

  /// How many facts the ticket's row holds; nothing when there is none.
  package func version(of id: ID<Ticket>) throws -> Int? {
    try connection.rows("SELECT version FROM ticket WHERE id = $1", [.integer(id.number)]) {
      Int($0.integer(0))
    }.first
  }
}

extension Transaction {
  /// Notes that somebody writes until then, and forgets whoever stopped before now.
  package func note(_ writer: TicketWriter, until end: Instant, now: Instant) throws {
    try connection.execute(
      "DELETE FROM ticket_writer WHERE until_ms <= $1", [.integer(now.milliseconds)])
    try connection.execute(
      """
      INSERT INTO ticket_writer (page, ticket, name, until_ms) VALUES ($1, $2, $3, $4)
      ON CONFLICT (page) DO UPDATE SET ticket = $2, name = $3, until_ms = $4
      """,
      [
        .text(writer.page), .integer(writer.ticket.number), .text(writer.name),
        .integer(end.milliseconds),
      ])
  }

  package func forgetWriter(_ page: String) throws {
    try connection.execute("DELETE FROM ticket_writer WHERE page = $1", [.text(page)])
  }
}
