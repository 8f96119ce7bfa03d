import Maintenance
import Operations
import Store

extension Frame {
  /// The mail that goes out, one state at a time; what needs somebody comes first.
  func mailPage(
    _ reading: MailReading, next: ID<OutgoingMail>?, hasRelay: Bool, typed: String = ""
  ) -> HTML {
    let mail = words.mail
    let (failed, held) = (reading.counts[.failed] ?? 0, reading.counts[.held] ?? 0)
    return shell.page(
      title: mail.title, lead: "\(failed + held == 0 ? mail.quiet : mail.lead(failed, held))",
      """
      \(when: !hasRelay, notice(.warning, mail.noRelay))
      \(mailTabs(reading))
      \(failingAddresses(reading.failing))
      \(reading.mail.isEmpty
        ? "<div class=\"empty\"><h2>\(mail.none)</h2></div>"
        : table(
          mail.title,
          [
            .text(mail.recipient), .text(mail.subject), .text(mail.written), .text(mail.standing),
            .text(""),
          ], rows: "\(each: reading.mail, mailRow)"))
      \(next.map { key in
        """
        <p class="pager"><a class="button" href="\(Path("/courrier")
          .asking("etat", reading.state.rawValue).asking("avant", key.text))">\
        \(words.shell.older)</a></p>
        """
      })
      \(reportForm(typed))
      """)
  }

  private func mailTabs(_ reading: MailReading) -> HTML {
    tabs(
      words.mail.standing,
      MailState.allCases.map { state in
        Tab(
          word: words.mail.states[state] ?? state.rawValue,
          path: Path("/courrier").asking("etat", state.rawValue),
          isHere: state == reading.state, count: reading.counts[state] ?? 0)
      })
  }

  private func mailRow(_ line: OutgoingMail) -> HTML {
    let mayAct = Visit.may(.workTickets) && !line.text.isEmpty
    let isStopped = line.state == .held || line.state == .failed
    return """
      <tr><td>\(line.recipientName)<span class="sub">\(line.recipient)</span></td>
      <td><a href="/courrier/\(line.id)">\(line.subject)</a>\
      <span class="sub">\(words.mail.kinds[line.kind] ?? line.kind.rawValue)</span></td>
      <td>\(time(line.createdAt))</td><td>\(mailStanding(line))</td>
      <td>\(when: mayAct && isStopped, againForm(line))</td></tr>

      """
  }

  private func againForm(_ line: OutgoingMail) -> HTML {
    """
    <form method="post" action="\(shell.once("/courrier/\(line.id)/renvois"))">\
    <button type="submit">\(words.mail.again)</button></form>
    """
  }

  private func mailStanding(_ line: OutgoingMail) -> HTML {
    let mail = words.mail
    let word = mail.states[line.state] ?? line.state.rawValue
    switch line.state {
    case .waiting:
      let standing = mail.next(line.attempts, formats.instant(line.nextAt))
      return """
        \(chip(standing, .clock, line.attempts == 0 ? .quiet : .warning))\
        \(when: !line.reason.isEmpty, "<span class=\"sub\">\(line.reason)</span>")
        """
    case .sent:
      return """
        \(chip(word, .check, .good))\
        \(line.endedAt.map { "<span class=\"sub\">\(time($0))</span>" })
        """
    case .failed:
      return """
        \(chip(word, .cross, .bad))<span class="sub">\(line.reason) · \
        \(mail.attempts(line.attempts))</span>
        """
    case .held:
      let reason = line.reason == "rate" ? mail.rate : mail.badge
      return "\(chip(word, .pause, .warning))<span class=\"sub\">\(reason)</span>"
    }
  }

  private func failingAddresses(_ failing: [KnownAddress]) -> HTML {
    let mail = words.mail
    guard !failing.isEmpty else { return .nothing }
    return """
      <section class="panel" aria-labelledby="echecs"><h2 id="echecs">\(mail.failing)</h2>
      <p class="soft">\(mail.failingHint)</p>
      <dl class="facts">\(each: failing, { known in
        """
        <dt>\(known.address)</dt><dd>\(known.reason)\
        \(when: Visit.may(.workTickets), """
          <form method="post" action="\(shell.once("/courrier/adresses"))">\
          <input type="hidden" name="adresse" value="\(known.address)">\
          <button type="submit">\(mail.works)</button></form>
          """)</dd>
        """
      })</dl></section>
      """
  }

  private func reportForm(_ typed: String) -> HTML {
    guard Visit.may(.workTickets) else { return .nothing }
    return """
      <details class="fold"\(when: !typed.isEmpty, " open")><summary>\(words.mail.report)</summary>
      <form class="act" method="post" action="\(shell.once("/courrier/avis"))">
      \(field(words.mail.report, id: "texte", hint: words.mail.reportHint, """
        <textarea name="texte" id="texte" rows="6" aria-describedby="texte-aide" required>\
        \(typed)</textarea>
        """))
      <button type="submit">\(words.mail.read)</button></form></details>
      """
  }

  /// One message, as it was written.
  func mailTextPage(_ line: OutgoingMail) -> HTML {
    let mail = words.mail
    let isHidden = line.text.isEmpty || line.kind.isSecret
    let isStopped = line.state == .held || line.state == .failed
    return shell.page(
      title: line.subject, trail: [Crumb(name: mail.title, path: "/courrier")],
      lead: "\(mail.kinds[line.kind] ?? line.kind.rawValue)",
      actions: isStopped && !line.text.isEmpty && Visit.may(.workTickets) ? againForm(line) : nil,
      """
      <div class="two"><section class="panel" aria-labelledby="lettre">\
      <h2 id="lettre">\(mail.text)</h2>
      <div class="note\(when: isHidden, " soft")">\(isHidden ? mail.forgotten : line.text)</div>
      </section><div class="beside"><section class="panel"><dl class="facts">
      <dt>\(mail.recipient)</dt><dd>\(line.recipientName)
      <span class="sub">\(line.recipient)</span></dd>
      <dt>\(mail.written)</dt><dd>\(time(line.createdAt))</dd>
      <dt>\(mail.standing)</dt><dd>\(mailStanding(line))</dd>
      \(when: line.state == .sent, "<dt>Message-ID</dt><dd><code>\(line.messageID)</code></dd>")
      </dl></section></div></div>
      """)
  }

  /// What was written about a ticket, for the provider's people.
  func ticketMail(_ reading: TicketReading) -> HTML {
    guard !reading.mail.isEmpty else { return .nothing }
    return """
      <section class="panel" aria-labelledby="courrier"><h2 id="courrier">\(words.mail.sentAbout)\
      </h2><ul class="plain-list messages">\(each: reading.mail, { line in
        """
        <li><a href="/courrier/\(line.id)">\
        \(words.mail.kinds[line.kind] ?? line.kind.rawValue)</a> \
        \(reading.failing.contains(line.recipient) ? failingBadge(true) : mailChip(line.state))\
        <span class="sub">\(time(line.createdAt)) · \(line.recipient)</span></li>
        """
      })</ul></section>
      """
  }

  private func mailChip(_ state: MailState) -> HTML {
    let word = words.mail.states[state] ?? state.rawValue
    return switch state {
    case .waiting: chip(word, .clock, .quiet)
    case .sent: chip(word, .check, .good)
    case .failed: chip(word, .cross, .bad)
    case .held: chip(word, .pause, .warning)
    }
  }

  /// Beside a name, when messages to it come back.
  func failingBadge(_ isFailing: Bool) -> HTML {
    isFailing ? chip(words.mail.badge, .alert, .bad) : .nothing
  }
}
