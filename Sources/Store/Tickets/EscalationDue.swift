package import Maintenance

extension Reader {
  /// Open tickets whose next step is not known at their present version, the nearest deadline
  /// first. Costs one look-up for each open ticket.
  package func ticketsToEscalate(limit: Int) throws -> [ID<Ticket>] {
    try connection.rows(
      """
      SELECT t.id FROM ticket t LEFT JOIN escalation_due e ON e.ticket = t.id
      WHERE t.resolved_ms IS NULL AND (e.ticket IS NULL OR e.version <> t.version)
      ORDER BY t.due_ms, t.id LIMIT $1
      """, [.integer(Int64(limit))]
    ) { ID<Ticket>(number: $0.integer(0)) }
  }

  /// Tickets of which a step is due, the oldest first.
  package func escalationsDue(at instant: Instant, limit: Int) throws -> [ID<Ticket>] {
    try connection.rows(
      "SELECT ticket FROM escalation_due WHERE due_ms <= $1 ORDER BY due_ms, ticket LIMIT $2",
      [.integer(instant.milliseconds), .integer(Int64(limit))]
    ) { ID<Ticket>(number: $0.integer(0)) }
  }
}

extension Transaction {
  /// Notes when the next step of a ticket is due; never, for one that has none at this version.
  package func noteEscalation(of ticket: Ticket, due: Instant?) throws {
    guard ticket.isOpen else {
      try connection.execute(
        "DELETE FROM escalation_due WHERE ticket = $1", [.integer(ticket.id.number)])
      return
    }
    try connection.execute(
      """
      INSERT INTO escalation_due (ticket, version, due_ms) VALUES ($1, $2, $3)
      ON CONFLICT (ticket) DO UPDATE SET version = $2, due_ms = $3
      """,
      [
        .integer(ticket.id.number), .integer(Int64(ticket.version)),
        .integer(due?.milliseconds ?? Ticket.noDeadline),
      ])
  }
}
