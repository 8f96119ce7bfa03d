package import Maintenance

extension Reader {
  /// The ticket of that number in an agreement.
  package func ticket(number: Int, of agreement: ID<Agreement>) throws -> Ticket? {
    let ids = try connection.rows(
      "SELECT id FROM ticket WHERE agreement = $1 AND number = $2",
      [.integer(agreement.number), .integer(Int64(number))]
    ) { ID<Ticket>(number: $0.integer(0)) }
    return try ids.first.flatMap(ticket)
  }

  /// Tickets that work by a temporary means, the first to mend first.
  package func indebtedTickets(limit: Int) throws -> [TicketLine] {
    try connection.rows(
      """
      SELECT \(TicketLine.columns) FROM ticket t JOIN agreement a ON a.id = t.agreement
      WHERE t.debt_due_day IS NOT NULL ORDER BY t.debt_due_day, t.id LIMIT $1
      """, [.integer(Int64(limit))], TicketLine.init)
  }

  /// Tickets of an agreement opened in that time, the first first.
  package func tickets(
    of agreement: ID<Agreement>, openedFrom start: Instant, to end: Instant, limit: Int
  ) throws -> [Ticket] {
    let ids = try connection.rows(
      """
      SELECT id FROM ticket WHERE agreement = $1 AND opened_ms >= $2 AND opened_ms < $3
      ORDER BY opened_ms LIMIT $4
      """,
      [
        .integer(agreement.number), .integer(start.milliseconds), .integer(end.milliseconds),
        .integer(Int64(limit)),
      ]
    ) { ID<Ticket>(number: $0.integer(0)) }
    return try ids.compactMap(ticket)
  }

  /// Accepted proposals of an agreement that became due since then.
  package func dueProposals(
    of agreement: ID<Agreement>, since: Instant
  ) throws -> [BillableProposal] {
    let ids = try connection.rows(
      """
      SELECT id FROM ticket WHERE agreement = $1 AND last_due_proposal_ms > 0
        AND last_due_proposal_ms >= $2 ORDER BY id
      """, [.integer(agreement.number), .integer(since.milliseconds)]
    ) { ID<Ticket>(number: $0.integer(0)) }
    return try ids.flatMap { id in
      try ticket(id).map { $0.billableProposals.filter { $0.dueAt >= since } } ?? []
    }
  }
}
