package import Maintenance

extension Advice: Projected {
  package static let subjectKind = Subject.Kind.advice
  package static let table = "advice"
  package static let columns = [
    "id", "version", "agreement", "number", "stage", "thing", "origin_kind", "origin_reference",
    "sent_ms", "reminders", "due_day", "price_cents", "likeness",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .integer(Int64(number)), .text(stage.rawValue), .text(content.thing),
      .text(origin.kind.rawValue), .text(origin.reference),
      rounds.last.map { .integer($0.sentAt.milliseconds) } ?? .null,
      .integer(Int64(rounds.last?.reminders.count ?? 0)),
      content.due.map { .integer(Int64($0.number)) } ?? .null,
      content.price.map { .integer($0.cents) } ?? .null, .integer(content.likeness),
    ]
  }
}

/// One advice as a list shows it.
package struct AdviceLine: Sendable, Equatable {
  package var id: ID<Advice>
  package var agreement: ID<Agreement>
  package var reference: String
  package var clientName: String
  package var number: Int
  package var stage: Advice.Stage
  package var thing: String
  package var origin: Advice.Origin
  package var sentAt: Instant?
  package var reminders: Int
  package var due: Day?
  package var price: Money?

  fileprivate static let columns = """
    v.id, v.agreement, a.reference, a.client_name, v.number, v.stage, v.thing, v.origin_kind,
    v.origin_reference, v.sent_ms, v.reminders, v.due_day, v.price_cents
    """

  fileprivate init(_ row: Row) throws {
    guard let stage = Advice.Stage(rawValue: row.text(5)),
      let kind = Advice.Origin.Kind(rawValue: row.text(7))
    else { throw StoreFault.unreadable(reason: "advice \(row.integer(0))") }
    id = ID(number: row.integer(0))
    agreement = ID(number: row.integer(1))
    reference = row.text(2)
    clientName = row.text(3)
    number = Int(row.integer(4))
    self.stage = stage
    thing = row.text(6)
    origin = Advice.Origin(kind, row.text(8))
    sentAt = row.optionalInteger(9).map(Instant.init(milliseconds:))
    reminders = Int(row.integer(10))
    due = row.optionalInteger(11).map { Day(number: Int($0)) }
    price = row.optionalInteger(12).map(Money.init(cents:))
  }
}

extension Reader {
  package func advice(_ id: ID<Advice>) throws -> Advice? {
    let facts = try facts(of: .advice, id.number)
    return facts.isEmpty ? nil : try Advice(replaying: facts)
  }

  /// The number that the agreement's next advice takes, counted from one.
  package func nextAdviceNumber(of agreement: ID<Agreement>) throws -> Int {
    let rows = try connection.rows(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM advice WHERE agreement = $1",
      [.integer(agreement.number)]
    ) { Int($0.integer(0)) }
    return rows.first ?? 1
  }

  /// Those of an agreement, the last first.
  package func advice(
    of agreement: ID<Agreement>, sentOnly: Bool = false, limit: Int
  ) throws -> [AdviceLine] {
    try connection.rows(
      """
      SELECT \(AdviceLine.columns) FROM advice v JOIN agreement a ON a.id = v.agreement
      WHERE v.agreement = $1\(sentOnly ? " AND v.sent_ms IS NOT NULL" : "")
      ORDER BY v.number DESC LIMIT $2
      """, [.integer(agreement.number), .integer(Int64(limit))], AdviceLine.init)
  }

  /// Those of all agreements at one stage, the last first, older than `before`.
  package func advice(
    at stage: Advice.Stage, before: ID<Advice>? = nil, limit: Int
  ) throws -> [AdviceLine] {
    try connection.rows(
      """
      SELECT \(AdviceLine.columns) FROM advice v JOIN agreement a ON a.id = v.agreement
      WHERE v.stage = $1 AND v.id < $2 ORDER BY v.id DESC LIMIT $3
      """,
      [.text(stage.rawValue), .integer(before?.number ?? .max), .integer(Int64(limit))],
      AdviceLine.init)
  }

  /// How many are at each stage, of one agreement or of all.
  package func adviceCounts(of agreement: ID<Agreement>? = nil) throws -> [Advice.Stage: Int] {
    let counts = try connection.rows(
      """
      SELECT stage, COUNT(*) FROM advice\(agreement == nil ? "" : " WHERE agreement = $1")
      GROUP BY stage
      """, agreement.map { [SQLValue.integer($0.number)] } ?? []
    ) { (Advice.Stage(rawValue: $0.text(0)), Int($0.integer(1))) }
    return counts.reduce(into: [:]) { counts, row in
      if let stage = row.0 { counts[stage] = row.1 }
    }
  }

  /// Whether another agreement's advice tells the same consequence.
  package func isToldElsewhere(
    _ content: AdviceContent, than agreement: ID<Agreement>
  ) throws -> Bool {
    guard content.likeness != 0 else { return false }
    let ids = try connection.rows(
      "SELECT id FROM advice WHERE likeness = $1 AND agreement <> $2 LIMIT 20",
      [.integer(content.likeness), .integer(agreement.number)]
    ) { ID<Advice>(number: $0.integer(0)) }
    return try ids.contains {
      try advice($0)?.content.consequenceWords == content.consequenceWords
    }
  }
}
