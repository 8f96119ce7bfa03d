/// What a client said to a proposal or a warning; recorded by whoever heard it.
package struct ClientAnswer: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case accepted
    case declined
    /// Nothing came, after the reminders.
    case silent
  }

  package var kind: Kind
  package var at: Instant
  /// Who answered at the client; empty for silence.
  package var by: String
  package var reason: String

  init(_ fact: Fact) throws(ReplayFault) {
    kind = try fact.choice("answer")
    at = fact.at
    by = try fact.text("answered_by")
    reason = try fact.text("reason")
  }
}

/// A priced way to do what the contract does not cover, accepted or declined in one act.
package struct Proposal: Hashable, Sendable {
  package var text: String
  /// Before VAT.
  package var price: Money
  package var validUntil: Day
  package var at: Instant
  package var answer: ClientAnswer?
  /// When it became due: the first resolution after its acceptance.
  package var doneAt: Instant?

  init(_ fact: Fact) throws(ReplayFault) {
    text = try fact.text("text")
    price = Money(cents: try fact.integer("price"))
    validUntil = try fact.day("valid_until")
    at = fact.at
  }

  var isToDo: Bool { answer?.kind == .accepted && doneAt == nil }
}

/// A formal warning (mise en garde): the provider's duty to say what an omission risks.
package struct Warning: Hashable, Sendable {
  package var risk: String
  package var consequence: String
  package var recommendation: String
  /// Of what is recommended, before VAT.
  package var price: Money?
  package var at: Instant
  package var reminders: [Instant] = []
  package var answer: ClientAnswer?

  /// Silence may be told after so many.
  package static let remindersBeforeSilence = 2

  init(_ fact: Fact) throws(ReplayFault) {
    risk = try fact.text("risk")
    consequence = try fact.text("consequence")
    recommendation = try fact.text("recommendation")
    price = fact.body["price"]?.integer.map(Money.init(cents:))
    at = fact.at
  }

  package func maySilenceBeTold(at instant: Instant) -> Bool {
    guard let last = reminders.last else { return false }
    return reminders.count >= Warning.remindersBeforeSilence && instant - last >= 86_400
  }
}

/// Who reads what is written on a ticket.
package enum Audience: String, CaseIterable, Sendable {
  case client
  /// The provider's own people.
  case provider
}

extension Ticket {
  private static let mostDealings = 100
  private static let highestPrice = Money(cents: 100_000_000)

  /// Records words to the client, or a note that the client never sees.
  package func written(
    _ text: String, to audience: Audience, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    let kind = audience == .client ? TicketFact.answered : TicketFact.noted
    return try change(kind, ["note": .text(try required(text))], by: actor, at: instant)
  }

  package func proposing(
    _ text: String, price: Money, until day: Day, in zone: Zone, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard proposals.count < Ticket.mostDealings else { throw TicketRefusal.tooManyDealings }
    let text = try required(text)
    guard price > .zero, price <= Ticket.highestPrice else { throw TicketRefusal.priceOutOfBounds }
    let today = zone.day(at: instant)
    guard day >= today, day <= today + 366 else { throw TicketRefusal.dayOutOfBounds }
    return try change(
      TicketFact.proposed,
      [
        "number": .integer(Int64(proposals.count + 1)), "text": .text(text),
        "price": .integer(price.cents), "valid_until": .text(day.iso),
      ], by: actor, at: instant)
  }

  /// Records the client's answer to the proposal of that number; declining says why.
  package func answering(
    proposal number: Int, _ kind: ClientAnswer.Kind, from person: String, reason: String,
    in zone: Zone, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    guard proposals.indices.contains(number - 1), kind != .silent else {
      throw TicketRefusal.unknownProposal
    }
    let proposal = proposals[number - 1]
    guard proposal.answer == nil else { throw TicketRefusal.alreadyAnswered }
    if kind == .accepted, zone.day(at: instant) > proposal.validUntil {
      throw TicketRefusal.proposalExpired
    }
    return try answer(
      TicketFact.proposalAnswered, number, kind, from: person, reason: reason, by: actor,
      at: instant)
  }

  package func warning(
    of risk: String, consequence: String, recommendation: String, price: Money?, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Ticket> {
    guard warnings.count < Ticket.mostDealings else { throw TicketRefusal.tooManyDealings }
    if let price, price < .zero || price > Ticket.highestPrice {
      throw TicketRefusal.priceOutOfBounds
    }
    var fields: [String: Datum] = [
      "number": .integer(Int64(warnings.count + 1)), "risk": .text(try required(risk)),
      "consequence": .text(try required(consequence)),
      "recommendation": .text(try required(recommendation)),
    ]
    fields["price"] = price.map { .integer($0.cents) }
    return try change(TicketFact.warned, fields, by: actor, at: instant)
  }

  package func reminding(of number: Int, by actor: Actor, at instant: Instant) throws
    -> Change<Ticket>
  {
    let warning = try unanswered(warning: number)
    guard warning.reminders.count < Ticket.mostDealings else {
      throw TicketRefusal.tooManyDealings
    }
    return try change(
      TicketFact.reminded, ["number": .integer(Int64(number))], by: actor, at: instant)
  }

  /// Records what the client said to a warning, or that it said nothing.
  package func answering(
    warning number: Int, _ kind: ClientAnswer.Kind, from person: String, reason: String,
    by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    let warning = try unanswered(warning: number)
    if kind == .silent, !warning.maySilenceBeTold(at: instant) {
      throw TicketRefusal.silenceTooEarly
    }
    return try answer(
      TicketFact.warningAnswered, number, kind, from: kind == .silent ? nil : person,
      reason: reason, by: actor, at: instant)
  }

  private func unanswered(warning number: Int) throws -> Warning {
    guard warnings.indices.contains(number - 1) else { throw TicketRefusal.unknownWarning }
    guard warnings[number - 1].answer == nil else { throw TicketRefusal.alreadyAnswered }
    return warnings[number - 1]
  }

  private func answer(
    _ fact: String, _ number: Int, _ kind: ClientAnswer.Kind, from person: String?,
    reason: String, by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    if kind == .declined, reason.isBlank { throw TicketRefusal.reasonNeeded }
    return try change(
      fact,
      [
        "number": .integer(Int64(number)), "answer": .text(kind.rawValue),
        "answered_by": .text(try person?.checkedName() ?? ""), "reason": .text(try bounded(reason)),
      ], by: actor, at: instant)
  }
}
