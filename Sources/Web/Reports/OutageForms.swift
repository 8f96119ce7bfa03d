import Maintenance
import Operations

extension Frame {
  func outageTable(_ levels: PeriodLevels, _ forms: LevelsForms) -> HTML {
    let words = words.availability
    return table(
      words.outages,
      [
        .text(words.group), .text(words.start), .text(words.end), .text(words.cause),
        .text(words.reason),
      ], rows: "\(each: levels.outages, { outageRow($0, levels, forms) })")
  }

  private func outageRow(
    _ outage: Outage, _ levels: PeriodLevels, _ forms: LevelsForms
  ) -> HTML {
    let words = words.availability
    let ticket = outage.ticket.map { ticket -> HTML in
      "<a href=\"/tickets/\(ticket.id.text)\">\(words.ofTicket(ticket.number))</a>"
    }
    return """
      <tr id="interruption-\(outage.id.text)"><td>\(formats.label(outage.group))</td>
      <td>\(time(outage.start))</td>
      <td>\(outage.end.map(time) ?? chip(words.lasting, .clock, .warning))</td>
      <td>\(counting(outage))</td>
      <td><span class="note">\(outage.reason)</span>
      <span class="sub">\(self.words.duties.settled(
        outage.actor.name, formats.day(formats.zone.day(at: outage.recordedAt))))\
      \(ticket.map { " · \($0)" })\(outage.withdrawn.map(withdrawn))</span>
      \(when: outage.withdrawn == nil && Visit.may(.workTickets), outageActs(outage, levels, forms))
      </td></tr>

      """
  }

  private func withdrawn(_ reason: String) -> HTML {
    " · \(words.availability.withdrawn)\(words.time.colon) \(reason)"
  }

  private func counting(_ outage: Outage) -> HTML {
    let words = words.availability
    if outage.withdrawn != nil { return chip(words.withdrawn, .out, .quiet) }
    guard let cause = outage.cause else { return chip(words.counts, .alert, .warning) }
    return """
      \(chip(words.leftOut, .pause, .quiet))<span class="sub">\(formats.label(cause))</span>
      """
  }

  private func outageActs(
    _ outage: Outage, _ levels: PeriodLevels, _ forms: LevelsForms
  ) -> HTML {
    let words = words.availability
    let id = outage.id.text
    func place(_ part: String) -> Path {
      shell.once("/contrats/\(levels.agreement.id)/interruptions/\(id)/\(part)")
    }
    let typed = forms.refused?.act == id ? forms.refused?.fields : nil
    let end: HTML = """
      <form class="act" method="post" action="\(place("fin"))">
      \(field(words.back, id: "fin-\(id)", """
        <input type="datetime-local" name="fin" id="fin-\(id)" required \
        value="\(typed?["fin"] ?? formats.wallTime(formats.now))">
        """))
      <button class="primary" type="submit">\(words.endNow)</button></form>
      """
    return """
      \(when: outage.end == nil, """
        <details class="fold"\(when: typed?["fin"] != nil, " open")><summary>\(words.endNow)\
        </summary>\(end)</details>
        """)
      <details class="fold"\(when: typed?["motif"] != nil, " open")><summary>\(words.withdraw)\
      </summary><form class="act" method="post" action="\(place("retrait"))">
      \(field(words.withdrawReason, id: "motif-\(id)", """
        <textarea name="motif" id="motif-\(id)" rows="2" maxlength="10000" required>\
        \(typed?["motif"] ?? "")</textarea>
        """))
      <button type="submit">\(words.withdraw)</button></form></details>
      """
  }

  /// Opened with a ticket's hours when it is recorded from one.
  func outageForm(_ levels: PeriodLevels, _ forms: LevelsForms) -> HTML {
    let words = words.availability
    let contract = levels.terms.contract
    let typed = forms.refused?.act == "" ? forms.refused?.fields : nil
    let ticket = forms.ticket
    let groups: [(value: String, word: String)] = contract.scope.groups.map {
      ($0.id, formats.label($0.id))
    }
    let promised = contract.serviceLevels.availability.first?.group
    let named = contract.serviceLevels.availability.flatMap(\.excluding).uniqued
    let causes: [(value: String, word: String)] =
      [("", words.noCause)] + named.map { ($0, formats.label($0)) }
    let start = typed?["debut"] ?? ticket.map { formats.wallTime($0.openedAt) } ?? ""
    let end = typed?["fin"] ?? ticket?.resolvedAt.map(formats.wallTime) ?? ""
    return """
      <details class="fold" id="inscrire"\(when: typed != nil || ticket != nil, " open")>
      <summary>\(words.record)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(levels.agreement.id)/interruptions"))">
      <p class="hint">\(words.recordHint)</p>
      <input type="hidden" name="ticket" value="\(typed?["ticket"] ?? ticket?.id.text ?? "")">
      <div class="columns">
      \(field(words.group, id: "groupe", choice(
        "groupe", id: "groupe", chosen: typed?["groupe"] ?? ticket?.request.group ?? promised,
        groups)))
      \(field(words.cause, id: "cause", choice(
        "cause", id: "cause", chosen: typed?["cause"], causes)))
      \(field(words.start, id: "debut", """
        <input type="datetime-local" name="debut" id="debut" required value="\(start)">
        """))
      \(field(words.end, id: "fin", hint: words.endHint, """
        <input type="datetime-local" name="fin" id="fin" aria-describedby="fin-aide" \
        value="\(end)">
        """))</div>
      \(field(words.reason, id: "motif", hint: words.reasonHint, """
        <textarea name="motif" id="motif" rows="3" maxlength="10000" required \
        aria-describedby="motif-aide">\(typed?["motif"] ?? ticket?.request.title ?? "")</textarea>
        """))
      <button class="primary" type="submit">\(words.save)</button></form></details>
      """
  }
}

extension [String] {
  /// Each once, where it first stands.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
