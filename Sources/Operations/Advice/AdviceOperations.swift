package import Maintenance
package import Store

/// One act on an advice.
package enum AdviceAct: Hashable, Sendable {
  case revise(AdviceContent)
  case send(to: String, by: Advice.Means)
  case remind(by: Advice.Means)
  case see
  case answer(ClientAnswer.Kind, from: String, reason: String)
  case raiseAgain(Advice.Occasion, note: String)
  case close(reason: String)
}

/// One advice with what its page needs.
package struct AdviceReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var advice: Advice
  package var facts: [Fact]
  /// Numbers of their entries in the agreement's log.
  package var entries: [Int64]
  /// Another client was told the same consequence.
  package var isGeneric: Bool
  package var at: Instant
}

/// An agreement's advice, and what calls for more.
package struct AdviceList: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var lines: [AdviceLine]
  /// Facts that no advice tells of yet.
  package var occasions: [AdviceOccasion]
  /// Refused or unanswered ones, while a review or a last day for notice is near.
  package var toRaise: [AdviceLine]
  package var today: Day
}

extension Operations {
  /// Advice read for one list at most.
  package static let adviceRows = 300
  /// A review or a last day for notice is near so many days before, at which refusals are raised.
  private static let raisedAhead = 60

  package func draftAdvice(
    _ content: AdviceContent, from origin: Advice.Origin, under id: ID<Agreement>, by actor: Actor
  ) async throws -> Advice {
    let instant = now()
    let newID: ID<Advice> = newID(at: instant)
    return try await database.write { transaction in
      let reader = transaction.reader
      let agreement = try reader.existing(id)
      _ = try terms(of: agreement, at: instant, in: reader)
      if origin.kind == .ticket {
        guard let ticket = ID<Ticket>(origin.reference),
          try reader.ticket(ticket)?.agreement == id
        else { throw AdviceRefusal.unknownTicket }
      }
      // Two at once must not take one number.
      try transaction.lock(id)
      let change = try Advice.drafted(
        content, from: origin, id: newID, number: reader.nextAdviceNumber(of: id), agreement: id,
        by: actor, at: instant)
      try transaction.save(change)
      return change.state
    }
  }

  /// Refused when the advice is no more at the version that its page showed, if one is given.
  @discardableResult
  package func act(
    on id: ID<Advice>, under agreement: ID<Agreement>, by actor: Actor, seen version: Int? = nil,
    _ act: AdviceAct
  ) async throws -> Advice {
    let instant = now()
    let newTicket: ID<Ticket> = newID(at: instant)
    return try await database.write { transaction in
      let reader = transaction.reader
      let advice = try reader.existing(id, under: agreement)
      if let version, version != advice.version { throw AdviceRefusal.changedMeanwhile }
      let change: Change<Advice>
      switch act {
      case .revise(let content):
        change = try advice.revised(content, by: actor, at: instant)
      case .send(let recipient, let means):
        let agreement = try reader.existing(agreement)
        change = try advice.sent(
          to: recipient, by: means,
          isGeneric: try reader.isToldElsewhere(advice.content, than: agreement.id),
          under: try terms(of: agreement, at: instant, in: reader), actor: actor, at: instant)
      case .remind(let means): change = try advice.reminded(by: means, actor: actor, at: instant)
      case .see: change = try advice.seen(by: actor, at: instant)
      case .answer(.accepted, let person, let reason) where advice.content.price != nil:
        return try accept(
          advice, from: person, reason, newTicket, by: actor, at: instant, in: transaction)
      case .answer(let kind, let person, let reason):
        change = try advice.answered(kind, from: person, reason: reason, by: actor, at: instant)
      case .raiseAgain(let occasion, let note):
        change = try advice.raisedAgain(for: occasion, note: note, by: actor, at: instant)
      case .close(let reason): change = try advice.closed(reason, by: actor, at: instant)
      }
      try transaction.save(change)
      return change.state
    }
  }

  /// What is accepted at a price is a ticket's proposal, accepted: it is done and billed as such.
  private func accept(
    _ advice: Advice, from person: String, _ reason: String, _ id: ID<Ticket>, by actor: Actor,
    at instant: Instant, in transaction: Transaction
  ) throws -> Advice {
    let reader = transaction.reader
    let agreement = try reader.existing(advice.agreement)
    let terms = try terms(of: agreement, at: instant, in: reader)
    try transaction.lock(agreement.id)
    let number = try reader.nextTicketNumber(of: agreement.id)
    let change = try advice.answered(
      .accepted, from: person, reason: reason,
      ticket: Advice.TicketReference(id: id, number: number), by: actor, at: instant)
    try transaction.save(change)
    let balance = try balance(of: agreement, terms, at: instant, in: reader)
    let opened = try Ticket.opened(
      advice.request(under: terms, from: person), id: id, number: number,
      agreement: agreement.id, under: terms, prepaidMinutesLeft: balance?.leftMinutes, by: actor,
      at: instant)
    try transaction.saveAlso(opened)
    let zone = terms.contract.zone
    let proposed = try opened.state.proposing(
      advice.content.recommendation, price: advice.content.price ?? .zero,
      until: zone.day(at: instant) + 30, in: zone, by: actor, at: instant)
    try transaction.saveAlso(proposed)
    try transaction.saveAlso(
      proposed.state.answering(
        proposal: 1, .accepted, from: person, reason: reason, in: zone, by: actor, at: instant))
    return change.state
  }

  /// What was never sent is the provider's own: a client's person does not find it, nor what it
  /// said before it was sent.
  package func advice(_ id: ID<Advice>, under agreement: ID<Agreement>) async throws
    -> AdviceReading
  {
    let (instant, isClient) = (now(), ClientScope.reach != nil)
    return try await database.read { reader in
      let advice = try reader.existing(id, under: agreement)
      if isClient, advice.rounds.isEmpty { throw Missing.advice }
      let facts = try reader.facts(of: .advice, id.number)
      let entries = try reader.entryNumbers(of: .advice, id.number)
      let drafting = isClient ? [AdviceFact.drafted, AdviceFact.revised] : []
      let told = facts.indices.filter { !drafting.contains(facts[$0].kind) }
      let agreement = try reader.existing(agreement)
      return AdviceReading(
        agreement: agreement, terms: try terms(of: agreement, at: instant, in: reader),
        advice: advice, facts: told.map { facts[$0] }, entries: told.map { entries[$0] },
        isGeneric: try !isClient && reader.isToldElsewhere(advice.content, than: agreement.id),
        at: instant)
    }
  }

  /// For a client's person, what was sent, without what the provider might raise.
  package func adviceList(of id: ID<Agreement>) async throws -> AdviceList {
    let (instant, isClient) = (now(), ClientScope.reach != nil)
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let terms = try terms(of: agreement, at: instant, in: reader)
      let today = terms.contract.zone.day(at: instant)
      let lines = try reader.advice(of: id, sentOnly: isClient, limit: Operations.adviceRows)
      if isClient {
        return AdviceList(
          agreement: agreement, terms: terms, lines: lines, occasions: [], toRaise: [],
          today: today)
      }
      let told = Set(lines.map(\.origin))
      let refused = lines.filter { $0.stage == .declined || $0.stage == .silent }
      let isNear =
        !refused.isEmpty
        && DutyLedger(terms).duties(in: today...(today + Operations.raisedAhead)).contains {
          $0.kind == .committee || $0.kind == .lastNotice
        }
      return AdviceList(
        agreement: agreement, terms: terms, lines: lines,
        occasions: terms.adviceOccasions(on: today).filter { !told.contains($0.origin) },
        toRaise: isNear ? refused : [], today: today)
    }
  }

  /// Of all agreements at one stage, the last first; and how many are at each.
  package func advice(
    at stage: Advice.Stage, before: ID<Advice>?, limit: Int
  ) async throws -> (lines: [AdviceLine], counts: [Advice.Stage: Int]) {
    try await database.read { reader in
      (try reader.advice(at: stage, before: before, limit: limit), try reader.adviceCounts())
    }
  }
}

extension Reader {
  fileprivate func existing(_ id: ID<Advice>, under agreement: ID<Agreement>) throws -> Advice {
    guard let advice = try advice(id), advice.agreement == agreement else {
      throw Missing.advice
    }
    return advice
  }
}

extension Advice {
  /// The ticket that does what it recommends, of the least urgent priority.
  fileprivate func request(under terms: Terms, from person: String) -> TicketRequest {
    let contract = terms.contract
    return TicketRequest(
      channel: contract.support.channels.first ?? .portal,
      site: contract.scope.sites.first?.id ?? "", group: contract.scope.groups.first?.id ?? "",
      nature: .advice, impact: contract.serviceLevels.matrix.impacts.last ?? "",
      urgency: contract.serviceLevels.matrix.urgencies.last ?? "",
      title: "\(content.thing.prefix(170)) : conseil \(number)", text: content.recommendation,
      requester: person)
  }
}
