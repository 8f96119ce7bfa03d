import Maintenance
import Operations
import Store

extension Frame {
  /// The people who may sign in, and the form that opens one more account.
  func accountsPage(
    _ people: [Account], _ contracts: [AgreementLine], _ refusal: AccountRefusal?,
    failing: Set<String> = [], typed: [String: String], isSecondFactorRequired: Bool,
    link: (account: Account, address: String)?
  ) -> HTML {
    let accounts = words.accounts
    return shell.page(
      title: accounts.title, lead: "\(accounts.lead(people.count))",
      """
      \(refused(refusal))
      \(link.map { link in
        """
        <section class="panel" aria-labelledby="lien"><h2 id="lien">\
        \(accounts.link(link.account.name))</h2><p><code>\(link.address)</code></p>
        <p class="soft">\(accounts.linkHint)</p></section>
        """
      })
      <div class="two"><div>
      \(when: !people.isEmpty, table(
        accounts.title,
        [.text(accounts.name), .text(accounts.role), .text(accounts.contract), .text("")],
        rows: "\(each: people, { personRow($0, contracts, failing.contains($0.email)) })"))
      </div><div class="beside">\(openingForm(contracts, typed))\
      \(policyForm(isSecondFactorRequired))</div></div>
      """)
  }

  func refused(_ refusal: AccountRefusal?) -> HTML? {
    refusal.map { notice(.bad, words.accounts.refusals[$0] ?? $0.rawValue) }
  }

  private func personRow(
    _ account: Account, _ contracts: [AgreementLine], _ isFailing: Bool
  ) -> HTML {
    let accounts = words.accounts
    return """
      <tr><td><a class="row" href="/comptes/\(account.id)">\(account.name)</a>\
      <span class="sub">\(account.email) \(failingBadge(isFailing))</span></td>
      <td>\(accounts.roles[account.role] ?? account.role.rawValue)</td>
      <td>\(seen(account, contracts))</td>
      <td>\(protection(account))</td></tr>

      """
  }

  private func protection(_ account: Account) -> HTML {
    if account.isDisabled { return chip(words.accounts.disabled, .out, .quiet) }
    return account.hasSecondFactor
      ? chip(words.doors.twoFactors, .check, .good)
      : chip(words.doors.passwordOnly, .dot, .quiet)
  }

  private func seen(_ account: Account, _ contracts: [AgreementLine]) -> String {
    let seen = contracts.filter { account.reach.agreements.contains($0.id) }.map { line in
      let sites = account.reach.sites[line.id].map { " (\(words.people.siteCount($0.count)))" }
      return line.reference + (sites ?? "")
    }
    return seen.isEmpty ? "–" : seen.joined(separator: ", ")
  }

  /// One person, for whoever manages accounts: what protects the account, and where it is open.
  func personPage(
    _ account: Account, _ sessions: [WebSession], _ tokens: [APIToken],
    _ contracts: [AgreementLine], _ choices: [ReachChoice], _ refusal: AccountRefusal?
  ) -> HTML {
    let accounts = words.accounts
    let doors = words.doors
    let act = account.isDisabled ? "reactivation" : "desactivation"
    return shell.page(
      title: account.name, trail: [Crumb(name: accounts.title, path: "/comptes")],
      lead: "\(account.email) · \(accounts.roles[account.role] ?? account.role.rawValue)",
      """
      \(refused(refusal))
      <dl class="facts"><dt>\(accounts.contract)</dt><dd>\(seen(account, contracts))</dd>
      <dt>\(doors.secondFactor)</dt>\
      <dd>\(account.hasSecondFactor ? doors.isSet : doors.isUnset)</dd></dl>
      <div class="actions">
      \(when: !account.isDisabled, button("/comptes/\(account.id)/lien", accounts.newLink))
      \(when: account.hasSecondFactor, button(
        "/comptes/\(account.id)/second-facteur", doors.resetOthers))
      \(button("/comptes/\(account.id)/\(act)",
        account.isDisabled ? accounts.enable : accounts.disable))
      <a class="button" href="/comptes/\(account.id)/donnees">\(words.reads.personalData)</a></div>
      <section class="panel" aria-labelledby="portee"><h2 id="portee">\(words.people.reach)</h2>
      \(roleForm(
        account, among: Role.allCases.filter { $0.side == account.role.side },
        to: "/comptes/\(account.id)/role", reachBoxes(account, contracts, choices)))</section>
      <section aria-labelledby="sessions"><h2 id="sessions">\(accounts.sessions)</h2>
      \(sessions.isEmpty ? "<p class=\"soft\">\(doors.noSession)</p>" : table(
        accounts.sessions,
        [.text(accounts.browser), .text(accounts.since), .text(accounts.seen)],
        rows: "\(each: sessions, openSession)"))
      \(when: !sessions.isEmpty, button("/comptes/\(account.id)/sessions", doors.endAll))</section>
      \(when: !tokens.isEmpty, tokenList(tokens) { token in
        """
        <form method="post" action="\(shell.once("/comptes/\(account.id)/jetons"))">\
        <input type="hidden" name="jeton" value="\(token.id)">\
        <button type="submit">\(words.tokens.revoke)</button></form>
        """
      })
      """)
  }

  /// The client's contracts with their sites, and any other to be added; nothing for a provider's.
  private func reachBoxes(
    _ account: Account, _ contracts: [AgreementLine], _ choices: [ReachChoice]
  ) -> HTML {
    guard account.role.side == .client else { return "" }
    let others = contracts.filter { line in !choices.contains { $0.agreement == line.id } }
    let options = others.map { (value: $0.id.text, word: "\($0.clientName) · \($0.reference)") }
    return """
      \(contractBoxes(choices, account.reach))
      \(when: !others.isEmpty, field(words.people.addContract, id: "contrat", choice(
        "contrat", id: "contrat", chosen: "",
        [(value: "", word: words.people.noOther)] + options)))
      """
  }

  private func openSession(_ session: WebSession) -> HTML {
    """
    <tr><td>\(session.agent)</td><td>\(time(session.created))</td>\
    <td>\(time(session.seen))</td></tr>

    """
  }

  /// A form that is one button, and acts once.
  func button(_ place: Path, _ word: String) -> HTML {
    """
    <form method="post" action="\(shell.once(place))"><button type="submit">\(word)</button></form>
    """
  }

  private func policyForm(_ isRequired: Bool) -> HTML {
    let doors = words.doors
    return """
      <section class="panel" aria-labelledby="regles"><h2 id="regles">\(doors.secondFactor)</h2>
      <p>\(isRequired ? doors.isRequired : doors.isOffered)</p>
      <form class="act" method="post" action="\(shell.once("/comptes/regles"))">
      <input type="hidden" name="second-facteur" value="\(isRequired ? "offert" : "exige")">
      <button type="submit">\(isRequired ? doors.offer : doors.require)</button></form></section>
      """
  }

  private func openingForm(_ contracts: [AgreementLine], _ typed: [String: String]) -> HTML {
    let accounts = words.accounts
    let roles = Role.allCases.map { (value: $0.rawValue, word: accounts.roles[$0] ?? $0.rawValue) }
    let choices =
      [(value: "", word: accounts.noContract)]
      + contracts.map { (value: $0.id.text, word: "\($0.clientName) · \($0.reference)") }
    return """
      <section class="panel" aria-labelledby="ouvrir"><h2 id="ouvrir">\(accounts.add)</h2>
      <form class="act" method="post" action="\(shell.once("/comptes"))">
      \(identity(typed))
      \(field(accounts.role, id: "role", choice(
        "role", id: "role", chosen: typed["role"] ?? Role.technician.rawValue, roles)))
      \(field(accounts.contract, id: "contrat", hint: accounts.contractHint, choice(
        "contrat", id: "contrat", chosen: typed["contrat"], choices, hint: true)))
      <button class="primary" type="submit">\(accounts.add)</button></form></section>
      """
  }
}
