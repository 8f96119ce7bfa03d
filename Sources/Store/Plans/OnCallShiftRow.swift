package import Maintenance

extension OnCallShift: Projected {
  package static let subjectKind = Subject.Kind.shift
  package static let table = "on_call_shift"
  package static let columns = [
    "id", "version", "account", "name", "start_ms", "end_ms", "cancelled",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(account.number), .text(name),
      .integer(span.start.milliseconds), .integer(span.end.milliseconds),
      .integer(isCancelled ? 1 : 0),
    ]
  }
}

/// A shift that holds, as the rota shows it.
package struct ShiftLine: Sendable, Equatable {
  package var id: ID<OnCallShift>
  package var account: ID<Account>
  package var name: String
  package var span: TimeSpan
}

extension Reader {
  package func shift(_ id: ID<OnCallShift>) throws -> OnCallShift? {
    let facts = try facts(of: .shift, id.number)
    return facts.isEmpty ? nil : try OnCallShift(replaying: facts)
  }

  /// Shifts that hold at some time of a span, by their start.
  package func shifts(in span: TimeSpan, limit: Int = 1000) throws -> [ShiftLine] {
    try connection.rows(
      """
      SELECT id, account, name, start_ms, end_ms FROM on_call_shift
      WHERE cancelled = 0 AND end_ms > $1 AND start_ms < $2 ORDER BY start_ms, id LIMIT $3
      """,
      [
        .integer(span.start.milliseconds), .integer(span.end.milliseconds), .integer(Int64(limit)),
      ]
    ) { row in
      ShiftLine(
        id: ID(number: row.integer(0)), account: ID(number: row.integer(1)), name: row.text(2),
        span: TimeSpan(
          start: Instant(milliseconds: row.integer(3)), end: Instant(milliseconds: row.integer(4))))
    }
  }

  /// Whose shift it is at an instant.
  package func shift(at instant: Instant) throws -> ShiftLine? {
    let end = Instant(milliseconds: instant.milliseconds + 1)
    return try shifts(in: TimeSpan(start: instant, end: end), limit: 1).first
  }
}
