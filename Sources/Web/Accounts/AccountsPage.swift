import Maintenance
import Operations
import Store

extension Frame {
  /// The people who may sign in, and the form that opens one more account.
  func accountsPage(
    _ people: [Account], _ contracts: [AgreementLine], _ refusal: AccountRefusal?,
    failing: Set<String> = [], typed: [String: String], link: (account: Account, address: String)?
  ) -> HTML {
    let accounts = words.accounts
    return shell.page(
      title: accounts.title, lead: "\(accounts.lead(people.count))",
      """
      \(refusal.map { notice(.bad, accounts.refusals[$0] ?? $0.rawValue) })
      \(link.map { link in
        """
        <section class="panel" aria-labelledby="lien"><h2 id="lien">\
        \(accounts.link(link.account.name))</h2><p><code>\(link.address)</code></p>
        <p class="soft">\(accounts.linkHint)</p></section>
        """
      })
      <div class="two"><div>
      \(table(
        accounts.title,
        [.text(accounts.name), .text(accounts.role), .text(accounts.contract), .text("")],
        rows: "\(each: people, { person($0, contracts, isFailing: failing.contains($0.email)) })"))
      </div><div class="beside">\(openingForm(contracts, typed))</div></div>
      """)
  }

  private func person(
    _ account: Account, _ contracts: [AgreementLine], isFailing: Bool
  ) -> HTML {
    let accounts = words.accounts
    let seen = contracts.filter { account.agreements.contains($0.id) }.map(\.reference)
    let act = account.isDisabled ? "reactivation" : "desactivation"
    let place: Path = "/comptes/\(account.id)/\(act)"
    return """
      <tr><td>\(account.name)<span class="sub">\(account.email) \(failingBadge(isFailing))</span>\
      </td>
      <td>\(accounts.roles[account.role] ?? account.role.rawValue)\
      \(when: account.isDisabled, " \(chip(accounts.disabled, .out, .quiet))")</td>
      <td>\(seen.isEmpty ? "–" : seen.joined(separator: ", "))</td>
      <td><div class="actions">\
      \(when: !account.isDisabled, """
        <form method="post" action="\(shell.once("/comptes/\(account.id)/lien"))">\
        <button type="submit">\(accounts.newLink)</button></form>
        """)\
      <form method="post" action="\(shell.once(place))"><button type="submit">\
      \(account.isDisabled ? accounts.enable : accounts.disable)</button></form></div></td></tr>

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
