/// Names and shapes of the facts about a ticket.
package enum TicketFact {
  static let opened = "ticket.opened"
  static let takenInCharge = "ticket.taken_in_charge"
  static let paused = "ticket.paused"
  static let resumed = "ticket.resumed"
  static let workedAround = "ticket.worked_around"
  package static let resolved = "ticket.resolved"
  package static let worked = "ticket.worked"
  static let assigned = "ticket.assigned"
  static let qualified = "ticket.qualified"
  static let verdictOverridden = "ticket.verdict_overridden"
  static let debtMoved = "ticket.debt_moved"
  static let reopened = "ticket.reopened"
  static let confirmed = "ticket.confirmed"
  static let linked = "ticket.linked"
  static let answered = "ticket.answered"
  static let noted = "ticket.noted"
  package static let proposed = "ticket.proposed"
  package static let proposalAnswered = "ticket.proposal_answered"
  package static let warned = "ticket.warned"
  package static let reminded = "ticket.reminded"
  package static let warningAnswered = "ticket.warning_answered"
  static let assetsChanged = "ticket.assets_changed"
  static let escalated = "ticket.escalated"

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
