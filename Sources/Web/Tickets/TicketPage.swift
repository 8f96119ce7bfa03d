import Maintenance
import Operations

/// A form that was refused: what was typed comes back with the reason.
struct RefusedForm: Sendable {
  /// The last part of the form's address.
  var act: String
  var message: String
  var fields: [String: String]
  /// Better than bad when nothing was refused, and the form only comes back filled.
  var tone = Tone.bad
}

extension Frame {
  func ticketPage(_ reading: TicketReading, refused: RefusedForm? = nil) -> HTML {
    let ticket = reading.ticket
    let list: Path = "/tickets"
    return shell.page(
      title: formats.title(ticket.request.title),
      trail: [
        Crumb(
          name: words.tickets.title,
          path: Visit.isClient ? list.asking("contrat", reading.agreement.id.text) : list)
      ],
      lead: ticketLead(reading), live: live(ticket), ticketBody(reading, refused: refused))
  }

  /// Where the page's parts come from anew: what it shows, and which page it is.
  private func live(_ ticket: Ticket) -> Path {
    let path: Path = "/tickets/\(ticket.id)/horloges"
    return path.asking("vu", String(ticket.version)).asking("page", shell.command)
  }

  private func ticketLead(_ reading: TicketReading) -> HTML {
    let ticket = reading.ticket
    return """
      \(stage(ticket.stage)) <span class="priority">\(ticket.priority)</span> \
      \(words.tickets.ticket(ticket.number)) · \
      <a href="/contrats/\(reading.agreement.id.text)">\(reading.agreement.clientName)</a>
      """
  }

  /// What others' acts change on an open page, by the name of its part.
  func liveParts(_ reading: TicketReading) -> [(String, HTML)] {
    let forms = ActForms(
      frame: self, ticket: reading.ticket, terms: reading.terms, refused: nil,
      templates: reading.templates)
    return [
      ("lead", ticketLead(reading)), ("clocks", clocks(reading)),
      ("timeline", timeline(reading)), ("verdict", verdict(reading)),
      ("request", request(reading)), ("dealings", forms.dealings()),
      ("acts", forms.acts()),
    ]
  }

  /// Who else types an answer.
  func writers(_ names: [String]) -> HTML {
    guard !names.isEmpty else { return "" }
    return "\(Icon.quote.html) \(words.live.writing(names.joined(separator: ", "), names.count))"
  }

  private func ticketBody(_ reading: TicketReading, refused: RefusedForm? = nil) -> HTML {
    let forms = ActForms(
      frame: self, ticket: reading.ticket, terms: reading.terms, refused: refused,
      templates: reading.templates)
    return """
      <div class="two">
      <div class="first">
      \(refused.map { notice($0.tone, $0.message, $0.tone == .bad ? words.faults.kept : nil) })
      <section class="panel" aria-labelledby="delais"><h2 id="delais">\(words.clocks.title)</h2>
      <div sse-swap="clocks" data-live>\(clocks(reading))</div>\(staleNotice)</section>
      <div class="live" sse-swap="dealings">\(forms.dealings())</div>
      \(attachments(reading, refused: refused))
      </div>
      <aside aria-label="\(words.tickets.acts.title)">
      <p class="writers" role="status" sse-swap="writers"></p>
      <p class="notice warning" id="moved" role="status" hidden>\(Icon.alert.html)\
      <span>\(words.live.moved)</span></p>
      <div class="live" sse-swap="acts">\
      \(forms.acts())</div>
      <div class="live" sse-swap="request">\(request(reading))</div>
      \(when: Visit.may(.workTickets), slipForm(reading, refused))
      \(ticketMail(reading))
      </aside>
      <div class="rest">
      <div class="live" sse-swap="verdict">\(verdict(reading))</div>
      <section class="panel" aria-labelledby="chronologie">\
      <h2 id="chronologie">\(words.tickets.timeline)</h2>\(erasures(reading.erasures))\
      <div sse-swap="timeline">\(timeline(reading))</div>\
      \(when: Visit.may(.disclose), evidenceForm(
        of: reading.agreement.id, ticket: reading.ticket.id))</section>
      </div>
      </div>
      """
  }

  private func verdict(_ reading: TicketReading) -> HTML {
    let verdict = reading.ticket.verdict
    let coverage = words.coverage
    return """
      <section class="panel verdict" aria-labelledby="couverture">\
      <h2 id="couverture">\(coverage.title)</h2>
      <p class="decision">\(decision(verdict.decision))\
      \(verdict.onceOpen.map(onceOpen))</p>
      \(verdict.asset.map { id in
        "<p>\(words.entry.decides(assetName(id, in: reading.terms.contract)))</p>"
      })
      \(verdict.startsAt.map { "<p>\(coverage.startsAt(formats.instant($0)))</p>" })
      \(verdict.hourlyRate.map { "<p>\(coverage.hourlyRate(formats.money($0)))</p>" })
      <h3>\(coverage.because)</h3>
      <ul class="because">\(each: verdict.because, { citation in
        """
        <li>\(cite(citation, in: reading.ticket.agreement)) \
        <span>\(coverage.reason(citation.reason, formats))</span></li>
        """
      })</ul>\(waysOut(reading))</section>
      """
  }

  /// When hours begin, what waiting costs and what not waiting does.
  private func waysOut(_ reading: TicketReading) -> HTML {
    let (ticket, coverage) = (reading.ticket, words.coverage)
    let question = CoverageQuestion(of: ticket)
    let ways = reading.terms.waysOut(of: ticket.verdict, on: question)
    let notices = reading.terms.notices(of: ticket.verdict, on: question)
    return """
      \(when: !ways.isEmpty, """
        <h3>\(coverage.choices)</h3><ul class="because">\(each: ways, { way in
          """
          <li>\(cite(way.citation, in: ticket.agreement)) \
          <span>\(coverage.choice(way, formats))</span></li>
          """
        })</ul>
        """)\
      \(each: notices, { notice in
        if case .callOut(let price, let citation) = notice {
          """
          <p>\(cite(citation, in: ticket.agreement)) \(coverage.callOut(formats.money(price)))</p>
          """
        } else {
          ""
        }
      })
      """
  }

  /// Where what a ticket tells of becomes an outage, or an advice.
  private func furtherLinks(_ ticket: Ticket) -> HTML {
    let path: Path = "/contrats/\(ticket.agreement)/niveaux"
    let advice: Path = "/contrats/\(ticket.agreement)/conseils"
    return """
      <p><a href="\(path.asking("ticket", ticket.id.text).at("inscrire"))">\
      \(words.availability.interrupted)</a></p>
      <p><a href="\(advice.asking("ticket", ticket.id.text).at("rediger"))">\
      \(words.advice.fromTicket)</a></p>
      """
  }

  private func onceOpen(_ decision: Verdict.Decision) -> HTML {
    let word = words.coverage.decisions[decision] ?? decision.rawValue
    return " <span class=\"sub\">\(words.coverage.onceOpen(word))</span>"
  }

  private func assetNames(_ reading: TicketReading) -> String {
    reading.ticket.request.assets.map { assetName($0, in: reading.terms.contract) }
      .joined(separator: ", ")
  }

  private func request(_ reading: TicketReading) -> HTML {
    let request = reading.ticket.request
    let form = words.tickets.form
    let sites = reading.terms.contract.scope.sites
    let site = sites.first { $0.id == request.site }?.name.typesetInFrench
    return """
      <section class="panel" aria-labelledby="demande"><h2 id="demande">\(words.tickets.request)\
      </h2>
      <p class="note">\(request.text)</p>
      <dl class="facts">
      <dt>\(form.requester)</dt><dd>\(request.requester)</dd>
      <dt>\(form.channel)</dt><dd>\(words.tickets.channels[request.channel] ?? "")</dd>
      <dt>\(form.site)</dt><dd>\(site ?? request.site)</dd>
      <dt>\(form.group)</dt><dd>\(formats.label(request.group))</dd>
      \(when: !request.assets.isEmpty, """
        <dt>\(words.entry.assets)</dt><dd>\(assetNames(reading))</dd>
        """)
      <dt>\(form.nature)</dt><dd>\(words.tickets.natures[request.nature] ?? "")</dd>
      <dt>\(form.impact)</dt><dd>\(formats.label(request.impact))</dd>
      <dt>\(form.urgency)</dt><dd>\(formats.label(request.urgency))</dd>
      <dt>\(words.tickets.headings.opened)</dt><dd>\(time(reading.facts[0].at))</dd>
      \(request.receipt.map { receipt in
        """
        <dt>\(words.entry.received)</dt><dd>\(time(receipt.at)) \
        <span class="sub">\(receipt.reason)</span></dd>
        """
      })
      <dt>\(words.tickets.assignee)</dt>\
      <dd>\(reading.ticket.assignee ?? words.tickets.unassigned)</dd>
      </dl>
      \(when: Visit.may(.workTickets), furtherLinks(reading.ticket))</section>
      """
  }
}
