package import Maintenance

extension Ticket: Projected {
  package static let subjectKind = Subject.Kind.ticket
  package static let table = "ticket"
  package static let columns = [
    "id", "version", "agreement", "number", "title", "requester", "site", "asset_group", "nature",
    "priority", "stage", "charge", "contract_version", "opened_ms", "due_ms", "due_milestone",
    "resolved_ms", "assignee", "worked_minutes", "last_worked_ms", "held", "missed",
    "debt_owner", "debt_due_day", "awaited_answers", "last_due_proposal_ms",
    "words", "alert_ms", "alert_milestone", "alert_threshold", "alert_told",
  ]

  package var row: [SQLValue] {
    let next = nextDeadline
    let outcomes = outcomes
    let alert = alert
    return [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .integer(Int64(number)), .text(request.title), .text(request.requester),
      .text(request.site), .text(request.group), .text(request.nature.rawValue),
      .text(priority), .text(stage.rawValue), .text(verdict.charge.rawValue),
      .integer(Int64(contractVersion)), .integer(openedAt.milliseconds),
      .integer(next?.at.milliseconds ?? Ticket.noDeadline),
      next.map { .text($0.milestone.rawValue) } ?? .null,
      resolvedAt.map { .integer($0.milliseconds) } ?? .null,
      assignee.map(SQLValue.text) ?? .null, .integer(Int64(workedMinutes)),
      .integer(work.map(\.at.milliseconds).max() ?? 0), .integer(Int64(outcomes.held)),
      .integer(Int64(outcomes.missed)), debt.map { .text($0.owner) } ?? .null,
      debt.map { .integer(Int64($0.due.number)) } ?? .null, .integer(Int64(awaitedAnswers)),
      .integer(proposals.compactMap(\.doneAt?.milliseconds).max() ?? 0), .text(words.text),
      alert.map { .integer($0.at.milliseconds) } ?? .null,
      alert.map { .text($0.milestone.rawValue) } ?? .null,
      alert.map { .text($0.threshold.plain) } ?? .null,
      alert.map { .text($0.told.map(\.name).joined(separator: ", ")) } ?? .null,
    ]
  }

  package var searched: SearchWords? { words }

  /// Sorts what has no deadline last: the end of the year 9999.
  static let noDeadline: Int64 = 253_402_300_799_000
}

/// One ticket as a list shows it.
package struct TicketLine: Sendable, Equatable {
  package var id: ID<Ticket>
  package var agreement: ID<Agreement>
  package var reference: String
  package var clientName: String
  package var number: Int
  package var title: String
  package var requester: String
  package var priority: String
  package var stage: Ticket.Stage
  package var charge: Verdict.Decision
  package var openedAt: Instant
  package var dueAt: Instant?
  package var dueMilestone: Milestone?
  package var assignee: String?
  package var missed: Int
  /// What a workaround leaves to be done.
  package var debt: WorkaroundDebt?
  package var awaitedAnswers: Int
  package var alert: TicketAlert?

  static let columns = """
    t.id, t.agreement, a.reference, a.client_name, t.number, t.title, t.requester, t.priority, \
    t.stage, t.charge, t.opened_ms, t.due_ms, t.due_milestone, t.assignee, t.missed, \
    t.debt_owner, t.debt_due_day, t.awaited_answers, t.alert_ms, t.alert_milestone, \
    t.alert_threshold, t.alert_told
    """

  init(_ row: Row) throws {
    id = ID(number: row.integer(0))
    agreement = ID(number: row.integer(1))
    reference = row.text(2)
    clientName = row.text(3)
    number = Int(row.integer(4))
    title = row.text(5)
    requester = row.text(6)
    priority = row.text(7)
    guard let stage = Ticket.Stage(rawValue: row.text(8)),
      let charge = Verdict.Decision(rawValue: row.text(9))
    else { throw ReplayFault("ticket \(row.integer(0)): unreadable row") }
    self.stage = stage
    self.charge = charge
    openedAt = Instant(milliseconds: row.integer(10))
    let due = row.integer(11)
    dueAt = due == Ticket.noDeadline ? nil : Instant(milliseconds: due)
    dueMilestone = row.optionalText(12).flatMap(Milestone.init(rawValue:))
    assignee = row.optionalText(13)
    missed = Int(row.integer(14))
    if let owner = row.optionalText(15), let due = row.optionalInteger(16) {
      debt = WorkaroundDebt(owner: owner, due: Day(number: Int(due)))
    }
    awaitedAnswers = Int(row.integer(17))
    if let at = row.optionalInteger(18),
      let milestone = row.optionalText(19).flatMap(Milestone.init(rawValue:)),
      let threshold = row.optionalText(20).flatMap(FixedPoint.init)
    {
      alert = TicketAlert(
        at: Instant(milliseconds: at), milestone: milestone, threshold: threshold,
        told: row.text(21))
    }
  }
}

/// What people were told of a ticket last, while it holds.
package struct TicketAlert: Sendable, Equatable {
  package var at: Instant
  package var milestone: Milestone
  /// Percent of the delay.
  package var threshold: FixedPoint
  /// Names, after commas; empty when nobody was there to be told.
  package var told: String
}
