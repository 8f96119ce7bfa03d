import Maintenance
import Operations

extension Frame {
  /// One advice: what it says, what was answered, what may be done now, and all that happened.
  func advicePage(_ reading: AdviceReading, refused: RefusedForm? = nil) -> HTML {
    let (advice, words) = (reading.advice, words.advice)
    return shell.page(
      title: advice.content.thing,
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: reading.agreement.clientName, path: "/contrats/\(reading.agreement.id)"),
        Crumb(name: words.title, path: "/contrats/\(reading.agreement.id)/conseils"),
      ],
      lead: "\(adviceStage(advice.stage)) \(words.one(advice.number)) · \(origin(advice))",
      """
      <div class="two"><div class="first">
      \(refused.map { notice(.bad, $0.message, self.words.faults.kept) })
      \(advice.stage == .drafted && Visit.may(.workTickets)
        ? draft(reading, refused) : said(reading))
      \(each: advice.rounds.reversed(), { round($0, advice) })
      </div>
      <aside aria-label="\(self.words.tickets.acts.title)">\(AdviceForms(
        frame: self, reading: reading, refused: refused).panel)</aside>
      <div class="rest"><section class="panel" aria-labelledby="chronologie">
      <h2 id="chronologie">\(words.history)</h2>\
      \(timeline(reading.facts, reading.entries, of: reading.agreement.id))</section></div></div>
      """)
  }

  private func origin(_ advice: Advice) -> HTML {
    let word = words.advice.origins[advice.origin.kind] ?? advice.origin.kind.rawValue
    guard advice.origin.kind == .ticket else { return "\(word)" }
    return "<a href=\"/tickets/\(advice.origin.reference)\">\(word)</a>"
  }

  /// A draft is a form, with what it lacks.
  private func draft(_ reading: AdviceReading, _ refused: RefusedForm?) -> HTML {
    let (advice, words) = (reading.advice, words.advice)
    let content = advice.content
    let typed: [String: String] =
      refused?.act == "brouillon"
      ? refused?.fields ?? [:]
      : [
        "objet": content.thing, "constat": content.fact, "risque": content.risk,
        "consequence": content.consequence, "recommandation": content.recommendation,
        "prix": content.price.map { "\($0.cents / 100),\(padded(Int($0.cents % 100), 2))" } ?? "",
        "echeance": content.due?.iso ?? "",
      ]
    let gaps = content.gaps + (reading.isGeneric ? [.generic] : [])
    let path: Path = "/contrats/\(reading.agreement.id)/conseils/\(advice.id)/brouillon"
    return """
      \(when: !gaps.isEmpty, """
        <div class="notice warning" role="status">\(Icon.alert.html)<div>\
        <strong>\(words.lacking)</strong><ul>\(each: gaps, { gap in
          "<li>\(words.refusals[gap] ?? gap.rawValue)</li>"
        })</ul></div></div>
        """)
      <section class="panel" aria-labelledby="texte"><h2 id="texte">\(words.draft)</h2>
      <form class="act" method="post" action="\(shell.once(path))">
      <input type="hidden" name="vu" value="\(advice.version)">
      \(adviceFields(typed))
      <button class="primary" type="submit">\(words.save)</button></form></section>
      """
  }

  private func said(_ reading: AdviceReading) -> HTML {
    let (content, words) = (reading.advice.content, words.advice)
    let citation = reading.terms.citation("obligations_prestataire.conseil", Reason(.priced))
    return """
      <section class="panel" aria-labelledby="texte"><h2 id="texte" class="off">\(words.title)</h2>
      <dl class="facts">
      <dt>\(words.fact)</dt><dd class="note">\(content.fact)</dd>
      <dt>\(words.risk)</dt><dd class="note">\(content.risk)</dd>
      <dt>\(words.consequence)</dt><dd class="note">\(content.consequence)</dd>
      <dt>\(words.recommendation)</dt><dd class="note">\(content.recommendation)</dd>
      \(content.price.map { price in
        """
        <dt>\(words.price)</dt>\
        <dd>\(self.words.dealings.beforeVAT(formats.money(price)))</dd>
        """
      })
      \(content.due.map { "<dt>\(words.due)</dt><dd>\(formats.day($0))</dd>" })
      <dt>\(words.article)</dt><dd>\(cite(citation, in: reading.agreement.id))</dd>
      </dl></section>
      """
  }

  /// To whom, when, how often, and what came back.
  private func round(_ round: Advice.Round, _ advice: Advice) -> HTML {
    let words = words.advice
    let means = round.means.map { words.meansNames[$0] ?? $0.rawValue }
    let occasion = round.occasion.map { words.raisedFor(words.occasionNames[$0] ?? $0.rawValue) }
    return """
      <section class="panel"><p>\(words.stages[.sent] ?? "") \(time(round.sentAt)) \
      <span class="sub">\([round.recipient, means ?? "", occasion ?? ""].filter { !$0.isEmpty }
        .joined(separator: " · "))</span></p>
      <p class="sub">\(words.reminders(round.reminders.count))\
      \(each: round.reminders, { " · \(time($0))" })\
      \(round.seenAt.map { " · \(words.stages[.seen] ?? "") \(formats.instant($0))" })</p>
      \(round.answer.map { answer in
        """
        <p>\(adviceStage(
          answer.kind == .accepted ? .accepted : answer.kind == .declined ? .declined : .silent)) \
        <span class="sub">\(self.words.dealings.byOn(answer.by, formats.instant(answer.at)))</span>\
        \(when: !answer.reason.isEmpty, " <span class=\"note\">« \(answer.reason) »</span>")</p>
        """
      })
      \(advice.ticket.map { ticket in
        """
        <p><a href="/tickets/\(ticket.id)">\(words.ticketMade(ticket.number))</a></p>
        """
      })</section>
      """
  }
}
