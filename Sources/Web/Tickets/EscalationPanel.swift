import Maintenance
import Operations
import Store

extension Frame {
  /// Who was told of one clock, and when the next alert comes.
  func escalations(of milestone: Milestone, in reading: TicketReading) -> HTML {
    let told = reading.ticket.escalations.filter { $0.milestone == milestone }
    let next = reading.steps.first { $0.milestone == milestone && $0.due > reading.at }
    guard !told.isEmpty || next != nil else { return .nothing }
    return """
      <ul class="told">\(each: told, { escalation in
        """
        <li class="\(escalation.isOver ? "over" : "near")">\(Icon.alert.html)\
        <span>\(share(escalation.threshold)), \(time(escalation.at)) · \
        \(people(escalation)) <span class="sub">\(escalationArticle(escalation, reading))</span>\
        </span></li>
        """
      })\(next.map { step in
        "<li>\(Icon.clock.html)<span>\(nextAlert(step))</span></li>"
      })</ul>
      """
  }

  /// The last alert of a ticket, on its row.
  func alertLine(_ line: TicketLine) -> HTML? {
    line.alert.map { alert in
      let said =
        alert.told.isEmpty ? words.onCall.nobodyTold : words.onCall.told(alert.told)
      return """
        <span class="sub alert-line">\(Icon.alert.html)\(share(alert.threshold)) · \(said)</span>
        """
    }
  }

  func share(_ threshold: FixedPoint) -> String {
    threshold == FixedPoint(100) ? words.onCall.over : words.onCall.near(percent(threshold))
  }

  private func percent(_ threshold: FixedPoint) -> String { "\(formats.number(threshold))\u{A0}%" }

  private func nextAlert(_ step: EscalationStep) -> String {
    words.onCall.next(percent(step.threshold), formats.instant(step.due))
  }

  private func people(_ escalation: Escalation) -> String {
    let names = escalation.told.map { "\($0.name) (\(words.onCall.grounds[$0.ground] ?? ""))" }
    let told =
      names.isEmpty ? words.onCall.nobodyTold : words.onCall.told(names.joined(separator: ", "))
    return escalation.isUncovered ? "\(told) · \(words.onCall.uncovered)" : told
  }

  private func escalationArticle(_ escalation: Escalation, _ reading: TicketReading) -> HTML? {
    guard escalation.told.contains(where: { $0.ground == .named }) else { return nil }
    let reason = Reason(.promisedDelay, [escalation.priority])
    return cite(
      reading.terms.citation("support.escalade", reason), in: reading.ticket.agreement)
  }
}
