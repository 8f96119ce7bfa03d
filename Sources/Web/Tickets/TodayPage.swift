import Maintenance
import Store

extension Frame {
  /// What must be done now, the nearest deadline first; the counts are of all open tickets, the
  /// lines may be the first of them.
  func todayPage(
    _ lines: [TicketLine], _ counts: (open: Int, late: Int, soon: Int), indebted: [TicketLine],
    onCall: (shift: ShiftLine?, gaps: [OnCallGap]), mentions: [Mention], deliveries: [DeliveryLine]
  ) -> HTML {
    shell.page(
      title: words.shell.today,
      lead: todayLead(counts), live: "/direct",
      """
      \(onCallNow(onCall.shift, onCall.gaps))
      <div class="live" sse-swap="mentions">\(mentionList(mentions))</div>
      <div sse-swap="tickets" data-live>\(todayList(lines))</div>
      \(staleNotice)
      \(when: !deliveries.isEmpty, awaitedDeliveries(deliveries))
      \(when: !indebted.isEmpty, debts(indebted))
      """)
  }

  /// Workarounds whose cause somebody has to mend, the first to mend first.
  private func debts(_ lines: [TicketLine]) -> HTML {
    """
    <section class="panel" aria-labelledby="corrections">\
    <h2 id="corrections">\(words.dealings.debts)</h2><ul class="plain-list">\(each: lines, { line in
      line.debt.map { debt in
        """
        <li><a href="/tickets/\(line.id)">\(formats.title(line.title))</a> \
        <span class="sub">\(line.clientName) · \(debt.owner) · </span>\
        <span class="due\(when: isOver(debt.due), " late")">\(formats.day(debt.due))</span></li>
        """
      } ?? ""
    })</ul></section>
    """
  }

  /// Who answers out of hours now, and that nobody will although it is promised.
  private func onCallNow(_ shift: ShiftLine?, _ gaps: [OnCallGap]) -> HTML {
    let rota: HTML = "<a href=\"/astreintes\">\(words.onCall.title)</a>"
    let now = shift.map { words.onCall.now($0.name, formats.instant($0.span.end)) }
    return """
      \(when: !gaps.isEmpty, """
        <div class="notice warning" role="status">\(Icon.alert.html)<div>\
        <strong>\(words.onCall.gapLead(gaps.count))</strong>\
        <p>\(gaps.first.map { hours($0.span) } ?? "") · \(rota)</p></div></div>
        """)\
      \(now.map { "<p class=\"soft\">\(Icon.moon.html) \($0) \(rota)</p>" })
      """
  }

  private func isOver(_ day: Day) -> Bool { day < formats.zone.day(at: formats.now) }

  func todayLead(_ counts: (open: Int, late: Int, soon: Int)) -> HTML {
    "\(words.tickets.todayLead(counts.late, counts.soon, counts.open))"
  }

  /// The part of the page that is sent again as time passes.
  func todayList(_ lines: [TicketLine]) -> HTML {
    guard !lines.isEmpty else {
      return """
        <div class="empty"><h2>\(words.tickets.none)</h2><p>\(words.tickets.noneHint)</p>\
        <p><a class="button" href="/contrats">\(words.shell.contracts)</a></p></div>
        """
    }
    return ticketTable(lines, caption: words.tickets.open)
  }

  /// Shown by the script when the live connection is lost: figures never lie by silence.
  var staleNotice: HTML {
    """
    <p class="notice warning" id="stale" role="status" hidden>\(Icon.alert.html)\
    <span>\(words.clocks.stale) <time></time></span></p>
    """
  }
}
