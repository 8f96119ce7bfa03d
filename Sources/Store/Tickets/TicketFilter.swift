package import Maintenance

/// Which tickets a list shows; all of them when nothing is asked.
package struct TicketFilter: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    /// Not resolved.
    case open = "ouverts"
    /// Open, and a deadline is past.
    case late = "depasses"
    /// A proposal or a warning awaits the client's answer.
    case awaited = "reponse-attendue"
    case resolved = "resolus"
  }

  package var words = SearchWords()
  package var state: State?
  package var stage: Ticket.Stage?
  package var priority: String?
  package var agreement: ID<Agreement>?
  package var assignee: String?

  package init() {}

  /// Open and at a step of the resolved ones, or the other way round: no ticket to look for.
  var isContradictory: Bool {
    guard let state, let stage else { return false }
    let isOver = stage == .resolved || stage == .closed
    return state == .resolved ? !isOver : isOver && state != .awaited
  }
}

extension Reader {
  /// A page of the tickets that a filter keeps, newest first, older than `before`.
  package func tickets(
    _ filter: TicketFilter, before: ID<Ticket>?, now: Instant, limit: Int
  ) throws -> [TicketLine] {
    var query = TicketQuery(filter, dialect: connection.dialect, now: now)
    query.require("\(query.key) < ", .integer(before?.number ?? Int64.max))
    query.values.append(.integer(Int64(limit)))
    return try connection.rows(
      """
      SELECT \(TicketLine.columns) FROM \(query.source) JOIN agreement a ON a.id = t.agreement
      WHERE \(query.conditions.joined(separator: " AND "))
      ORDER BY \(query.order) DESC LIMIT $\(query.values.count)
      """, query.values, TicketLine.init)
  }

  /// How many tickets a filter keeps, counted up to `most`.
  package func ticketCount(_ filter: TicketFilter, now: Instant, upTo most: Int) throws -> Int {
    var query = TicketQuery(filter, dialect: connection.dialect, now: now)
    query.values.append(.integer(Int64(most)))
    let conditions = (["1 = 1"] + query.conditions).joined(separator: " AND ")
    let counts = try connection.rows(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM \(query.source)
        WHERE \(conditions) LIMIT $\(query.values.count)) kept
      """, query.values
    ) { Int($0.integer(0)) }
    return counts.first ?? 0
  }
}

/// A filter as conditions on the row `t` of a ticket.
struct TicketQuery {
  var source = "ticket t"
  /// What the page goes by: that of the index which finds the rows.
  var key = "t.id"
  var order = "t.id"
  var conditions: [String] = []
  var values: [SQLValue] = []

  init(_ filter: TicketFilter, dialect: Dialect, now: Instant) {
    let asked = filter.words.asked
    if !asked.isEmpty { search(asked, dialect) }
    switch filter.state {
    case .open: conditions.append("t.resolved_ms IS NULL")
    case .late:
      conditions.append("t.resolved_ms IS NULL")
      require("t.due_ms < ", .integer(now.milliseconds))
    case .awaited: conditions.append("t.awaited_answers > 0")
    case .resolved: conditions.append("t.resolved_ms IS NOT NULL")
    case nil: break
    }
    if filter.isContradictory { conditions.append("1 = 0") }
    if let stage = filter.stage { require("t.stage = ", .text(stage.rawValue)) }
    if let priority = filter.priority { require("t.priority = ", .text(priority)) }
    if let agreement = filter.agreement { require("t.agreement = ", .integer(agreement.number)) }
    if let assignee = filter.assignee { require("t.assignee = ", .text(assignee)) }
  }

  /// Adds a condition that ends in a value.
  mutating func require(_ condition: String, _ value: SQLValue) {
    values.append(value)
    conditions.append("\(condition)$\(values.count)")
  }

  /// Every word, the last one as far as it was typed. Words are letters and digits, so no quoting
  /// can be broken. The index of words comes first, whatever else is asked: probing it row by row,
  /// or walking the tickets until enough match, takes seconds over a million.
  private mutating func search(_ words: [String], _ dialect: Dialect) {
    switch dialect {
    case .sqlite:
      source = "ticket_words w CROSS JOIN ticket t ON t.id = w.rowid"
      (key, order) = ("w.rowid", "w.rowid")
      let match = words.map { "\"\($0)\"" }.joined(separator: " ") + "*"
      require("w.ticket_words MATCH ", .text(match))
    case .postgres:
      order = "t.id + 0"
      values.append(.text(words.joined(separator: " & ") + ":*"))
      conditions.append(
        "to_tsvector('simple', t.words) @@ to_tsquery('simple', $\(values.count))")
    }
  }
}
