import Maintenance
import Operations

extension Frame {
  /// An agreement's duties: what is late first, then what comes, then what is settled.
  func dutyPage(
    _ reading: DutyReading, isWholeYear: Bool, refused: RefusedForm? = nil
  ) -> HTML {
    let agreement = reading.agreement
    let id = agreement.id.text
    let order: [DutyState.Standing] = [.late, .due, .done, .waived]
    let states = order.flatMap { standing in reading.states.filter { $0.standing == standing } }
    return shell.page(
      title: words.duties.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: agreement.clientName, path: "/contrats/\(id)"),
      ], lead: "\(dutyLead(reading.states))",
      actions: isWholeYear ? nil : wholeYear(agreement.id),
      """
      \(refused.map { notice(.bad, $0.message) })
      \(states.isEmpty ? empty : dutyTable(states, reading, refused))
      \(reading.reminder.map { reminder($0, reading.terms.contract) })
      \(Visit.seesWhole(agreement.id)
        ? reading.terms.contract.term.period(on: reading.today)?.notice.map(noticeDeadline) : nil)
      \(when: !reading.standing.isEmpty, standingDuties(reading.standing, agreement.id))
      """)
  }

  func dutyLead(_ states: [DutyState]) -> String {
    words.duties.lead(
      states.count { $0.standing == .late }, states.count { $0.standing == .due })
  }

  private func wholeYear(_ agreement: ID<Agreement>) -> HTML {
    """
    <a class="button" href="/contrats/\(agreement.text)/echeances?periode=an">\
    \(words.duties.wholeYear)</a>
    """
  }

  private var empty: HTML {
    "<div class=\"empty\"><h2>\(words.duties.none)</h2></div>"
  }

  private func dutyTable(
    _ states: [DutyState], _ reading: DutyReading, _ refused: RefusedForm?
  ) -> HTML {
    let headings = words.duties.headings
    return table(
      words.duties.title, kind: "duties",
      [
        .text(headings.due), .text(headings.duty), .text(headings.bearer),
        .text(headings.article), .text(headings.state),
      ],
      rows: "\(each: states, { dutyRow($0, reading, refused) })")
  }

  private func dutyRow(
    _ state: DutyState, _ reading: DutyReading, _ refused: RefusedForm?
  ) -> HTML {
    let duty = state.duty
    return """
      <tr><td>\(formats.day(duty.due))\(opens(duty))</td>
      <td>\(words.duties.name(duty, formats))</td>
      <td>\(words.duties.bearers[duty.bearer] ?? duty.bearer.rawValue)</td>
      <td>\(dutyArticle(duty, reading.agreement.id))</td>
      <td>\(standing(state.standing))\(state.settlement.map { settled($0, reading.agreement.id) })\
      \(when: state.isOpen && !duty.kind.isOnlyDate && Visit.may(.settleDuties), settleForm(
      duty, reading, refused))</td></tr>

      """
  }

  private func opens(_ duty: Duty) -> HTML {
    guard let opens = duty.opens, opens != duty.due else { return "" }
    return "<span class=\"sub\">\(words.duties.opens(formats.day(opens)))</span>"
  }

  func dutyArticle(_ duty: Duty, _ agreement: ID<Agreement>) -> HTML {
    guard !duty.number.isEmpty else { return "—" }
    return """
      <a class="cite" href="/contrats/\(agreement.text)#\(duty.clause)">\
      \(words.coverage.article(duty.number, duty.version))</a>
      """
  }

  private func settled(_ settlement: DutySettlement, _ agreement: ID<Agreement>) -> HTML {
    let day = formats.day(formats.zone.day(at: settlement.at))
    return """
      <p class="sub">\(words.duties.settled(settlement.actor.name, day))\
      \(when: !settlement.note.isEmpty, " · \(settlement.note)")\
      \(settlement.proof.map { proof in
        """
         · <a href="/contrats/\(agreement.text)/registre#entree-\(proof.entry)">\
        \(words.duties.proof(proof.entry))</a>
        """
      })</p>
      """
  }

  private func settleForm(
    _ duty: Duty, _ reading: DutyReading, _ refused: RefusedForm?
  ) -> HTML {
    let key = duty.key.text
    let typed = refused?.act == key ? refused?.fields : nil
    // Identifiers of a page have no white space, nor has a key.
    return """
      <details class="fold"\(when: typed != nil, " open")><summary>\(words.duties.settle)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(reading.agreement.id.text)/echeances"))">
      <input type="hidden" name="echeance" value="\(key)">
      \(field(
        words.duties.note, id: "note-\(key)", hint: words.duties.noteHint,
        """
        <textarea name="note" id="note-\(key)" rows="2" maxlength="10000" \
        aria-describedby="note-\(key)-aide">\(typed?["note"] ?? "")</textarea>
        """))
      \(field(
        words.duties.entry, id: "entree-\(key)",
        """
        <input type="number" inputmode="numeric" name="entree" id="entree-\(key)" min="0" \
        value="\(typed?["entree"] ?? "")">
        """))
      <button class="primary" type="submit" name="acte" value="fait">\(words.duties.done)</button>
      <button class="secondary" type="submit" name="acte" value="dispense">\(words.duties.waive)\
      </button></form></details>
      """
  }

  private func reminder(_ reminder: RenewalReminder, _ contract: Contract) -> HTML {
    let (letter, framed) = contract.reminderText(reminder)
    return """
      <section class="panel" aria-labelledby="rappel"><h2 id="rappel">\(words.duties.reminder)</h2>
      <p>\(words.duties.reminderDays(formats.day(reminder.first), formats.day(reminder.last)))</p>
      <div lang="fr">\(each: letter.split(separator: "\n\n"), { "<p>\(String($0))</p>" })
      <p class="framed">\(framed)</p></div></section>
      """
  }

  private func noticeDeadline(_ notice: NoticeDeadline) -> HTML {
    """
    <section class="panel" aria-labelledby="preavis"><h2 id="preavis">\(words.duties.notice)</h2>
    <p>\(words.duties.noticeWhy(notice, formats))</p></section>
    """
  }

  private func standingDuties(_ duties: [StandingDuty], _ agreement: ID<Agreement>) -> HTML {
    """
    <section class="panel" aria-labelledby="toujours">\
    <h2 id="toujours">\(words.duties.standing)</h2><ul class="plain-list">\(each: duties, { duty in
      """
      <li>\(duty.text), \(words.duties.eachTime(words.clocks.delayUnits(duty.delay))) \
      <a class="cite" href="/contrats/\(agreement.text)#\(duty.clause)">\
      \(words.coverage.article(duty.number, duty.version))</a></li>
      """
    })</ul></section>
    """
  }

  func standing(_ standing: DutyState.Standing) -> HTML {
    let word = words.duties.standings[standing] ?? standing.rawValue
    return switch standing {
    case .late: chip(word, .alert, .bad)
    case .due: chip(word, .clock, .info)
    case .done: chip(word, .check, .good)
    case .waived: chip(word, .out, .quiet)
    case .past: chip(word, .dot, .quiet)
    }
  }
}
