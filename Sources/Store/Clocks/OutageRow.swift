package import Maintenance

extension Outage: Projected {
  package static let subjectKind = Subject.Kind.outage
  package static let table = "outage"
  package static let columns = [
    "id", "version", "agreement", "asset_group", "start_ms", "end_ms", "withdrawn",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number), .text(group),
      .integer(start.milliseconds), end.map { .integer($0.milliseconds) } ?? .null,
      .integer(withdrawn == nil ? 0 : 1),
    ]
  }
}

extension Reader {
  package func outage(_ id: ID<Outage>) throws -> Outage? {
    let facts = try facts(of: .outage, id.number)
    return facts.isEmpty ? nil : try Outage(replaying: facts)
  }

  /// Those that last at some instant from `start` until `end`, withdrawn ones among them, by their
  /// start. Cost grows with the agreement's outages before `end`.
  package func outages(
    of agreement: ID<Agreement>, from start: Instant, until end: Instant, limit: Int
  ) throws -> [Outage] {
    let ids = try connection.rows(
      """
      SELECT id FROM outage WHERE agreement = $1 AND start_ms < $2
        AND (end_ms IS NULL OR end_ms > $3) ORDER BY start_ms, id LIMIT $4
      """,
      [
        .integer(agreement.number), .integer(end.milliseconds), .integer(start.milliseconds),
        .integer(Int64(limit)),
      ]
    ) { ID<Outage>(number: $0.integer(0)) }
    return try ids.compactMap { try outage($0) }
  }
}
