import Maintenance

extension ActForms {
  /// What whoever looks may do; nothing for those who only read.
  func acts() -> HTML {
    if Visit.isClient { return Visit.may(.answerTickets) ? clientPanel() : "" }
    return Visit.may(.workTickets) ? panel() : ""
  }

  /// The acts that make sense now, the likely one first; then what is told, decided and agreed.
  private func panel() -> HTML {
    let acts = words.tickets.acts
    let dealings = words.dealings
    return """
      <section class="panel acts" aria-labelledby="agir"><h2 id="agir">\(acts.title)</h2>
      \(each: progress, { $0 })\(answer)\(work)\(internalNote)
      \(when: ticket.isOpen, """
        <h3>\(dealings.deal)</h3>\(propose)\(warn)
        <h3>\(dealings.decide)</h3>\(assign)\(qualify)\(concern)\(override)\(link)
        """)</section>
      """
  }

  /// What the client's people may do: say something, and confirm or have it opened again.
  private func clientPanel() -> HTML {
    let isDone = ticket.stage == .resolved || ticket.stage == .closed
    return """
      <section class="panel acts" aria-labelledby="agir"><h2 id="agir">\(words.tickets.acts.title)\
      </h2>
      \(when: ticket.stage == .resolved, confirm)\(when: isDone, reopen)\(answer)</section>
      """
  }

  private var progress: [HTML] {
    switch ticket.stage {
    case .new: [take, wait, resolve]
    case .waiting: [resume]
    case .inCharge: [resolve, workAround, wait]
    case .workedAround: [resolve, wait]
    case .resolved: ["<p class=\"sub\">\(words.tickets.acts.done)</p>", confirm, reopen]
    case .closed: ["<p class=\"sub\">\(words.tickets.acts.done)</p>", reopen]
    }
  }

  private var take: HTML {
    form("prises-en-charge", "", submit: words.tickets.acts.take, isPrimary: true)
  }

  private var resume: HTML {
    form("reprises", "", submit: words.tickets.acts.resume, isPrimary: true)
  }

  private var wait: HTML {
    let acts = words.tickets.acts
    let reasons = terms.contract.serviceLevels.pauses.map {
      ($0.rawValue, words.clocks.pauses[$0] ?? $0.rawValue)
    }
    guard !reasons.isEmpty else { return "" }
    return folded(
      "pauses", acts.wait,
      "\(pick("pauses", "motif", acts.waitReason, reasons))\(note("pauses"))")
  }

  private var workAround: HTML {
    let acts = words.tickets.acts
    let act = "contournements"
    return folded(
      act, acts.workaround,
      """
      \(note(act, hint: acts.workaroundHint))
      \(line(
        act, "responsable", words.dealings.debtOwner, initially: ticket.assignee ?? ""))
      \(day(act, "echeance", words.dealings.debtDue, initially: today + 14))
      """)
  }

  private var resolve: HTML {
    let acts = words.tickets.acts
    let act = "resolutions"
    let causes = FailureCause.allCases.map {
      ($0.rawValue, words.tickets.causes[$0] ?? $0.rawValue)
    }
    return folded(
      act, acts.resolve, "\(seen)\(pick(act, "cause", acts.cause, causes))\(note(act))")
  }

  private var confirm: HTML {
    folded(
      "confirmations", words.dealings.confirm,
      line(
        "confirmations", "personne", words.dealings.confirmedBy,
        initially: ticket.request.requester))
  }

  private var reopen: HTML {
    folded(
      "reouvertures", words.dealings.reopen,
      note("reouvertures", words.dealings.reason, name: "motif"))
  }

  private var answer: HTML {
    let act = "reponses"
    return folded(
      act, Visit.isClient ? words.accounts.answer : words.dealings.answer,
      """
      \(seen)<input type="hidden" name="page" value="\(frame.shell.command)" \
      data-writing="/tickets/\(ticket.id)/redaction">\
      \(templateChoice)\(note(act, hint: Visit.isClient ? nil : words.dealings.answerHint))
      """)
  }

  private var internalNote: HTML {
    folded(
      "notes", words.dealings.internalNote, note("notes", hint: words.templates.mentionHint))
  }

  private var work: HTML {
    let acts = words.tickets.acts
    let act = "travaux"
    let dealings = words.dealings
    let places = Ticket.Work.Place.allCases.map {
      ($0.rawValue, dealings.places[$0] ?? $0.rawValue)
    }
    return folded(
      act, acts.work,
      """
      \(field(
        acts.minutes, id: "minutes",
        """
        <input type="number" inputmode="numeric" name="minutes" id="minutes" min="1" max="1440" \
        value="\(typed(act)?["minutes"] ?? "15")" required>
        """))
      \(field(
        dealings.start, id: "debut", hint: dealings.startHint,
        """
        <input type="datetime-local" name="debut" id="debut" value="\(typed(act)?["debut"] ?? "")" \
        aria-describedby="debut-aide">
        """))
      \(pick(act, "lieu", dealings.place, places))
      \(note(act))
      """)
  }

  var today: Day { terms.contract.zone.day(at: frame.formats.now) }
}
