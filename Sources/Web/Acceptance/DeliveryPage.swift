import Maintenance
import Operations

extension Frame {
  /// One delivery: what was agreed, what was decided, what may be done now, and all that happened.
  func deliveryPage(_ reading: DeliveryReading, refused: RefusedForm? = nil) -> HTML {
    let (delivery, words) = (reading.delivery, words.deliveries)
    let path: Path = "/contrats/\(reading.agreement.id)/recettes/\(delivery.id)/pv.pdf"
    return shell.page(
      title: delivery.title,
      trail: [
        Crumb(name: self.words.contracts.title, path: "/contrats"),
        Crumb(name: reading.agreement.clientName, path: "/contrats/\(reading.agreement.id)"),
        Crumb(name: words.title, path: "/contrats/\(reading.agreement.id)/recettes"),
      ],
      lead: """
        \(deliveryStage(delivery.stage)) \(words.one(delivery.number))\
        \(when: delivery.kind != .acceptance, " · \(words.kinds[delivery.kind] ?? "")")
        """,
      actions: delivery.verdict == nil
        ? nil : "<a class=\"button\" href=\"\(path)\">\(words.report)</a>",
      """
      <div class="two"><div class="first">
      \(refused.map { notice(.bad, $0.message, self.words.faults.kept) })
      \(agreed(reading))
      \(delivery.verdict.map { decided($0, reading) })
      \(when: !delivery.reservations.isEmpty, reservations(reading, refused))
      </div>
      <aside aria-label="\(self.words.tickets.acts.title)">\(acts(reading, refused))\
      \(reportSigning(reading, refused))</aside>
      <div class="rest"><section class="panel" aria-labelledby="chronologie">
      <h2 id="chronologie">\(words.history)</h2>\
      \(timeline(reading.facts, reading.entries, of: reading.agreement.id))</section></div></div>
      """)
  }

  private func agreed(_ reading: DeliveryReading) -> HTML {
    let (delivery, words) = (reading.delivery, words.deliveries)
    let citation = Citation(
      clause: delivery.clause, number: delivery.clauseNumber, version: delivery.contractVersion,
      reason: Reason(.priced))
    let silence = delivery.silence.map { words.silences[$0] ?? $0.rawValue }
    return """
      <section class="panel" aria-labelledby="criteres"><h2 id="criteres">\(words.criteria)</h2>
      <ul>\(each: delivery.criteria, { "<li>\($0)</li>" })</ul>
      <dl class="facts"><dt>\(words.notified)</dt><dd>\(formats.day(delivery.notified))\
      \(when: delivery.presentations > 1, " · \(words.presented(delivery.presentations))")</dd>
      <dt>\(words.due)</dt><dd>\(delivery.due.map { formats.day($0) } ?? words.noDue)</dd>
      <dt>\(words.article)</dt><dd>\(cite(citation, in: reading.agreement.id)) \(silence ?? "")</dd>
      </dl></section>
      """
  }

  private func decided(_ verdict: Delivery.Verdict, _ reading: DeliveryReading) -> HTML {
    let words = words.deliveries
    let who = [verdict.by, verdict.capacity].filter { !$0.isEmpty }.joined(separator: ", ")
    // The chip says it, until reservations are lifted.
    let isTold =
      verdict.decision != .accepted && verdict.decision.rawValue == reading.delivery.stage.rawValue
    let decision = words.decisions[verdict.decision] ?? verdict.decision.rawValue
    return """
      <section class="panel" aria-labelledby="decision"><h2 id="decision">\(words.decision)</h2>
      <p>\(deliveryStage(reading.delivery.stage)) \
      \(when: !isTold, "\(decision) ")\
      <span class="sub">\(self.words.dealings.byOn(
        verdict.isTacit ? words.tacit : who, formats.instant(verdict.at)))</span></p>
      \(when: !verdict.reason.isEmpty, "<p class=\"note\">\(verdict.reason)</p>")</section>
      """
  }

  private func reservations(_ reading: DeliveryReading, _ refused: RefusedForm?) -> HTML {
    let words = words.deliveries
    let numbered = Array(reading.delivery.reservations.enumerated())
    return """
      <section class="panel acts" aria-labelledby="a-lever">\
      <h2 id="a-lever">\(words.reservations)</h2>
      \(each: numbered, { index, reservation in
        """
        <div class="dealing"><p>\(index + 1). \(reservation.text) \
        \(reservation.liftedAt.map { at in
          "\(chip(words.lifted, .check, .good)) <span class=\"sub\">\(formats.instant(at))</span>"
        } ?? chip(words.toLift, .clock, .warning))</p>
        \(when: !reservation.note.isEmpty, "<p class=\"note\">\(reservation.note)</p>")
        \(when: reservation.liftedAt == nil && Visit.may(.answerAdvice),
          lift(index + 1, reading, refused))</div>
        """
      })</section>
      """
  }

  private func lift(
    _ number: Int, _ reading: DeliveryReading, _ refused: RefusedForm?
  ) -> HTML {
    let words = words.deliveries
    let isTyped = refused?.act == "levees" && refused?.fields["numero"] == String(number)
    return """
      <details class="fold"\(when: isTyped, " open")><summary>\(words.lift)</summary>
      <form class="act" method="post" action="\(place(reading, "levees"))">
      <input type="hidden" name="vu" value="\(reading.delivery.version)">
      <input type="hidden" name="numero" value="\(number)">
      \(field(words.liftNote, id: "note-\(number)", """
        <textarea name="note" id="note-\(number)" rows="2" maxlength="10000" required>\
        \(isTyped ? refused?.fields["note"] ?? "" : "")</textarea>
        """))
      <button type="submit">\(words.lift)</button></form></details>
      """
  }

  private func acts(_ reading: DeliveryReading, _ refused: RefusedForm?) -> HTML {
    let stage = reading.delivery.stage
    let form: HTML? =
      stage == .awaited && Visit.may(.answerAdvice)
      ? decisionForm(reading, refused)
      : [.refused, .postponed, .partial].contains(stage) && Visit.may(.workTickets)
        ? presentForm(reading, refused) : nil
    guard let form else { return "" }
    return """
      <section class="panel acts" aria-labelledby="agir">\
      <h2 id="agir">\(words.tickets.acts.title)</h2>\(form)</section>
      """
  }

  private func decisionForm(_ reading: DeliveryReading, _ refused: RefusedForm?) -> HTML {
    let (delivery, words) = (reading.delivery, words.deliveries)
    let typed = refused?.act == "decisions" ? refused?.fields ?? [:] : [:]
    let decisions: [(value: String, word: String)] = reading.terms.decisions(on: delivery.kind)
      .map { ($0.rawValue, words.decisions[$0] ?? $0.rawValue) }
    let known = reading.terms.contract.client.representative
    let person: HTML? =
      Visit.isClient
      ? nil
      : field(
        words.person, id: "personne",
        """
        <input name="personne" id="personne" maxlength="200" required \
        value="\(typed["personne"] ?? known.name)">
        """)
    let tacit = delivery.silence == nil ? nil : delivery.due.map { formats.day($0) }
    return """
      <form class="act" method="post" action="\(place(reading, "decisions"))">
      <input type="hidden" name="vu" value="\(delivery.version)">
      \(tacit.map { "<p class=\"hint\">\(words.tacitNotice($0))</p>" })
      \(field(words.decision, id: "decision", choice(
        "decision", id: "decision", chosen: typed["decision"], decisions)))
      \(person)
      \(field(words.capacity, id: "qualite", """
        <input name="qualite" id="qualite" maxlength="200" \
        value="\(typed["qualite"] ?? known.capacity)">
        """))
      \(field(words.reservations, id: "reserves", hint: words.reservationsHint, """
        <textarea name="reserves" id="reserves" rows="3" maxlength="10000" \
        aria-describedby="reserves-aide">\(typed["reserves"] ?? "")</textarea>
        """))
      \(field(words.reason, id: "motif", hint: words.reasonHint, """
        <textarea name="motif" id="motif" rows="2" maxlength="10000" \
        aria-describedby="motif-aide">\(typed["motif"] ?? "")</textarea>
        """))
      <button class="primary" type="submit">\(words.decide)</button></form>
      """
  }

  private func presentForm(_ reading: DeliveryReading, _ refused: RefusedForm?) -> HTML {
    let words = words.deliveries
    let typed = refused?.act == "presentations" ? refused?.fields ?? [:] : [:]
    return """
      <form class="act" method="post" action="\(place(reading, "presentations"))">
      <input type="hidden" name="vu" value="\(reading.delivery.version)">
      \(field(words.day, id: "jour", """
        <input type="date" name="jour" id="jour" required \
        value="\(typed["jour"] ?? reading.today.iso)">
        """))
      \(field(words.presentNote, id: "note", """
        <textarea name="note" id="note" rows="2" maxlength="10000" required>\
        \(typed["note"] ?? "")</textarea>
        """))
      <button class="primary" type="submit">\(words.presentAgain)</button></form>
      """
  }

  private func place(_ reading: DeliveryReading, _ act: String) -> Path {
    shell.once(
      "/contrats/\(reading.agreement.id)/recettes/\(reading.delivery.id)/\(act)")
  }
}
