import Maintenance
import Operations

extension ActForms {
  /// What the ticket owes and awaits: the debt of its workaround, proposals, warnings, links.
  func dealings() -> HTML {
    "\(debt)\(proposals)\(warnings)\(links)"
  }

  private var debt: HTML {
    guard let debt = ticket.debt else { return "" }
    let dealings = words.dealings
    let isLate = debt.due < today
    return """
      <section class="panel acts" aria-labelledby="correction"><h2 id="correction">\(dealings.debt)\
      </h2><p\(when: isLate, " class=\"due late\"")>\(when: isLate, Icon.alert.html)\
      \(dealings.debtLead(debt.owner, frame.formats.day(debt.due)))</p>\
      \(when: Visit.may(.workTickets), moveDebt)</section>
      """
  }

  private var proposals: HTML {
    guard !ticket.proposals.isEmpty else { return "" }
    return """
      <section class="panel acts" aria-labelledby="propositions">\
      <h2 id="propositions">\(words.dealings.proposals)</h2>
      \(each: Array(ticket.proposals.enumerated()), { proposal($0.element, $0.offset + 1) })
      </section>
      """
  }

  private func proposal(_ proposal: Proposal, _ number: Int) -> HTML {
    let formats = frame.formats
    let words = words.dealings
    return """
      <div class="dealing"><p><strong>\(words.proposal(number))</strong> · \
      \(words.beforeVAT(formats.money(proposal.price))) \
      <span class="sub">\(words.until(formats.day(proposal.validUntil)))</span> \
      \(answered(proposal.answer, words.proposalAnswers))</p>
      <p class="note">\(proposal.text)</p>
      \(when: proposal.answer == nil, answerProposal(number))</div>
      """
  }

  private var warnings: HTML {
    guard !ticket.warnings.isEmpty else { return "" }
    return """
      <section class="panel acts" aria-labelledby="mises-en-garde">\
      <h2 id="mises-en-garde">\(words.dealings.warnings)</h2>
      \(each: Array(ticket.warnings.enumerated()), { warning($0.element, $0.offset + 1) })
      </section>
      """
  }

  private func warning(_ warning: Warning, _ number: Int) -> HTML {
    let dealings = words.dealings
    let price: HTML? = warning.price.map {
      "<dt>\(dealings.recommendedPrice)</dt><dd>\(dealings.beforeVAT(frame.formats.money($0)))</dd>"
    }
    return """
      <div class="dealing"><p><strong>\(dealings.warning(number))</strong> \
      \(answered(warning.answer, dealings.warningAnswers)) \
      \(when: warning.answer == nil, """
        <span class="sub">\(dealings.reminders(warning.reminders.count))</span>
        """)</p>
      <dl class="facts"><dt>\(dealings.risk)</dt><dd class="note">\(warning.risk)</dd>
      <dt>\(dealings.consequence)</dt><dd class="note">\(warning.consequence)</dd>
      <dt>\(dealings.recommendation)</dt><dd class="note">\(warning.recommendation)</dd>\
      \(price)</dl>
      \(when: warning.answer == nil, """
        \(answerWarning(number, warning))\(when: Visit.may(.workTickets), remind(number))
        """)</div>
      """
  }

  /// What the client said, by whom and when; or that an answer is awaited.
  private func answered(
    _ answer: ClientAnswer?, _ kinds: [ClientAnswer.Kind: String]
  ) -> HTML {
    guard let answer else { return chip(words.dealings.awaited, .clock, .warning) }
    let word = kinds[answer.kind] ?? answer.kind.rawValue
    let tone: HTML =
      switch answer.kind {
      case .accepted: chip(word, .check, .good)
      case .declined: chip(word, .cross, .bad)
      case .silent: chip(word, .moon, .warning)
      }
    let said: HTML? =
      answer.reason.isEmpty ? nil : "<span class=\"note\">« \(answer.reason) »</span>"
    return """
      \(tone) <span class="sub">\
      \(words.dealings.byOn(answer.by, frame.formats.instant(answer.at)))</span> \(said)
      """
  }

  private var links: HTML {
    guard !ticket.links.isEmpty else { return "" }
    return """
      <section class="panel" aria-labelledby="liens"><h2 id="liens">\(words.dealings.linked)</h2>
      <ul class="plain-list">\(each: ticket.links, { link in
        """
        <li>\(words.dealings.links[link.kind] ?? link.kind.rawValue) \
        <a href="/tickets/\(link.ticket.text)">\(words.tickets.ticket(link.number))</a></li>
        """
      })</ul></section>
      """
  }
}
