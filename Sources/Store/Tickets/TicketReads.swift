package import Maintenance

extension Reader {
  /// The ticket as its facts explain it; nothing when there is none.
  package func ticket(_ id: ID<Ticket>) throws -> Ticket? {
    let facts = try facts(of: .ticket, id.number)
    return facts.isEmpty ? nil : try Ticket(replaying: facts)
  }

  /// Open tickets, the nearest deadline first; those whose clock stands still come last.
  package func openTickets(limit: Int) throws -> [TicketLine] {
    try connection.rows(
      """
      SELECT \(TicketLine.columns) FROM ticket t JOIN agreement a ON a.id = t.agreement
      WHERE t.resolved_ms IS NULL ORDER BY t.due_ms, t.id LIMIT $1
      """, [.integer(Int64(limit))], TicketLine.init)
  }

  /// How many tickets are open, of them those late and those due until `soon`; counts stop at
  /// `most`, which bounds the cost. Read from the index of open tickets alone.
  package func openCounts(
    now: Instant, soon: Instant, most: Int = 10_000
  ) throws -> (open: Int, late: Int, soon: Int) {
    func count(_ condition: String, _ values: [SQLValue]) throws -> Int {
      try connection.rows(
        """
        SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE resolved_ms IS NULL\(condition)
          LIMIT \(most)) AS counted
        """, values
      ) { Int($0.integer(0)) }.first ?? 0
    }
    return (
      try count("", []), try count(" AND due_ms < $1", [.integer(now.milliseconds)]),
      try count(
        " AND due_ms >= $1 AND due_ms <= $2",
        [.integer(now.milliseconds), .integer(soon.milliseconds)])
    )
  }

  /// The number that the agreement's next ticket takes, counted from one.
  package func nextTicketNumber(of agreement: ID<Agreement>) throws -> Int {
    let rows = try connection.rows(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM ticket WHERE agreement = $1",
      [.integer(agreement.number)]
    ) { Int($0.integer(0)) }
    return rows.first ?? 1
  }

  /// How the milestones of the tickets opened since then went, and what is open and late now,
  /// whenever it was opened.
  package func levelCounts(
    of agreement: ID<Agreement>, since: Instant, now: Instant
  ) throws -> LevelCounts {
    let rows = try connection.rows(
      """
      SELECT COALESCE(SUM(held), 0), COALESCE(SUM(missed), 0),
        (SELECT COUNT(*) FROM ticket l
          WHERE l.agreement = $1 AND l.resolved_ms IS NULL AND l.due_ms < $3),
        COALESCE(SUM(CASE WHEN charge IN ('excluded', 'quote') THEN 1 ELSE 0 END), 0),
        COUNT(*)
      FROM ticket WHERE agreement = $1 AND opened_ms >= $2
      """,
      [
        .integer(agreement.number), .integer(since.milliseconds), .integer(now.milliseconds),
      ]
    ) { row in
      LevelCounts(
        held: Int(row.integer(0)), missed: Int(row.integer(1)), overdue: Int(row.integer(2)),
        excluded: Int(row.integer(3)), tickets: Int(row.integer(4)))
    }
    return rows.first ?? LevelCounts()
  }

  /// Work on tickets of an agreement since then, as their verdicts charge it: all of it, or what
  /// is charged one way.
  ///
  /// Cost grows with the tickets so charged and worked on since then.
  package func billableWork(
    of agreement: ID<Agreement>, since: Instant, charged charge: Verdict.Decision? = nil
  ) throws -> [BillableWork] {
    let charges = charge.map { [$0] } ?? Verdict.Decision.allCases
    let ids = try connection.rows(
      Reader.workedTickets(charges: charges.count),
      [.integer(agreement.number), .integer(max(1, since.milliseconds))]
        + charges.map { .text($0.rawValue) }
    ) { ID<Ticket>(number: $0.integer(0)) }.sorted { $0.number < $1.number }
    return try ids.flatMap { id -> [BillableWork] in
      guard let ticket = try ticket(id) else { return [] }
      return ticket.work.indices.filter { ticket.work[$0].at >= since }
        .map { BillableWork(ticket, at: $0) }
    }
  }

  /// In no order: asked for one, SQLite would walk all tickets of the agreement by their keys.
  static func workedTickets(charges count: Int) -> String {
    """
    SELECT id FROM ticket WHERE agreement = $1 AND last_worked_ms >= $2
    AND charge IN (\((0..<count).map { "$\($0 + 3)" }.joined(separator: ", ")))
    """
  }
}

/// How service levels went over some tickets.
package struct LevelCounts: Sendable, Equatable {
  package var held = 0
  package var missed = 0
  package var overdue = 0
  package var excluded = 0
  package var tickets = 0

  package init() {}

  init(held: Int, missed: Int, overdue: Int, excluded: Int, tickets: Int) {
    self.held = held
    self.missed = missed
    self.overdue = overdue
    self.excluded = excluded
    self.tickets = tickets
  }
}
