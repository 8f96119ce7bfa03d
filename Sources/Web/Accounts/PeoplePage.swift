import Maintenance

extension Frame {
  /// A client's people under one contract, and the form that invites one more. What was typed comes
  /// back with a refusal, in the form of the `changed` person or in that of the invitation.
  func peoplePage(
    _ agreement: Agreement, _ terms: Terms, _ people: [(account: Account, isManaged: Bool)],
    _ refusal: AccountRefusal?, changed: ID<Account>?, typed: [String: String],
    choice: ReachChoice,
    link: (account: Account, address: String)?
  ) -> HTML {
    let accounts = words.accounts
    let here: Path = "/contrats/\(agreement.id)"
    func back(_ account: Account) -> [String: String]? { account.id == changed ? typed : nil }
    return shell.page(
      title: words.people.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: terms.contract.reference, path: here),
      ], lead: "\(words.people.lead)",
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
      \(table(
        words.people.title, kind: "people",
        [.text(accounts.name), .text(accounts.role), .text("")],
        rows: """
          \(each: people, {
            row($0.account, isManaged: $0.isManaged, choice, back($0.account))
          })
          """))
      </div><div class="beside">\(invitation(choice, changed == nil ? typed : [:]))</div></div>
      """)
  }

  private func row(
    _ account: Account, isManaged: Bool, _ choice: ReachChoice, _ typed: [String: String]?
  ) -> HTML {
    let id = choice.agreement
    let held = account.reach.sites[id] ?? []
    let sites = held.sorted().map(choice.name)
    // Sent back empty: as it stands now.
    let ticks =
      typed.flatMap { $0.isEmpty ? nil : ReachTicks($0, under: id) }
      ?? ReachTicks(account.reach, under: id)
    let accounts = words.accounts
    let act = account.isDisabled ? "reactivation" : "desactivation"
    return """
      <tr><td>\(account.name)<span class="sub">\(account.email)</span></td>
      <td>\(accounts.roles[account.role] ?? account.role.rawValue)\
      \(when: account.isDisabled, " \(chip(accounts.disabled, .out, .quiet))")\
      \(when: !held.isEmpty, """
        <span class="sub">\(words.people.heldTo(sites.joined(separator: ", ")))</span>
        """)</td>
      <td>\(isManaged
        ? """
          <div class="actions">\(when: !account.isDisabled, button(
            "/contrats/\(id)/personnes/\(account.id)/lien", accounts.newLink))\
          \(button(
            "/contrats/\(id)/personnes/\(account.id)/\(act)",
            account.isDisabled ? accounts.enable : accounts.disable))</div>
          <details class="fold"\(when: typed != nil, " open")>\
          <summary>\(words.people.change)</summary>\(roleForm(
            account, among: Role.managedByClient, typed: typed?["role"],
            to: "/contrats/\(id)/personnes/\(account.id)/role", siteBoxes(choice, ticks)))\
          </details>
          """
        : "<span class=\"soft\">\(words.people.notManaged)</span>")</td></tr>

      """
  }

  private func invitation(_ choice: ReachChoice, _ typed: [String: String]) -> HTML {
    let id = choice.agreement
    let accounts = words.accounts
    let roles = Role.managedByClient.map {
      (value: $0.rawValue, word: accounts.roles[$0] ?? $0.rawValue)
    }
    return """
      <section class="panel" aria-labelledby="inviter"><h2 id="inviter">\(words.people.add)</h2>
      <form class="act" method="post" action="\(shell.once("/contrats/\(id)/personnes"))">
      \(identity(typed))
      \(field(accounts.role, id: "role", Web.choice(
        "role", id: "role", chosen: typed["role"] ?? Role.requester.rawValue, roles)))
      \(siteBoxes(choice, typed.isEmpty ? ReachTicks(under: id) : ReachTicks(typed, under: id)))
      <button class="primary" type="submit">\(words.people.add)</button></form></section>
      """
  }
}
