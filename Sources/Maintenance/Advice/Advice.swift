/// An advice to the client (devoir de conseil, C. civ. 1112-1): from a fact to its answer, each
/// step a fact with its proof.
package struct Advice: Evidenced, Hashable {
  package enum Stage: String, CaseIterable, Sendable {
    case drafted
    case sent
    /// The client says that it has read it.
    case seen
    case accepted
    case declined
    /// Nothing came, after the reminders.
    case silent
    case closed

    /// An answer is awaited.
    package var isAwaited: Bool { self == .sent || self == .seen }
  }

  /// The fact that it comes from.
  package struct Origin: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      /// Reference: id of the asset.
      case asset
      /// Reference: the ticket's id.
      case ticket
      /// A reservation of the entry inventory; reference: its text.
      case inventory
      /// Reference: last day of the period.
      case renewal
      case review
      case other
    }

    package var kind: Kind
    package var reference: String

    package init(_ kind: Kind, _ reference: String = "") {
      self.kind = kind
      self.reference = reference
    }
  }

  package enum Means: String, CaseIterable, Sendable {
    case portal = "portail"
    case email = "courriel"
    case letter = "lettre"
    case meeting = "reunion"
  }

  package enum Occasion: String, CaseIterable, Sendable {
    case review
    case renewal
    /// The thing got worse, or happened again.
    case fact
  }

  /// From one sending to its answer; raised again, an advice begins another.
  package struct Round: Hashable, Sendable {
    package let sentAt: Instant
    /// To whom; for a round begun by raising it again, none.
    package let recipient: String
    package let means: Means?
    package let occasion: Occasion?
    package fileprivate(set) var reminders: [Instant] = []
    package fileprivate(set) var seenAt: Instant?
    package fileprivate(set) var answer: ClientAnswer?
  }

  package let id: ID<Advice>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  /// Within the agreement, from one.
  package let number: Int
  package let origin: Origin
  package private(set) var content: AdviceContent
  package private(set) var rounds: [Round] = []
  /// The ticket that does what was accepted at a price.
  package private(set) var ticket: TicketReference?
  /// Why it is over.
  package private(set) var closure: String?

  package struct TicketReference: Hashable, Sendable {
    package let id: ID<Ticket>
    package let number: Int

    package init(id: ID<Ticket>, number: Int) {
      self.id = id
      self.number = number
    }
  }

  package var stage: Stage {
    if closure != nil { return .closed }
    guard let round = rounds.last else { return .drafted }
    switch round.answer?.kind {
    case .accepted: return .accepted
    case .declined: return .declined
    case .silent: return .silent
    case nil: return round.seenAt == nil ? .sent : .seen
    }
  }

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == AdviceFact.drafted else {
      throw ReplayFault("an advice begins by being drafted, not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    number = Int(try fact.integer("number"))
    origin = Origin(try fact.choice("origin"), try fact.text("reference"))
    content = try AdviceContent(fact)
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case AdviceFact.revised: content = try AdviceContent(fact)
    case AdviceFact.sent:
      rounds.append(
        Round(
          sentAt: fact.at, recipient: try fact.text("to"), means: try fact.choice("means"),
          occasion: nil))
    case AdviceFact.raisedAgain:
      rounds.append(
        Round(
          sentAt: fact.at, recipient: "", means: nil, occasion: try fact.choice("occasion")))
    case AdviceFact.closed: closure = try fact.text("reason")
    default: try applyToRound(fact)
    }
    version += 1
  }

  private mutating func applyToRound(_ fact: Fact) throws(ReplayFault) {
    guard !rounds.isEmpty else { throw ReplayFault("\(fact.kind) before an advice was sent") }
    let last = rounds.count - 1
    switch fact.kind {
    case AdviceFact.reminded: rounds[last].reminders.append(fact.at)
    case AdviceFact.seen: rounds[last].seenAt = fact.at
    case AdviceFact.answered:
      rounds[last].answer = try ClientAnswer(fact)
      if let id = fact.body["ticket"]?.text.flatMap(ID<Ticket>.init) {
        ticket = TicketReference(id: id, number: Int(try fact.integer("ticket_number")))
      }
    default: throw ReplayFault("an advice knows no \(fact.kind)")
    }
  }
}

package enum AdviceFact {
  package static let drafted = "advice.drafted"
  package static let revised = "advice.revised"
  package static let sent = "advice.sent"
  package static let reminded = "advice.reminded"
  package static let seen = "advice.seen"
  package static let answered = "advice.answered"
  package static let raisedAgain = "advice.raised_again"
  package static let closed = "advice.closed"
}
