package import Maintenance

/// One agreement as the list shows it.
package struct AgreementLine: Sendable, Equatable {
  package var id: ID<Agreement>
  package var reference: String
  package var title: String
  package var clientName: String
  package var versionCount: Int
  package var validFrom: Day?
  package var openTickets: Int
  /// Open tickets whose deadline is past.
  package var lateTickets: Int
}

extension Reader {
  /// The agreement as its facts explain it; nothing when there is none.
  package func agreement(_ id: ID<Agreement>) throws -> Agreement? {
    let facts = try facts(of: .agreement, id.number)
    return facts.isEmpty ? nil : try Agreement(replaying: facts)
  }

  package func agreement(reference: String) throws -> Agreement? {
    let ids = try connection.rows(
      "SELECT id FROM agreement WHERE reference = $1", [.text(reference)]
    ) { ID<Agreement>(number: $0.integer(0)) }
    return try ids.first.flatMap { try agreement($0) }
  }

  /// Another after every fact about any agreement: what was read of all of them holds until then.
  package func agreementsMark() throws -> AgreementsMark {
    let rows = try connection.rows(
      "SELECT COUNT(*), CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM agreement", []
    ) { AgreementsMark(count: $0.integer(0), versions: $0.integer(1)) }
    return rows.first ?? AgreementsMark(count: 0, versions: 0)
  }

  /// Agreements by client name, all or some; the counts come from the index of open tickets.
  package func agreements(
    now: Instant, limit: Int, among ids: [ID<Agreement>]? = nil
  ) throws -> [AgreementLine] {
    let places = (ids ?? []).indices.map { "$\($0 + 3)" }.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT a.id, a.reference, a.title, a.client_name, a.version_count, a.valid_from,
        COALESCE(o.open, 0), COALESCE(o.late, 0)
      FROM agreement a LEFT JOIN (
        SELECT agreement, COUNT(*) AS open, SUM(CASE WHEN due_ms < $1 THEN 1 ELSE 0 END) AS late
        FROM ticket WHERE resolved_ms IS NULL GROUP BY agreement
      ) o ON o.agreement = a.id
      \(ids == nil ? "" : ids == [] ? "WHERE FALSE" : "WHERE a.id IN (\(places))")
      ORDER BY a.client_name, a.id LIMIT $2
      """,
      [.integer(now.milliseconds), .integer(Int64(limit))]
        + (ids ?? []).map { .integer($0.number) }
    ) { row in
      AgreementLine(
        id: ID(number: row.integer(0)), reference: row.text(1), title: row.text(2),
        clientName: row.text(3), versionCount: Int(row.integer(4)),
        validFrom: row.optionalText(5).flatMap(Day.init(iso:)), openTickets: Int(row.integer(6)),
        lateTickets: Int(row.integer(7)))
    }
  }
}

/// How many agreements there are, and how many facts about them.
package struct AgreementsMark: Hashable, Sendable {
  let count: Int64
  let versions: Int64
}
