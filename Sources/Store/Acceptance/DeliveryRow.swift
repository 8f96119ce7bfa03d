package import Maintenance

extension Delivery: Projected {
  package static let subjectKind = Subject.Kind.delivery
  package static let table = "delivery"
  package static let columns = [
    "id", "version", "agreement", "number", "kind", "title", "stage", "notified_day", "due_day",
    "open_reservations",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .integer(Int64(number)), .text(kind.rawValue), .text(title), .text(stage.rawValue),
      .integer(Int64(notified.number)), due.map { .integer(Int64($0.number)) } ?? .null,
      .integer(Int64(reservations.count { $0.liftedAt == nil })),
    ]
  }
}

/// One delivery as a list shows it.
package struct DeliveryLine: Sendable, Equatable {
  package var id: ID<Delivery>
  package var agreement: ID<Agreement>
  package var reference: String
  package var clientName: String
  package var number: Int
  package var kind: Delivery.Kind
  package var title: String
  package var stage: Delivery.Stage
  package var notified: Day
  package var due: Day?
  package var openReservations: Int

  fileprivate static let columns = """
    d.id, d.agreement, a.reference, a.client_name, d.number, d.kind, d.title, d.stage,
    d.notified_day, d.due_day, d.open_reservations
    """

  fileprivate init(_ row: Row) throws {
    guard let kind = Delivery.Kind(rawValue: row.text(5)),
      let stage = Delivery.Stage(rawValue: row.text(7))
    else { throw StoreFault.unreadable(reason: "delivery \(row.integer(0))") }
    id = ID(number: row.integer(0))
    agreement = ID(number: row.integer(1))
    reference = row.text(2)
    clientName = row.text(3)
    number = Int(row.integer(4))
    self.kind = kind
    title = row.text(6)
    self.stage = stage
    notified = Day(number: Int(row.integer(8)))
    due = row.optionalInteger(9).map { Day(number: Int($0)) }
    openReservations = Int(row.integer(10))
  }
}

extension Reader {
  package func delivery(_ id: ID<Delivery>) throws -> Delivery? {
    let facts = try facts(of: .delivery, id.number)
    return facts.isEmpty ? nil : try Delivery(replaying: facts)
  }

  /// When deliveries of the agreement were accepted, with or without reservations, in order; a
  /// check of fitness is no acceptance. Of the first thousand by number.
  package func acceptances(of agreement: ID<Agreement>) throws -> [Instant] {
    let ids = try connection.rows(
      """
      SELECT id FROM delivery WHERE agreement = $1 AND kind IN ('recette', 'vsr')
        AND stage IN ('accepted', 'reserved', 'reduced') ORDER BY number LIMIT 1000
      """, [.integer(agreement.number)]
    ) { ID<Delivery>(number: $0.integer(0)) }
    return try ids.compactMap { try delivery($0)?.verdict?.at }.sorted()
  }

  /// The number that the agreement's next delivery takes, counted from one.
  package func nextDeliveryNumber(of agreement: ID<Agreement>) throws -> Int {
    let rows = try connection.rows(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM delivery WHERE agreement = $1",
      [.integer(agreement.number)]
    ) { Int($0.integer(0)) }
    return rows.first ?? 1
  }

  /// Those of an agreement, the last first.
  package func deliveries(of agreement: ID<Agreement>, limit: Int) throws -> [DeliveryLine] {
    try connection.rows(
      """
      SELECT \(DeliveryLine.columns) FROM delivery d JOIN agreement a ON a.id = d.agreement
      WHERE d.agreement = $1 ORDER BY d.number DESC LIMIT $2
      """, [.integer(agreement.number), .integer(Int64(limit))], DeliveryLine.init)
  }

  /// Those of all agreements that await a decision, the first due first; those without a last day
  /// are left out.
  package func awaitedDeliveries(limit: Int) throws -> [DeliveryLine] {
    try connection.rows(
      """
      SELECT \(DeliveryLine.columns) FROM delivery d JOIN agreement a ON a.id = d.agreement
      WHERE d.stage = 'awaited' AND d.due_day IS NOT NULL ORDER BY d.due_day, d.id LIMIT $1
      """, [.integer(Int64(limit))], DeliveryLine.init)
  }
}
