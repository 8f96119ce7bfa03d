/// Names and shapes of the facts about a ticket.
enum TicketFact {
  static let opened = "ticket.opened"
  static let takenInCharge = "ticket.taken_in_charge"
  static let paused = "ticket.paused"
  static let resumed = "ticket.resumed"
  static let workedAround = "ticket.worked_around"
  static let resolved = "ticket.resolved"
  static let worked = "ticket.worked"

  static func datum(_ deadlines: [Milestone: Instant]) -> Datum {
    .fields(
      Dictionary(uniqueKeysWithValues: deadlines.map { ($0.key.rawValue, .text($0.value.iso)) }))
  }

  static func deadlines(of body: Datum) -> [Milestone: Instant] {
    var deadlines: [Milestone: Instant] = [:]
    for milestone in Milestone.allCases {
      deadlines[milestone] = body["deadlines"]?[milestone.rawValue]?.text
        .flatMap(Instant.init(iso:))
    }
    return deadlines
  }
}

extension Ticket {
  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case TicketFact.takenInCharge:
      takenInChargeAt = fact.at
      assignee = fact.actor.name
      if stage == .new { stage = .inCharge }
    case TicketFact.paused:
      guard let reason = fact.body["reason"]?.text.flatMap(PauseReason.init(rawValue:)) else {
        throw ReplayFault("\(fact.kind): unreadable reason")
      }
      pauses.append(Pause(reason: reason, start: fact.at))
      deadlines = TicketFact.deadlines(of: fact.body)
      stage = .waiting
    case TicketFact.resumed:
      guard !pauses.isEmpty else { throw ReplayFault("\(fact.kind) without a pause") }
      pauses[pauses.count - 1].end = fact.at
      deadlines = TicketFact.deadlines(of: fact.body)
      stage = workedAroundAt != nil ? .workedAround : takenInChargeAt != nil ? .inCharge : .new
    case TicketFact.workedAround:
      workedAroundAt = fact.at
      stage = .workedAround
    case TicketFact.resolved:
      guard let cause = fact.body["cause"]?.text.flatMap(FailureCause.init(rawValue:)) else {
        throw ReplayFault("\(fact.kind): unreadable cause")
      }
      self.cause = cause
      resolvedAt = fact.at
      stage = .resolved
    case TicketFact.worked:
      guard let minutes = fact.body["minutes"]?.integer else {
        throw ReplayFault("\(fact.kind): unreadable minutes")
      }
      let note = fact.body["note"]?.text ?? ""
      work.append(Work(at: fact.at, minutes: Int(minutes), by: fact.actor.name, note: note))
    default:
      throw ReplayFault("a ticket knows no fact \(fact.kind)")
    }
    version += 1
  }
}
