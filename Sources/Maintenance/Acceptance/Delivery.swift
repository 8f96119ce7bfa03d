/// Something delivered or done that the client accepts or not (recette), or a check of a public
/// contract: fitness (VA), regular service (VSR).
package struct Delivery: Evidenced, Hashable {
  package enum Kind: String, CaseIterable, Sendable {
    case acceptance = "recette"
    case fitness = "va"
    case regularity = "vsr"
  }

  package enum Decision: String, CaseIterable, Sendable {
    case accepted
    case reserved
    /// Only some of it.
    case partial
    case refused
    /// Ajournement: to be presented again (CCAG-TIC).
    case postponed
    /// Réfaction: accepted at a lower price (CCAG-TIC).
    case reduced
  }

  package enum Stage: String, CaseIterable, Sendable {
    case awaited
    case accepted
    /// Accepted, with reservations that are still to be lifted.
    case reserved
    case partial
    case refused
    case postponed
    case reduced
  }

  package struct Reservation: Hashable, Sendable {
    package let text: String
    package fileprivate(set) var liftedAt: Instant?
    /// What was done about it.
    package fileprivate(set) var note = ""
  }

  /// What was decided on it, by whom; by nobody when silence decided.
  package struct Verdict: Hashable, Sendable {
    package let decision: Decision
    package let at: Instant
    package let by: String
    package let capacity: String
    package let reason: String
    package let isTacit: Bool
  }

  package let id: ID<Delivery>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  /// Within the agreement, from one.
  package let number: Int
  package let kind: Kind
  package let title: String
  /// Id of the operation that it comes from; empty for another delivery.
  package let operation: String
  package let criteria: [String]
  /// The day on which completion was notified, the last time that it was presented.
  package private(set) var notified: Day
  /// The last day to decide, when the contract gives one.
  package private(set) var due: Day?
  package let silence: Acceptance.Silence?
  /// The clause that asks for it, and its number.
  package let clause: String
  package let clauseNumber: String
  package let contractVersion: Int
  package private(set) var presentations = 1
  package private(set) var verdict: Verdict?
  package private(set) var reservations: [Reservation] = []

  package var stage: Stage {
    guard let verdict else { return .awaited }
    switch verdict.decision {
    case .accepted: return .accepted
    case .reserved: return reservations.contains { $0.liftedAt == nil } ? .reserved : .accepted
    case .partial: return .partial
    case .refused: return .refused
    case .postponed: return .postponed
    case .reduced: return .reduced
    }
  }

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == DeliveryFact.notified else {
      throw ReplayFault("a delivery begins by being notified, not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    number = Int(try fact.integer("number"))
    kind = try fact.choice("kind")
    title = try fact.text("title")
    operation = try fact.text("operation")
    criteria = (fact.body["criteria"]?.list ?? []).compactMap(\.text)
    notified = try fact.day("day")
    due = fact.body["due"]?.text.flatMap(Day.init(iso:))
    silence = fact.body["silence"]?.text.flatMap(Acceptance.Silence.init(rawValue:))
    clause = try fact.text("clause")
    clauseNumber = try fact.text("clause_number")
    contractVersion = Int(try fact.integer("contract_version"))
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case DeliveryFact.decided, DeliveryFact.tacit:
      let isTacit = fact.kind == DeliveryFact.tacit
      verdict = Verdict(
        decision: try fact.choice("decision"), at: fact.at,
        by: fact.body["answered_by"]?.text ?? "", capacity: fact.body["capacity"]?.text ?? "",
        reason: fact.body["reason"]?.text ?? "", isTacit: isTacit)
      reservations = (fact.body["reservations"]?.list ?? []).compactMap(\.text).map {
        Reservation(text: $0)
      }
    case DeliveryFact.lifted:
      let index = try fact.index(among: reservations.count)
      reservations[index].liftedAt = fact.at
      reservations[index].note = try fact.text("note")
    case DeliveryFact.presented:
      notified = try fact.day("day")
      due = fact.body["due"]?.text.flatMap(Day.init(iso:))
      presentations += 1
      verdict = nil
      reservations = []
    default: throw ReplayFault("a delivery knows no \(fact.kind)")
    }
    version += 1
  }
}

package enum DeliveryFact {
  package static let notified = "delivery.notified"
  package static let decided = "delivery.decided"
  package static let tacit = "delivery.tacit"
  package static let lifted = "delivery.lifted"
  package static let presented = "delivery.presented"
}

/// Why a delivery cannot be notified, decided or changed.
package enum DeliveryRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case noTitle
  case noCriterion
  case tooManyLines
  case textTooLong
  case dayOutOfBounds
  /// The contract has no acceptance, or no such check.
  case notOfContract
  case unknownOperation
  case alreadyDecided
  /// This decision is none of this kind of check.
  case wrongDecision
  case noReservation
  case reasonNeeded
  case nameOutOfBounds
  case notYetSilent
  case unknownReservation
  case alreadyLifted
  /// Only what was refused, postponed or accepted in part is presented again.
  case notPresentable
  case unknownDelivery
  case changedMeanwhile
}
