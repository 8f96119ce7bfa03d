import Maintenance

extension Frame {
  /// The form that opens a ticket under a contract; what was typed comes back with a refusal.
  func ticketFormPage(
    _ agreement: Agreement, _ terms: Terms, refused: RefusedForm? = nil
  ) -> HTML {
    let form = words.tickets.form
    let contract = terms.contract
    let matrix = contract.serviceLevels.matrix
    let typed = refused?.fields ?? [:]
    let tickets = words.tickets
    return shell.page(
      title: form.title, lead: "\(agreement.clientName) · \(form.lead)",
      """
      \(refused.map { notice(.bad, $0.message, words.faults.kept) })
      <form class="panel sheet" method="post" action="/contrats/\(agreement.id.text)/tickets">
      \(field(form.subject, id: "objet", """
        <input name="objet" id="objet" value="\(typed["objet"] ?? "")" maxlength="200" required \
        autocomplete="off">
        """))
      \(field(form.text, id: "texte", """
        <textarea name="texte" id="texte" rows="5" maxlength="10000">\
        \(typed["texte"] ?? "")</textarea>
        """))
      <div class="columns">
      \(field(form.requester, id: "demandeur", """
        <input name="demandeur" id="demandeur" value="\(typed["demandeur"] ?? "")" maxlength="200" \
        required autocomplete="off">
        """))
      \(pick("canal", form.channel, typed, contract.support.channels.map {
        ($0.rawValue, tickets.channels[$0] ?? $0.rawValue)
      }))
      \(pick("site", form.site, typed, contract.scope.sites.map { ($0.id, $0.name) }))
      \(pick("groupe", form.group, typed, contract.scope.groups.map { ($0.id, $0.id) }))
      \(pick("nature", form.nature, typed, TicketNature.allCases.map {
        ($0.rawValue, tickets.natures[$0] ?? $0.rawValue)
      }))
      \(pick("impact", form.impact, typed, matrix.impacts.map { ($0, $0) }))
      \(pick("urgence", form.urgency, typed, matrix.urgencies.map { ($0, $0) }))
      \(field(form.exclusion, id: "exclusion", hint: form.exclusionHint, choice(
        "exclusion", id: "exclusion", chosen: typed["exclusion"],
        [(value: "", word: form.noExclusion)]
          + contract.scope.exclusions.map { (value: $0.id, word: $0.text) })))
      </div>
      <p><button class="primary" type="submit">\(form.submit)</button></p>
      </form>
      """)
  }

  /// A labelled choice that keeps what was chosen.
  func pick(
    _ name: String, _ label: String, _ typed: [String: String]?, _ options: [(String, String)]
  ) -> HTML {
    field(
      label, id: name,
      choice(name, id: name, chosen: typed?[name], options.map { (value: $0.0, word: $0.1) }))
  }
}
