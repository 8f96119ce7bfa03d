/// One thing that happened, as the register keeps it for ever.
///
/// `kind` and the shape of `body` never change meaning once released: a new meaning is a new kind.
package struct Fact: Hashable, Sendable {
  /// Such as `ticket.opened`: lower case, one dot.
  package var kind: String
  /// When it was recorded, by the server's clock.
  package var at: Instant
  package var actor: Actor
  package var subject: Subject
  package var body: Datum

  package init(kind: String, at: Instant, actor: Actor, subject: Subject, body: Datum) {
    self.kind = kind
    self.at = at
    self.actor = actor
    self.subject = subject
    self.body = body
  }
}

/// What a fact is about. Every subject belongs to one contract, whose log keeps its facts.
package struct Subject: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case agreement
    case ticket
    case duty
    case outage
    case advice
    case delivery
    case account
    /// Somebody on call.
    case shift
    case invoice
    /// An invoice that a supplier sent.
    case purchase
    /// An invoice's way through an approved platform.
    case handover
    /// A message to somebody, where it is evidence that it was handed over.
    case mail
    /// A document put before those who sign it.
    case signature
    /// Contents that were erased.
    case erasure
    /// Evidence that was taken out.
    case disclosure
    /// An hour in which what is confidential was read.
    case reads
    /// The register itself, whose facts belong to no contract.
    case register
  }

  package var kind: Kind
  /// The number of the subject's `ID`.
  package var id: Int64
  package var agreement: ID<Agreement>

  package init(kind: Kind, id: Int64, agreement: ID<Agreement>) {
    self.kind = kind
    self.id = id
    self.agreement = agreement
  }

  /// Its log has a number that no agreement is given.
  package static let register = Subject(kind: .register, id: 1, agreement: ID(number: 1))
}

/// Who acted.
package struct Actor: Hashable, Sendable {
  package enum Side: String, CaseIterable, Sendable {
    case provider
    case client
    case system
  }

  package var side: Side
  package var name: String

  package init(side: Side, name: String) {
    self.side = side
    self.name = name
  }

  /// The product itself, when the scheduler acts.
  package static let system = Actor(side: .system, name: "Diligence")
}
