import Maintenance
import Operations

extension Frame {
  /// The form that opens a ticket under a contract; what was typed comes back with a refusal.
  func ticketFormPage(
    _ agreement: Agreement, _ terms: Terms, refused: RefusedForm? = nil
  ) -> HTML {
    let form = words.tickets.form
    return shell.page(
      title: form.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: agreement.clientName, path: "/contrats/\(agreement.id)"),
      ],
      lead: "\(form.lead)",
      """
      \(refused.map { notice(.bad, $0.message, words.faults.kept) })
      <div class="two">
      \(request(agreement, terms.contract, refused?.fields ?? [:]))
      <aside aria-label="\(form.levels)"><section class="panel"><h2>\(form.levels)</h2>
      \(levels(terms.contract.serviceLevels))</section></aside>
      </div>
      """)
  }

  /// A client's person asks by the portal, where the contract opens it.
  private func request(
    _ agreement: Agreement, _ contract: Contract, _ typed: [String: String]
  ) -> HTML {
    let channels = contract.support.channels
    if Visit.isClient, !channels.contains(.portal) {
      let names = channels.map { words.tickets.channels[$0] ?? $0.rawValue }
      return notice(.info, words.tickets.form.noPortal, names.joined(separator: ", "))
    }
    return """
      <form class="sheet" method="post"
      action="\(shell.once("/contrats/\(agreement.id)/tickets"))">
      \(whatIsAsked(typed))
      <div class="columns">\(circumstances(
        typed, contract, Visit.sites(of: agreement.id, contract)))</div>
      \(when: !Visit.isClient, exclusion(typed, contract))
      \(assetsOfRequest(typed, contract, under: agreement.id))
      \(when: !Visit.isClient, receiptOfRequest(typed))
      <p><button class="primary" type="submit">\(words.tickets.form.submit)</button></p>
      </form>
      """
  }

  private func whatIsAsked(_ typed: [String: String]) -> HTML {
    let form = words.tickets.form
    return """
      \(field(form.subject, id: "objet", """
        <input name="objet" id="objet" value="\(typed["objet"] ?? "")" maxlength="200" required \
        autocomplete="off">
        """))
      \(field(form.text, id: "texte", """
        <textarea name="texte" id="texte" rows="5" maxlength="10000">\(typed["texte"] ?? "")\
        </textarea>
        """))
      """
  }

  private func circumstances(
    _ typed: [String: String], _ contract: Contract, _ sites: [Site]
  ) -> HTML {
    let form = words.tickets.form
    let tickets = words.tickets
    let matrix = contract.serviceLevels.matrix
    return """
      \(field(form.requester, id: "demandeur", """
        <input name="demandeur" id="demandeur" \
        value="\(typed["demandeur"] ?? clientName)" maxlength="200" required autocomplete="off">
        """))
      \(when: !Visit.isClient, pick("canal", form.channel, typed, contract.support.channels.map {
        ($0.rawValue, tickets.channels[$0] ?? $0.rawValue)
      }))
      \(pick("site", form.site, typed, sites.map {
        ($0.id, $0.name.typesetInFrench)
      }))
      \(pick("groupe", form.group, typed, labelled(contract.scope.groups.map(\.id))))
      \(pick("nature", form.nature, typed, TicketNature.allCases.map {
        ($0.rawValue, tickets.natures[$0] ?? $0.rawValue)
      }))
      \(pick("impact", form.impact, typed, labelled(matrix.impacts)))
      \(pick("urgence", form.urgency, typed, labelled(matrix.urgencies)))
      """
  }

  /// A client's person asks for themselves, unless they say for whom.
  private var clientName: String {
    Visit.isClient ? Visit.current?.account.name ?? "" : ""
  }

  private func exclusion(_ typed: [String: String], _ contract: Contract) -> HTML {
    let form = words.tickets.form
    let options = contract.scope.exclusions.map { (value: $0.id, word: $0.text) }
    return field(
      form.exclusion, id: "exclusion", hint: form.exclusionHint,
      choice(
        "exclusion", id: "exclusion", chosen: typed["exclusion"],
        [(value: "", word: form.noExclusion)] + options, hint: true))
  }

  /// A labelled choice that keeps what was chosen.
  func pick(
    _ name: String, _ label: String, _ typed: [String: String]?, _ options: [(String, String)]
  ) -> HTML {
    field(
      label, id: name,
      choice(name, id: name, chosen: typed?[name], options.map { (value: $0.0, word: $0.1) }))
  }

  private func labelled(_ ids: [String]) -> [(String, String)] {
    ids.map { ($0, formats.label($0)) }
  }

  /// What each priority means and promises, to choose impact and urgency knowingly.
  private func levels(_ levels: ServiceLevels) -> HTML {
    """
    <dl class="levels">\(each: levels.levels, { level in
      """
      <dt><span class="priority">\(level.priority)</span></dt>
      <dd>\(level.definition)<ul class="sub">\(each: Milestone.allCases, { milestone in
        level.delays[milestone].map { delay in
          """
          <li>\(words.clocks.milestones[milestone] ?? "") \
          <b>\(words.clocks.delayUnits(delay))</b></li>
          """
        } ?? ""
      })</ul></dd>
      """
    })</dl>
    """
  }
}
