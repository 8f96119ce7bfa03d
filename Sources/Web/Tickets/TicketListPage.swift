import Maintenance
import Store

extension Frame {
  /// A page of tickets, newest first, under what chooses among them.
  func ticketListPage(
    _ page: TicketPageRows, _ choice: TicketChoice, _ agreements: [AgreementLine],
    _ views: [SavedView], refused: RefusedForm? = nil
  ) -> HTML {
    let isSearching = page.searchedTo != nil || page.searchedUpTo != nil
    return shell.page(
      title: words.tickets.title, lead: liveCount(page, choice),
      """
      \(when: !Visit.isClient, savedViews(views, choice, refused: refused))
      \(stateTabs(choice))\(chooser(choice, agreements))\(staleNotice)
      \(when: page.lines.isEmpty && !isSearching, nothing(choice))
      \(when: !page.lines.isEmpty, lines(page.lines, choice))
      \(pager(page, choice))
      """)
  }

  /// The rows; whoever works on tickets ticks some of them and says what is to be done to all.
  private func lines(_ lines: [TicketLine], _ choice: TicketChoice) -> HTML {
    let canWork = !Visit.isClient && Visit.may(.workTickets)
    let table = ticketTable(lines, caption: words.tickets.title, areTicked: canWork)
    guard canWork else { return table }
    return """
      <form class="batch" method="get" action="/tickets/lot">
      <input type="hidden" name="liste" value="\(choice.path.text)">
      \(table)
      <div class="batch-bar"><p><span>\(words.batch.ticked)</span><output hidden></output></p>\
      \(each: TicketBatch.Kind.allCases, { kind in
        """
        <button type="submit" name="acte" value="\(kind.rawValue)">\
        \(words.batch.verbs[kind] ?? kind.rawValue)</button>
        """
      })</div></form>
      """
  }

  private func nothing(_ choice: TicketChoice) -> HTML {
    guard choice.isEmpty else {
      return """
        <div class="empty"><h2>\(words.list.nothing)</h2>\
        <p><a class="button" href="\(widest(choice))">\(words.list.all)</a></p></div>
        """
    }
    return """
      <div class="empty"><h2>\(words.tickets.none)</h2><p>\(words.tickets.noneHint)</p>\
      <p><a class="button" href="/contrats">\(words.shell.contracts)</a></p></div>
      """
  }

  /// A client's person asks under one contract at a time.
  private func widest(_ choice: TicketChoice) -> Path {
    guard Visit.isClient, let agreement = choice.filter.agreement else { return "/tickets" }
    let path: Path = "/tickets"
    return path.asking("contrat", agreement.text)
  }

  /// The states, each an address that keeps the other choices.
  private func stateTabs(_ choice: TicketChoice) -> HTML {
    let states: [TicketFilter.State?] = [nil] + TicketFilter.State.allCases
    return tabs(
      words.list.states,
      states.map { state in
        Tab(
          word: state.flatMap { words.list.stateWords[$0] } ?? words.list.all,
          path: choice.path(state: state), isHere: state == choice.filter.state)
      })
  }

  private func chooser(_ choice: TicketChoice, _ agreements: [AgreementLine]) -> HTML {
    let list = words.list
    let contracts = agreements.map {
      (value: $0.id.text, word: "\($0.clientName) · \($0.reference)")
    }
    let stages = Ticket.Stage.allCases.map {
      (value: $0.rawValue, word: words.tickets.stages[$0] ?? $0.rawValue)
    }
    let filter = choice.filter
    return """
      <form class="chooser" method="get" action="/tickets" role="search">
      \(filter.state.map { "<input type=\"hidden\" name=\"etat\" value=\"\($0.rawValue)\">" })
      \(field(list.search, id: "q", """
        <input type="search" name="q" id="q" value="\(choice.search)" maxlength="200" \
        autocomplete="off">
        """))
      \(field(words.tickets.headings.client, id: "contrat", Web.choice(
        "contrat", id: "contrat", chosen: filter.agreement?.text,
        (Visit.isClient ? [] : [(value: "", word: list.all)]) + contracts)))
      \(field(words.tickets.headings.stage, id: "etape", Web.choice(
        "etape", id: "etape", chosen: filter.stage?.rawValue,
        [(value: "", word: list.all)] + stages)))
      \(field(words.tickets.headings.priority, id: "priorite", """
        <input name="priorite" id="priorite" value="\(filter.priority ?? "")" maxlength="20" \
        autocomplete="off">
        """))
      \(field(words.tickets.assignee, id: "attribue", """
        <input name="attribue" id="attribue" value="\(filter.assignee ?? "")" maxlength="200" \
        autocomplete="off">
        """))
      <button class="secondary" type="submit">\(list.choose)</button></form>
      """
  }

  /// The next page of a list, by the key of the last row shown.
  func older(_ path: Path, before key: String) -> HTML {
    """
    <p class="pager"><a class="button" href="\(path.asking("avant", key))">\(words.shell.older)\
    \(Icon.arrow.html)</a></p>
    """
  }

  /// `areTicked`: each row has a box to tick, in a form around the table.
  func ticketTable(
    _ lines: [TicketLine], caption: String, areTicked: Bool = false
  ) -> HTML {
    let headings = words.tickets.headings
    return table(
      caption, kind: areTicked ? "tickets ticking" : "tickets",
      (areTicked ? [.text(words.batch.tick)] : []) + [
        .text(headings.due), .text(headings.ticket), .text(headings.client),
        .text(headings.priority), .text(headings.stage), .text(headings.coverage),
      ],
      rows: "\(each: lines, { ticketRow($0, isTicked: areTicked) })")
  }

  private func ticketRow(_ line: TicketLine, isTicked: Bool) -> HTML {
    """
    <tr>
    \(when: isTicked, """
      <td class="tick"><input type="checkbox" name="\(TicketBatch.name(line.id))" value="1" \
      aria-label="\(words.batch.tickOne(line.number, line.clientName))"></td>
      """)
    <td class="time">\(due(line))\(alertLine(line))</td>
    <td class="what"><a class="row" id="ticket-\(line.id)" href="/tickets/\(line.id)">\
    \(formats.title(line.title))</a>\
    <span class="sub">\(words.tickets.ticket(line.number)) · \(line.requester)</span>\
    \(when: line.awaitedAnswers > 0, """
      <span class="sub">\(words.dealings.awaitedCount(line.awaitedAnswers))</span>
      """)</td>
    <td class="client">\(line.clientName)<span class="sub">\(line.reference)</span></td>
    <td><span class="priority">\(line.priority)</span></td>
    <td>\(stage(line.stage))</td>
    <td>\(decision(line.charge))</td>
    </tr>

    """
  }

  /// What is left on a row: the next deadline, or that it is past, stopped or done.
  private func due(_ line: TicketLine) -> HTML {
    guard line.stage != .resolved, line.stage != .closed else {
      return line.missed == 0
        ? standing(ClockReading.Standing.held) : standing(ClockReading.Standing.missed)
    }
    guard let dueAt = line.dueAt, let milestone = line.dueMilestone else {
      return "<span class=\"due still\">\(Icon.pause.html)\(words.tickets.deadlineNone)</span>"
    }
    let isLate = dueAt < formats.now
    let isNear = isSoon(dueAt)
    return """
      <span class="due\(when: isLate, " late")\(when: isNear, " soon")">\
      \(when: isLate || isNear, Icon.alert.html)\(formats.away(dueAt))</span>\
      <span class="sub">\(words.clocks.milestones[milestone] ?? milestone.rawValue) · \
      <time datetime="\(dueAt.iso)">\(formats.shortInstant(dueAt))</time></span>
      """
  }

  /// Within the hour.
  func isSoon(_ due: Instant) -> Bool {
    due >= formats.now && due - formats.now <= 3600
  }
}
