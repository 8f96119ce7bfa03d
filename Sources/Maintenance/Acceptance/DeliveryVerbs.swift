/// What is delivered, as it is notified to the client.
package struct DeliveryNotice: Hashable, Sendable {
  package var kind: Delivery.Kind
  package var title: String
  /// Id of the operation; empty for another delivery.
  package var operation: String
  /// None for the contract's own.
  package var criteria: [String]
  package var day: Day

  package init(
    kind: Delivery.Kind = .acceptance, title: String, operation: String = "",
    criteria: [String] = [], day: Day
  ) {
    self.kind = kind
    self.title = title
    self.operation = operation
    self.criteria = criteria
    self.day = day
  }
}

/// What the client decides, and who says so.
package struct DeliveryDecision: Hashable, Sendable {
  package var decision: Delivery.Decision
  package var person: String
  package var capacity: String
  package var reason: String
  package var reservations: [String]

  package init(
    _ decision: Delivery.Decision, by person: String, capacity: String = "", reason: String = "",
    reservations: [String] = []
  ) {
    self.decision = decision
    self.person = person
    self.capacity = capacity
    self.reason = reason
    self.reservations = reservations
  }
}

extension Delivery {
  private static let mostLines = 50
  private static let longestText = 10_000
  /// Completion may be notified late, not years late.
  private static let daysBehind = 366

  /// Notifies completion: the delay to decide runs from that day.
  package static func notified(
    _ notice: DeliveryNotice, id: ID<Delivery>, number: Int, agreement: ID<Agreement>,
    under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Delivery> {
    guard !notice.title.isBlank else { throw DeliveryRefusal.noTitle }
    if !notice.operation.isEmpty,
      !terms.contract.operations.contains(where: { $0.id == notice.operation })
    {
      throw DeliveryRefusal.unknownOperation
    }
    let today = terms.contract.zone.day(at: instant)
    guard notice.day <= today, notice.day >= today - daysBehind else {
      throw DeliveryRefusal.dayOutOfBounds
    }
    guard
      let rule = terms.acceptanceRule(notice.kind, operation: notice.operation, from: notice.day)
    else { throw DeliveryRefusal.notOfContract }
    let own = rule.criterion.map { [$0] } ?? []
    let criteria = try checked(own + notice.criteria.filter { !own.contains($0) })
    guard !criteria.isEmpty else { throw DeliveryRefusal.noCriterion }
    let citation = terms.citation(rule.clause, Reason(.priced))
    return try Change(from: [
      Fact(
        kind: DeliveryFact.notified, at: instant, actor: actor,
        subject: Subject(kind: .delivery, id: id.number, agreement: agreement),
        body: .fields(present: [
          "number": .integer(Int64(number)), "kind": .text(notice.kind.rawValue),
          "title": .text(try checked([notice.title])[0]), "operation": .text(notice.operation),
          "criteria": .list(criteria.map(Datum.text)), "day": .text(notice.day.iso),
          "due": rule.due.map { .text($0.iso) }, "silence": rule.silence.map { .text($0.rawValue) },
          "clause": .text(citation.clause), "clause_number": .text(citation.number),
          "contract_version": .integer(Int64(citation.version)),
        ]))
    ])
  }

  /// Records the client's decision; reservations are named, a refusal says why.
  package func decided(
    _ given: DeliveryDecision, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Delivery> {
    guard verdict == nil else { throw DeliveryRefusal.alreadyDecided }
    guard terms.decisions(on: kind).contains(given.decision) else {
      throw DeliveryRefusal.wrongDecision
    }
    let reservations = try Delivery.checked(given.reservations)
    switch given.decision {
    case .accepted:
      guard reservations.isEmpty else { throw DeliveryRefusal.wrongDecision }
    case .reserved:
      guard !reservations.isEmpty else { throw DeliveryRefusal.noReservation }
    case .partial, .refused, .postponed, .reduced:
      guard !given.reason.isBlank else { throw DeliveryRefusal.reasonNeeded }
    }
    guard !given.person.isBlank, given.person.count <= 200, given.capacity.count <= 200 else {
      throw DeliveryRefusal.nameOutOfBounds
    }
    guard given.reason.count <= Delivery.longestText else { throw DeliveryRefusal.textTooLong }
    return try change(
      DeliveryFact.decided,
      [
        "decision": .text(given.decision.rawValue), "answered_by": .text(given.person),
        "capacity": .text(given.capacity), "reason": .text(given.reason),
        "reservations": .list(reservations.map(Datum.text)),
      ], by: actor, at: instant)
  }

  /// What silence decides once the last day is over, where the contract says so.
  package func tacitlyDecided(on today: Day, at instant: Instant) throws -> Change<Delivery> {
    guard verdict == nil else { throw DeliveryRefusal.alreadyDecided }
    guard let due, let silence, due < today else { throw DeliveryRefusal.notYetSilent }
    let decision: Decision = silence == .acceptance ? .accepted : .refused
    return try change(
      DeliveryFact.tacit,
      [
        "decision": .text(decision.rawValue), "due": .text(due.iso), "clause": .text(clause),
        "clause_number": .text(clauseNumber),
      ], by: .system, at: instant)
  }

  /// Records that a reservation, counted from one, was dealt with.
  package func lifting(
    reservation number: Int, note: String, by actor: Actor, at instant: Instant
  ) throws -> Change<Delivery> {
    guard reservations.indices.contains(number - 1) else {
      throw DeliveryRefusal.unknownReservation
    }
    guard reservations[number - 1].liftedAt == nil else { throw DeliveryRefusal.alreadyLifted }
    guard !note.isBlank else { throw DeliveryRefusal.reasonNeeded }
    return try change(
      DeliveryFact.lifted,
      ["number": .integer(Int64(number)), "note": .text(try Delivery.checked([note])[0])],
      by: actor, at: instant)
  }

  /// Presents it again, mended: the delay runs anew.
  package func presentedAgain(
    on day: Day, note: String, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Delivery> {
    guard [.refused, .postponed, .partial].contains(stage) else {
      throw DeliveryRefusal.notPresentable
    }
    let today = terms.contract.zone.day(at: instant)
    guard day <= today, day >= notified else { throw DeliveryRefusal.dayOutOfBounds }
    guard !note.isBlank else { throw DeliveryRefusal.reasonNeeded }
    let rule = terms.acceptanceRule(kind, operation: operation, from: day)
    return try change(
      DeliveryFact.presented,
      [
        "day": .text(day.iso), "due": rule?.due.map { .text($0.iso) },
        "note": .text(try Delivery.checked([note])[0]),
      ], by: actor, at: instant)
  }

  private static func checked(_ texts: [String]) throws -> [String] {
    let texts = texts.filter { !$0.isBlank }
    guard texts.count <= mostLines else { throw DeliveryRefusal.tooManyLines }
    guard texts.allSatisfy({ $0.count <= longestText }) else { throw DeliveryRefusal.textTooLong }
    return texts
  }

  private func change(
    _ kind: String, _ body: [String: Datum?], by actor: Actor, at instant: Instant
  ) throws -> Change<Delivery> {
    try Change(
      to: self,
      facts: [
        Fact(
          kind: kind, at: instant, actor: actor,
          subject: Subject(kind: .delivery, id: id.number, agreement: agreement),
          body: .fields(present: body))
      ])
  }
}
