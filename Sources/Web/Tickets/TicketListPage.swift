import Maintenance
import Store

extension Frame {
  /// A page of tickets, newest first; `isMore` when older ones follow.
  func ticketListPage(_ lines: [TicketLine], isMore: Bool) -> HTML {
    let tickets = words.tickets
    let content: HTML =
      lines.isEmpty
      ? """
      <div class="empty"><h2>\(tickets.none)</h2><p>\(tickets.noneHint)</p>\
      <p><a class="button" href="/contrats">\(words.shell.contracts)</a></p></div>
      """
      : """
      \(ticketTable(lines, caption: tickets.title))
      \(when: isMore, older("/tickets", before: lines.last?.id.text ?? ""))
      """
    return shell.page(title: tickets.title, content)
  }

  /// The next page of a list, by the key of the last row shown.
  func older(_ path: Path, before key: String) -> HTML {
    """
    <p class="pager"><a class="button" href="\(path.asking("avant", key))">\(words.shell.older)\
    \(Icon.arrow.html)</a></p>
    """
  }

  func ticketTable(_ lines: [TicketLine], caption: String) -> HTML {
    let headings = words.tickets.headings
    return table(
      caption, kind: "tickets",
      [
        .text(headings.due), .text(headings.ticket), .text(headings.client),
        .text(headings.priority), .text(headings.stage), .text(headings.coverage),
      ],
      rows: "\(each: lines, ticketRow)")
  }

  private func ticketRow(_ line: TicketLine) -> HTML {
    """
    <tr>
    <td class="time">\(due(line))</td>
    <td class="what"><a class="row" id="ticket-\(line.id)" href="/tickets/\(line.id)">\
    \(line.title)</a>\
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
