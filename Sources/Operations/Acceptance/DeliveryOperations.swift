package import Maintenance
package import Store

/// One act on a delivery.
package enum DeliveryAct: Hashable, Sendable {
  case decide(DeliveryDecision)
  /// Of the reservation of that number, from one.
  case lift(Int, note: String)
  case presentAgain(Day, note: String)
}

/// One delivery with what its page and its report need.
package struct DeliveryReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var delivery: Delivery
  package var facts: [Fact]
  /// Numbers of their entries in the agreement's log.
  package var entries: [Int64]
  /// What its report was put to signature in.
  package var envelopes: [Envelope]
  package var today: Day
}

package struct DeliveryList: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var lines: [DeliveryLine]
  package var today: Day
}

extension Operations {
  /// Deliveries read for one list at most.
  package static let deliveryRows = 300
  /// Those that silence decides in one round.
  private static let tacitRound = 200

  package func notifyDelivery(
    _ notice: DeliveryNotice, under id: ID<Agreement>, by actor: Actor
  ) async throws -> Delivery {
    let instant = now()
    let newID: ID<Delivery> = newID(at: instant)
    return try await database.write { transaction in
      let reader = transaction.reader
      let agreement = try reader.existing(id)
      // Two at once must not take one number.
      try transaction.lock(id)
      let change = try Delivery.notified(
        notice, id: newID, number: reader.nextDeliveryNumber(of: id), agreement: id,
        under: try terms(of: agreement, at: instant, in: reader), by: actor, at: instant)
      try transaction.save(change)
      return change.state
    }
  }

  /// Refused when the delivery is no more at the version that its page showed, if one is given.
  @discardableResult
  package func act(
    on id: ID<Delivery>, under agreement: ID<Agreement>, by actor: Actor, seen version: Int? = nil,
    _ act: DeliveryAct
  ) async throws -> Delivery {
    let instant = now()
    let newID: ID<DutySettlement> = newID(at: instant)
    return try await database.write { transaction in
      let reader = transaction.reader
      let delivery = try reader.existing(id, under: agreement)
      if let version, version != delivery.version { throw DeliveryRefusal.changedMeanwhile }
      let terms = try terms(
        of: try reader.existing(agreement), version: delivery.contractVersion, in: reader)
      let change: Change<Delivery>
      switch act {
      case .decide(let decision):
        change = try delivery.decided(decision, under: terms, by: actor, at: instant)
      case .lift(let number, let note):
        change = try delivery.lifting(
          reservation: number, note: note, by: actor, at: instant)
      case .presentAgain(let day, let note):
        change = try delivery.presentedAgain(
          on: day, note: note, under: terms, by: actor, at: instant)
      }
      try transaction.save(change)
      if case .presentAgain = act {
        try dropReport(of: delivery, by: actor, in: transaction, at: instant)
      }
      try settleDuty(of: change.state, newID, by: actor, at: instant, in: transaction)
      return change.state
    }
  }

  /// A report of what is no longer decided is not signed any more.
  private func dropReport(
    of delivery: Delivery, by actor: Actor, in transaction: Transaction, at instant: Instant
  ) throws {
    guard let envelope = try transaction.reader.openEnvelope(of: delivery) else { return }
    try transaction.saveAlso(
      envelope.withdrawn(because: "présenté de nouveau", by: actor, at: instant))
    try transaction.forgetSigningCodes(of: envelope.id)
  }

  /// The contract's own duty to accept, when the decision is the one that it awaits.
  private func settleDuty(
    of delivery: Delivery, _ id: ID<DutySettlement>, by actor: Actor, at instant: Instant,
    in transaction: Transaction
  ) throws {
    guard let due = delivery.due, let verdict = delivery.verdict, !delivery.operation.isEmpty
    else { return }
    let reader = transaction.reader
    let key = DutyKey(due: due, kind: .acceptance, item: delivery.operation)
    let agreement = try reader.existing(delivery.agreement)
    guard let duty = try ledger(of: agreement, in: reader).duty(key),
      try reader.settlements(of: agreement.id, in: due...due, limit: 1000)[key] == nil
    else { return }
    let today = try terms(of: agreement, at: instant, in: reader).contract.zone.day(at: instant)
    guard today >= duty.opens ?? today else { return }
    try transaction.saveAlso(
      duty.done(
        "Recette \(delivery.number) : \(verdict.decision.rawValue)", proof: nil, id: id,
        under: agreement.id, by: actor, on: today, at: instant))
  }

  /// What silence decides where the contract says so, each once.
  func decideTacitly() async throws {
    let instant = now()
    let lines = try await database.read { try $0.awaitedDeliveries(limit: Operations.tacitRound) }
    for line in lines {
      let newID: ID<DutySettlement> = newID(at: instant)
      try await database.write { transaction in
        let reader = transaction.reader
        let delivery = try reader.existing(line.id, under: line.agreement)
        let agreement = try reader.existing(line.agreement)
        let today = try terms(of: agreement, at: instant, in: reader).contract.zone
          .day(at: instant)
        guard let due = delivery.due, due < today, delivery.silence != nil,
          delivery.verdict == nil
        else { return }
        let change = try delivery.tacitlyDecided(on: today, at: instant)
        try transaction.save(change)
        try settleDuty(of: change.state, newID, by: .system, at: instant, in: transaction)
      }
    }
  }

  package func delivery(_ id: ID<Delivery>, under agreement: ID<Agreement>) async throws
    -> DeliveryReading
  {
    let instant = now()
    return try await database.read { reader in
      let delivery = try reader.existing(id, under: agreement)
      let agreement = try reader.existing(agreement)
      let terms = try terms(of: agreement, version: delivery.contractVersion, in: reader)
      return DeliveryReading(
        agreement: agreement, terms: terms, delivery: delivery,
        facts: try reader.facts(of: .delivery, id.number),
        entries: try reader.entryNumbers(of: .delivery, id.number),
        envelopes: try reader.envelopes(accepting: delivery),
        today: terms.contract.zone.day(at: instant))
    }
  }

  package func deliveries(of id: ID<Agreement>) async throws -> DeliveryList {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let terms = try terms(of: agreement, at: instant, in: reader)
      return DeliveryList(
        agreement: agreement, terms: terms,
        lines: try reader.deliveries(of: id, limit: Operations.deliveryRows),
        today: terms.contract.zone.day(at: instant))
    }
  }

  /// Of all agreements, those that await a decision, the first due first.
  package func awaitedDeliveries(limit: Int) async throws -> [DeliveryLine] {
    try await database.read { try $0.awaitedDeliveries(limit: limit) }
  }
}

extension Reader {
  func existing(_ id: ID<Delivery>, under agreement: ID<Agreement>) throws
    -> Delivery
  {
    guard let delivery = try delivery(id), delivery.agreement == agreement else {
      throw Missing.delivery
    }
    return delivery
  }
}
