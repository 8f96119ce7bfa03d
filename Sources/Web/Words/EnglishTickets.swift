import Maintenance

extension TicketWords {
  static let english = TicketWords(
    title: "Tickets", ticket: { "Ticket \($0)" }, new: "Open a ticket", open: "Open",
    none: "No ticket yet",
    noneHint: "Open one from a contract's page: its coverage and its deadlines are shown.",
    headings: Headings(
      ticket: "Ticket", client: "Client", priority: "Priority", stage: "State",
      due: "Next deadline", opened: "Opened", coverage: "Coverage"),
    stages: [
      .new: "New", .inCharge: "In charge", .waiting: "Waiting", .workedAround: "Worked around",
      .resolved: "Resolved", .closed: "Confirmed",
    ],
    natures: [
      .incident: "Incident", .request: "Request", .advice: "Advice",
      .installation: "Installation",
    ],
    channels: [
      .portal: "Portal", .email: "E-mail", .telephone: "Telephone", .monitoring: "Monitoring",
    ],
    causes: [
      .hardware: "Hardware", .software: "Software", .attack: "Attack", .use: "Use",
      .thirdParty: "Third party", .other: "Other",
    ],
    form: Form(
      title: "Open a ticket",
      lead: "Coverage and deadlines are decided at the opening, article by article.",
      subject: "Subject", text: "Description", requester: "Requester", channel: "Channel",
      site: "Site", group: "Equipment", nature: "Nature", impact: "Impact",
      urgency: "Urgency", exclusion: "Known exclusion", noExclusion: "None",
      noPortal: "The contract does not open the portal to requests. It opens:",
      exclusionHint: "If an exclusion of the contract applies, the verdict will say so.",
      levels: "Priorities of this contract",
      submit: "Open the ticket"),
    acts: Acts(
      title: "Act", take: "Take charge", wait: "Wait", waitReason: "Reason named by the contract",
      resume: "Resume", workaround: "Work around",
      workaroundHint: "What lets people work meanwhile", resolve: "Resolve", cause: "Cause",
      work: "Log time", minutes: "Minutes", note: "Note",
      done: "Resolved: its clocks have stopped, unless it is reopened."),
    facts: [
      "ticket.opened": "Opened", "ticket.taken_in_charge": "Taken in charge",
      "ticket.paused": "Waiting", "ticket.resumed": "Resumed",
      "ticket.worked_around": "Worked around", "ticket.resolved": "Resolved",
      "ticket.worked": "Time spent",
      "ticket.assigned": "Assigned",
      "ticket.qualified": "Qualified anew",
      "ticket.verdict_overridden": "Verdict overridden",
      "ticket.debt_moved": "Mending put off",
      "ticket.reopened": "Reopened",
      "ticket.confirmed": "Resolution confirmed",
      "ticket.linked": "Linked",
      "ticket.attached": "Attachment",
      "ticket.answered": "Answer to the client",
      "ticket.noted": "Internal note",
      "ticket.proposed": "Priced proposal",
      "ticket.proposal_answered": "Answer to the proposal",
      "ticket.warned": "Formal warning",
      "ticket.reminded": "Reminder",
      "ticket.warning_answered": "Answer to the warning",
      "ticket.assets_changed": "Assets concerned",
      "ticket.escalated": "Delay alert",
      "shift.planned": "Put on call", "shift.moved": "Shift shortened",
      "shift.cancelled": "Shift cancelled",
      "agreement.drafted": "Contract recorded",
      "agreement.text_proposed": "New text proposed",
      "agreement.signatures_asked": "Sent for signature", "agreement.signed": "Signature",
      "agreement.signatures_dropped": "Withdrawn from signature",
      "agreement.ended": "End of the contract",
      "agreement.version_in_force": "Version put in force",
      "register.loss-declared": "Loss declared",
      "disclosure.made": "Evidence file made", "reads.digested": "Reads sealed",
      "invoice.issued": "Invoice issued", "invoice.paid": "Payment received",
      "invoice.credited": "Credit note issued", "invoice.replaced": "Invoice replaced",
      "agreement.fleet_counted": "Fleet counted", "agreement.pack_ordered": "Hours ordered",
      "invoice.reminded": "Reminder sent",
      "invoice.sent": "Invoice sent",
      "purchase.kept": "A supplier’s invoice",
      "handover.asked": "Hand-over to the platform", "handover.asked_again": "New hand-over",
      "handover.taken": "Taken by the platform", "handover.refused": "File turned down",
      "handover.acknowledged": "The platform’s checks", "handover.status": "Status received",
      "handover.collected": "Collection to report",
      "erasure.performed": "Erasure",
      "duty.done": "Duty done", "duty.waived": "Duty waived",
      "outage.recorded": "Outage recorded", "outage.ended": "Service back",
      "outage.withdrawn": "Outage withdrawn",
      "advice.drafted": "Advice drafted", "advice.revised": "Advice revised",
      "advice.sent": "Advice sent", "advice.reminded": "Advice reminded",
      "advice.seen": "Advice read", "advice.answered": "Advice answered",
      "advice.raised_again": "Advice raised again", "advice.closed": "Advice closed",
      "delivery.notified": "Completion notified", "delivery.decided": "Acceptance decided",
      "delivery.tacit": "Decided by silence", "delivery.lifted": "Reservation lifted",
      "delivery.presented": "Presented again",
    ],
    timeline: "Timeline", request: "Request", deadlineNone: "Clock stopped",
    assignee: "Assigned to", unassigned: "Unassigned", todayLead: englishToday,
    refusals: englishRefusal,
    openedCount: { $0 == 1 ? "1 ticket" : "\($0) tickets" })

  private static func englishToday(_ late: Int, _ soon: Int, _ open: Int) -> String {
    if open == 0 { return "No open ticket." }
    let opened = open == 1 ? "One open ticket" : "\(open) open tickets"
    let near = soon == 1 ? "one deadline within the hour" : "\(soon) deadlines within the hour"
    if late > 0 {
      let over = late == 1 ? "One ticket is late" : "\(late) tickets are late"
      return "\(over); \(soon == 0 ? opened.lowercased() : near)."
    }
    return soon == 0 ? "\(opened), none late." : "\(opened), \(near)."
  }

  private static func englishRefusal(_ refusal: TicketRefusal) -> String {
    switch refusal {
    case .emptyTitle: "Give the ticket a subject."
    case .textTooLong: "Too long: 200 characters for the subject, 10,000 for the description."
    case .unknownPriority: "The contract's matrix has no such impact and urgency."
    case .channelNotOffered: "The contract does not open this channel."
    case .unknownExclusion: "The contract has no such exclusion."
    case .siteNotSeen: "This site is not one of those for which you ask."
    case .alreadyInCharge: "The ticket is already taken in charge."
    case .alreadyWaiting: "The ticket is already waiting."
    case .notWaiting: "The ticket is not waiting."
    case .reasonNotInContract: "The contract does not let this reason stop the clock."
    case .alreadyWorkedAround: "A workaround is already in place."
    case .waitingForAnswer: "The ticket is waiting: resume it first."
    case .resolved: "The ticket is resolved."
    case .emptyNote: "Say in a sentence what was done."
    case .minutesOutOfBounds: "Give from 1 to 1,440 minutes."
    case .agreementEnded: "This contract has ended: it covers no further request."
    case .changedMeanwhile:
      "Somebody acted on this ticket since the page was opened: read it again, then retry."
    case .nothingChanges: "Nothing changes."
    case .accordNeeded: "A priority changes by common accord: say who agreed at the client."
    case .nameOutOfBounds: "Give a name of at most 200 characters."
    case .dayOutOfBounds: "Give a day from today on, and not too far."
    case .timeOutOfBounds: "Give a start within the last sixty days, and an end that is past."
    case .priceOutOfBounds: "Give a price before VAT from €0.01 to €1,000,000."
    case .noDebt: "This ticket awaits no mending of its cause."
    case .notResolved: "The ticket is not resolved."
    case .alreadyConfirmed: "The resolution is already confirmed."
    case .tooLateToReopen: "The contract's delay to reopen is over: open a new ticket and link it."
    case .unknownTicket: "This contract has no other ticket of that number."
    case .alreadyLinked: "These tickets are already linked."
    case .unknownProposal: "This ticket has no such proposal."
    case .unknownWarning: "This ticket has no such warning."
    case .alreadyAnswered: "The answer is already recorded."
    case .proposalExpired: "The proposal is no longer valid: make a new one."
    case .reasonNeeded: "A refusal says why: note what the client said."
    case .silenceTooEarly: "Silence is told after two reminders, a day at least after the last."
    case .tooManyDealings: "This ticket already has a hundred."
    case .noSuchCharge: "The contract has no rate to charge so."
    case .fileEmpty: "Choose a file that is not empty."
    case .fileTooLarge: "This file is over 5\u{A0}MB."
    case .tooManyFiles: "This ticket already has thirty files."
    case .unknownAsset: "This asset is not in the contract’s inventory."
    case .tooManyAssets: "Tick fifty assets at most, each once."
    case .receiptOutOfBounds:
      "Give a time that is past, within a week and under the contract."
    case .receiptReasonNeeded: "Say why the request is entered later."
    case .mentionedCannotRead:
      "An internal note is read at the provider’s: this person has no access to it."
    case .mentionUnclear: "Several people have this first name: write the whole name after @."
    case .programRefused: "This file is a program: tickets keep none."
    }
  }
}

extension ClockWords {
  static let english = ClockWords(
    title: "Clocks",
    milestones: [
      .response: "Response", .onSite: "On site", .workaround: "Workaround",
      .resolution: "Resolution",
    ],
    standings: [
      .running: "Running", .paused: "Stopped", .held: "Held", .missed: "Missed",
      .overdue: "Overdue",
    ],
    left: { $0 ? "of working time left" : "left" },
    late: { $0 ? "of working time late" : "late" }, due: { "Due: \($0)" },
    reached: { "Reached: \($0)" },
    stopped: "No deadline while the wait lasts",
    promised: { delay, elapsed in "\(elapsed) elapsed of \(delay)" },
    explain: "Why this deadline", from: "From", to: "To", counted: "Counted",
    cause: "Cause", causes: englishCause,
    pauses: [
      .awaitingClient: "Waiting for the client", .accessRefused: "Access refused",
      .agreedPostponement: "Agreed postponement",
      .namedThirdParty: "Third party named by the contract", .forceMajeure: "Force majeure",
    ],
    delayUnits: { delay in
      switch delay.unit {
      case .minutes: "\(delay.count)\u{A0}min"
      case .hours: "\(delay.count)\u{A0}h"
      case .businessDays:
        delay.count == 1 ? "1\u{A0}day, Sunday apart" : "\(delay.count)\u{A0}days, Sundays apart"
      case .workingDays:
        delay.count == 1 ? "1\u{A0}working day" : "\(delay.count)\u{A0}working days"
      case .days: delay.count == 1 ? "1\u{A0}day" : "\(delay.count)\u{A0}days"
      case .months: delay.count == 1 ? "1\u{A0}month" : "\(delay.count)\u{A0}months"
      case .years: delay.count == 1 ? "1\u{A0}year" : "\(delay.count)\u{A0}years"
      }
    },
    bindings: [.result: "binding as to result", .means: "best efforts"],
    none: "The contract promises no delay for this priority.",
    stale: "Offline since", sum: "Total counted")

  private static func englishCause(_ cause: ServiceCalendar.Cause) -> String {
    switch cause {
    case .counted: "Service open"
    case .outsideHours: "Outside service hours"
    case .midday: "Midday break"
    case .closedWeekday: "Day without service"
    case .holiday(let holiday): "Public holiday: \(holidays[holiday] ?? "")"
    case .customaryDay(let day): "Customary day named by the contract: \(holidays[day] ?? "")"
    case .closingDay: "Closing day named by the contract"
    case .paused(let reason): "Stopped: \((ClockWords.english.pauses[reason] ?? "").lowercased())"
    }
  }

  private static let holidays: [Holiday: String] = [
    .newYear: "New Year’s Day", .easterMonday: "Easter Monday", .labourDay: "1\u{A0}May",
    .victory1945: "8\u{A0}May", .ascension: "Ascension Day", .whitMonday: "Whit Monday",
    .nationalDay: "14\u{A0}July", .assumption: "Assumption", .allSaints: "All Saints’ Day",
    .armistice1918: "11\u{A0}November", .christmas: "Christmas Day", .goodFriday: "Good Friday",
    .saintStephen: "26\u{A0}December", .abolitionOfSlavery: "abolition of slavery",
    .gospelArrival: "Arrival of the Gospel", .autonomyDay: "Autonomy Day", .matarii: "Matari’i",
    .citizenshipDay: "Citizenship Day", .saintPeterChanel: "Saint Peter Chanel",
    .saintsPeterAndPaul: "Saints Peter and Paul", .territoryDay: "Territory Day",
    .ashWednesday: "Ash Wednesday", .shroveMonday: "Shrove Monday",
    .shroveTuesday: "Shrove Tuesday",
    .midLent: "Mid-Lent", .victorSchoelcher: "Victor Schœlcher", .allSouls: "All Souls’ Day",
  ]
}
