package import Maintenance

extension DutySettlement: Projected {
  package static let subjectKind = Subject.Kind.duty
  package static let table = "duty"
  package static let columns = [
    "id", "version", "agreement", "duty_key", "due_day", "outcome", "settled_ms",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .text(key.text), .integer(Int64(key.due.number)), .text(outcome.rawValue),
      .integer(at.milliseconds),
    ]
  }
}

extension Reader {
  /// What became of the agreement's duties of these days; at most `limit`, by day.
  package func settlements(
    of agreement: ID<Agreement>, in days: ClosedRange<Day>, limit: Int
  ) throws -> [DutyKey: DutySettlement] {
    let settled = try connection.rows(
      """
      SELECT \(FactRow.columns) FROM duty d
      JOIN entry e ON e.subject_kind = 'duty' AND e.subject = d.id
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE d.agreement = $1 AND d.due_day BETWEEN $2 AND $3 ORDER BY d.due_day, d.id LIMIT $4
      """,
      [
        .integer(agreement.number), .integer(Int64(days.lowerBound.number)),
        .integer(Int64(days.upperBound.number)), .integer(Int64(limit)),
      ]
    ) { try DutySettlement(opening: FactRow($0).fact) }
    return Dictionary(settled.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The entry of that number in the agreement's log.
  package func entry(_ n: Int64, agreement: ID<Agreement>) throws -> EntryLine? {
    guard n >= 0, n < .max else { return nil }
    return try entries(agreement: agreement, before: n + 1, limit: 1).first { $0.n == n }
  }
}
