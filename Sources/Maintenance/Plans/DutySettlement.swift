/// What became of one duty: done, with what proves it, or waived, with the reason.
///
/// A duty without a settlement is due, or late once its day is past. A settlement is final.
package struct DutySettlement: Evidenced, Hashable {
  package enum Outcome: String, CaseIterable, Sendable {
    case done
    case waived
  }

  package let id: ID<DutySettlement>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  package let key: DutyKey
  package let outcome: Outcome
  package let bearer: Duty.Bearer
  /// The clause that asks for it, its number, and the version of the contract.
  package let clause: String
  package let number: String
  package let contractVersion: Int
  /// What proves that it was done, or why it need not be.
  package let note: String
  package let proof: DutyProof?
  package let actor: Actor
  package let at: Instant

  package init(opening fact: Fact) throws(ReplayFault) {
    guard let outcome = DutyFact.outcome(of: fact.kind) else {
      throw ReplayFault("a duty is done or waived, not \(fact.kind)")
    }
    guard let key = fact.body["duty"]?.text.flatMap(DutyKey.init),
      let bearer = fact.body["bearer"]?.text.flatMap(Duty.Bearer.init),
      let clause = fact.body["clause"]?.text, let number = fact.body["number"]?.text,
      let contractVersion = fact.body["version"]?.integer, let note = fact.body["note"]?.text
    else { throw ReplayFault("\(fact.kind): unreadable") }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    self.key = key
    self.outcome = outcome
    self.bearer = bearer
    self.clause = clause
    self.number = number
    self.contractVersion = Int(contractVersion)
    self.note = note
    proof = fact.body["proof"].flatMap(DutyProof.init)
    actor = fact.actor
    at = fact.at
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    throw ReplayFault("a duty is settled once: \(fact.kind) comes after")
  }
}

/// An entry of the agreement's register that did the duty.
package struct DutyProof: Hashable, Sendable {
  /// Place in the agreement's log, from 0.
  package let entry: Int64
  package let kind: String
  /// The entry's hash, in hexadecimal: it proves that the same entry is meant.
  package let leaf: String

  package init(entry: Int64, kind: String, leaf: String) {
    self.entry = entry
    self.kind = kind
    self.leaf = leaf
  }

  init?(_ datum: Datum) {
    guard let entry = datum["entry"]?.integer, let kind = datum["kind"]?.text,
      let leaf = datum["leaf"]?.text
    else { return nil }
    self.init(entry: entry, kind: kind, leaf: leaf)
  }

  var datum: Datum {
    .fields(["entry": .integer(entry), "kind": .text(kind), "leaf": .text(leaf)])
  }
}

/// Why a duty cannot be settled.
package enum DutyRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// The contract has no such duty on that day.
  case unknownDuty
  case alreadySettled
  /// Neither a text nor an entry that proves it.
  case noProof
  case noReason
  case textTooLong
  /// The register has no such entry.
  case unknownEntry
  /// A date of the contract comes and goes: nobody does it.
  case onlyDate
  case tooEarly
}

enum DutyFact {
  static let done = "duty.done"
  static let waived = "duty.waived"

  static func outcome(of kind: String) -> DutySettlement.Outcome? {
    switch kind {
    case done: .done
    case waived: .waived
    default: nil
    }
  }
}

extension Duty {
  package static let longestNote = 10_000

  /// Done, by a text that proves it or an entry of the register, or both.
  package func done(
    _ note: String, proof: DutyProof?, id: ID<DutySettlement>, under agreement: ID<Agreement>,
    by actor: Actor, on today: Day, at instant: Instant
  ) throws -> Change<DutySettlement> {
    guard proof != nil || !note.allSatisfy(\.isWhitespace) else { throw DutyRefusal.noProof }
    guard today >= opens ?? today else { throw DutyRefusal.tooEarly }
    return try settled(DutyFact.done, note, proof, id, agreement, actor, instant)
  }

  /// Not asked for, for a reason.
  package func waived(
    _ reason: String, id: ID<DutySettlement>, under agreement: ID<Agreement>, by actor: Actor,
    at instant: Instant
  ) throws -> Change<DutySettlement> {
    guard !reason.allSatisfy(\.isWhitespace) else { throw DutyRefusal.noReason }
    return try settled(DutyFact.waived, reason, nil, id, agreement, actor, instant)
  }

  private func settled(
    _ fact: String, _ note: String, _ proof: DutyProof?, _ id: ID<DutySettlement>,
    _ agreement: ID<Agreement>, _ actor: Actor, _ instant: Instant
  ) throws -> Change<DutySettlement> {
    guard !kind.isOnlyDate else { throw DutyRefusal.onlyDate }
    guard note.count <= Duty.longestNote else { throw DutyRefusal.textTooLong }
    let body: [String: Datum?] = [
      "duty": .text(key.text), "bearer": .text(bearer.rawValue), "clause": .text(clause),
      "number": .text(number), "version": .integer(Int64(version)), "note": .text(note),
      "proof": proof?.datum,
    ]
    return try Change(from: [
      Fact(
        kind: fact, at: instant, actor: actor,
        subject: Subject(kind: .duty, id: id.number, agreement: agreement),
        body: .fields(present: body))
    ])
  }
}

/// A duty with what became of it, on a day.
package struct DutyState: Hashable, Sendable {
  package enum Standing: String, CaseIterable, Sendable {
    case late
    case due
    case done
    case waived
    /// A date that is over.
    case past
  }

  package let duty: Duty
  package let settlement: DutySettlement?
  package let standing: Standing

  package init(_ duty: Duty, _ settlement: DutySettlement?, on today: Day) {
    self.duty = duty
    self.settlement = settlement
    standing =
      switch settlement?.outcome {
      case .done: .done
      case .waived: .waived
      case nil: duty.due >= today ? .due : duty.kind.isOnlyDate ? .past : .late
      }
  }
}
