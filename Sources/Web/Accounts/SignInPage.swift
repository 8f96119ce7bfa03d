import Maintenance
import Operations
import Store

extension Frame {
  func signInPage(
    target: String?, email: String = "", _ refusal: AccountRefusal? = nil,
    by site: Website
  ) -> HTML {
    let accounts = words.accounts
    let elsewhere: Path = "/connexion/externe"
    return shell.page(
      title: accounts.signIn,
      """
      \(refusal.map { notice(.bad, accounts.refusals[$0] ?? $0.rawValue) })
      <form class="panel sheet" method="post" action="/connexion">
      \(target.map { "<input type=\"hidden\" name=\"vers\" value=\"\($0)\">" })
      \(field(accounts.email, id: "courriel", """
        <input type="email" name="courriel" id="courriel" autocomplete="username" maxlength="254" \
        value="\(email)" required>
        """))
      \(field(accounts.password, id: "secret", """
        <input type="password" name="secret" id="secret" autocomplete="current-password" \
        maxlength="128" required>
        """))
      <button class="primary" type="submit">\(accounts.signIn)</button></form>
      \(site.signOn.map { provider in
        byProvider(
          target.map { elsewhere.asking("vers", $0) } ?? elsewhere, provider.settings.name)
      })
      \(when: site.operations.mailbox != nil, """
        <p class="elsewhere"><a href="/connexion/oubli">\(accounts.forgotten)</a></p>
        """)
      """)
  }

  private func byProvider(_ place: Path, _ name: String) -> HTML {
    """
    <p class="elsewhere"><a class="button" href="\(place)">\(words.doors.signInBy(name))</a></p>
    """
  }

  /// The code of the telephone, after the password.
  func codePage(target: String?, _ refusal: AccountRefusal? = nil) -> HTML {
    let doors = words.doors
    return shell.page(
      title: doors.codeTitle, lead: "\(doors.codeLead)",
      """
      \(refused(refusal))
      <form class="panel sheet" method="post" action="/connexion/code">
      \(target.map { "<input type=\"hidden\" name=\"vers\" value=\"\($0)\">" })
      \(codeField(doors.codeHint))
      <button class="primary" type="submit">\(words.accounts.signIn)</button></form>
      """)
  }

  /// Where a link leads: one chooses a password, and the first owner says who they are.
  func accessPage(
    _ token: String, _ account: Account?, typed: [String: String] = [:],
    _ refusal: AccountRefusal? = nil, provider: String? = nil
  ) -> HTML {
    let accounts = words.accounts
    let elsewhere: Path = "/acces/\(token)/externe"
    let place: Path = "/acces/\(token)"
    return shell.page(
      title: account.map { accounts.welcome($0.name) } ?? accounts.first,
      lead: account == nil ? "\(accounts.firstHint)" : nil,
      """
      \(refusal.map { notice(.bad, accounts.refusals[$0] ?? $0.rawValue) })
      <form class="panel sheet" method="post" action="\(place)">
      \(account.map { account in
        """
        <input type="hidden" name="courriel" autocomplete="username" value="\(account.email)">
        """
      } ?? identity(typed))
      \(field(accounts.password, id: "secret", hint: accounts.passwordHint, """
        <input type="password" name="secret" id="secret" autocomplete="new-password" \
        maxlength="128" aria-describedby="secret-aide" required>
        """))
      <button class="primary" type="submit">\(accounts.enter)</button></form>
      \(account == nil ? nil : provider.map { byProvider(elsewhere, $0) })
      """)
  }

  func identity(_ typed: [String: String]) -> HTML {
    let accounts = words.accounts
    return """
      \(field(accounts.name, id: "nom", """
        <input name="nom" id="nom" maxlength="120" autocomplete="off" \
        value="\(typed["nom"] ?? "")" required>
        """))
      \(field(accounts.email, id: "courriel", """
        <input type="email" name="courriel" id="courriel" maxlength="254" autocomplete="off" \
        value="\(typed["courriel"] ?? "")" required>
        """))
      """
  }
}
