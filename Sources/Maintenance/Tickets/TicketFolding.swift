extension Ticket {
  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case TicketFact.takenInCharge:
      takenInChargeAt = fact.at
      assignee = fact.actor.name
      if stage == .new { stage = .inCharge }
    case TicketFact.assigned: assignee = try fact.text("to")
    case TicketFact.paused:
      let reason: PauseReason = try fact.choice("reason")
      pauses.append(Pause(reason: reason, start: fact.at))
      deadlines = TicketFact.deadlines(of: fact.body)
      stage = .waiting
    case TicketFact.resumed:
      guard !pauses.isEmpty else { throw ReplayFault("\(fact.kind) without a pause") }
      pauses[pauses.count - 1].end = fact.at
      deadlines = TicketFact.deadlines(of: fact.body)
      stage = stageAtWork
    case TicketFact.workedAround:
      workedAroundAt = fact.at
      stage = .workedAround
      debt = fact.body["owner"] == nil ? nil : try WorkaroundDebt(fact)
    case TicketFact.debtMoved: debt = try WorkaroundDebt(fact)
    case TicketFact.resolved:
      cause = try fact.choice("cause") as FailureCause
      resolvedAt = fact.at
      stage = .resolved
      debt = nil
      for index in proposals.indices where proposals[index].isToDo {
        proposals[index].doneAt = fact.at
      }
    case TicketFact.confirmed: stage = .closed
    case TicketFact.worked: try addWork(fact)
    case TicketFact.answered, TicketFact.noted: break
    default: try revise(fact)
    }
    for name in Ticket.writtenFields {
      if let text = fact.body[name]?.text { words.add(text) }
    }
    version += 1
    if fact.kind != TicketFact.escalated { actVersion = version }
  }

  /// Fields of the facts that hold people's words.
  private static let writtenFields = [
    "note", "text", "risk", "consequence", "recommendation", "reason_text",
  ]

  private var stageAtWork: Stage {
    workedAroundAt != nil ? .workedAround : takenInChargeAt != nil ? .inCharge : .new
  }

  private mutating func addWork(_ fact: Fact) throws(ReplayFault) {
    let start = fact.body["from"]?.text.flatMap(Instant.init(iso:))
    let place = fact.body["place"]?.text.flatMap(Work.Place.init(rawValue:))
    work.append(
      Work(
        at: start ?? fact.at, minutes: Int(try fact.integer("minutes")), place: place ?? .remote,
        by: fact.actor.name, note: fact.body["note"]?.text ?? ""))
  }

  /// What changes what the ticket is, and what is dealt with the client.
  private mutating func revise(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case TicketFact.qualified:
      let qualification = try Qualification(fact)
      request = qualification.applied(to: request)
      priority = try fact.text("priority")
      verdict = try fact.verdict
      deadlines = TicketFact.deadlines(of: fact.body)
    case TicketFact.verdictOverridden: verdict = try fact.verdict
    case TicketFact.reopened:
      resolvedAt = nil
      workedAroundAt = nil
      cause = nil
      deadlines = TicketFact.deadlines(of: fact.body)
      stage = stageAtWork
    case TicketFact.attached:
      let attachment = try Attachment(fact)
      attachments.append(attachment)
      words.add(attachment.name)
    case TicketFact.linked: links.append(try TicketLink(fact))
    case TicketFact.assetsChanged:
      request.assets = (fact.body["assets"]?.list ?? []).compactMap(\.text)
      verdict = try fact.verdict
    case TicketFact.escalated: escalations.append(try Escalation(fact))
    case TicketFact.proposed: proposals.append(try Proposal(fact))
    case TicketFact.proposalAnswered:
      let index = try fact.index(among: proposals.count)
      proposals[index].answer = try ClientAnswer(fact)
      if !isOpen, proposals[index].isToDo { proposals[index].doneAt = fact.at }
    case TicketFact.warned: warnings.append(try Warning(fact))
    case TicketFact.reminded:
      warnings[try fact.index(among: warnings.count)].reminders.append(fact.at)
    case TicketFact.warningAnswered:
      warnings[try fact.index(among: warnings.count)].answer = try ClientAnswer(fact)
    default: throw ReplayFault("a ticket knows no fact \(fact.kind)")
    }
  }
}
