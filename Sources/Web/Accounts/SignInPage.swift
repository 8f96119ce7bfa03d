import Maintenance
import Operations
import Store

extension Frame {
  func signInPage(
    target: String?, email: String = "", _ refusal: AccountRefusal? = nil
  ) -> HTML {
    let accounts = words.accounts
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
      """)
  }

  /// Where a link leads: one chooses a password, and the first owner says who they are.
  func accessPage(
    _ token: String, _ account: Account?, typed: [String: String] = [:],
    _ refusal: AccountRefusal? = nil
  ) -> HTML {
    let accounts = words.accounts
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

  /// Where one is signed in.
  func ownAccountPage(
    _ signedIn: SignedIn, _ sessions: [WebSession], _ language: Language
  ) -> HTML {
    let accounts = words.accounts
    let account = signedIn.account
    return shell.page(
      title: account.name,
      lead: "\(account.email) · \(accounts.roles[account.role] ?? account.role.rawValue)",
      """
      <section aria-labelledby="sessions"><h2 id="sessions">\(accounts.sessions)</h2>
      \(table(
        accounts.sessions,
        [.text(accounts.browser), .text(accounts.since), .text(accounts.seen)],
        rows: "\(each: sessions, { sessionRow($0, isHere: $0.token == signedIn.session.token) })"))
      \(when: sessions.count > 1, """
        <form method="post" action="/compte/sessions">\
        <button type="submit">\(accounts.endOthers)</button></form>
        """)</section>
      <section class="panel sheet" aria-labelledby="langue-titre">\
      <h2 id="langue-titre">\(words.mail.language)</h2>
      <form class="act" method="post" action="/compte/langue">
      \(field(words.mail.language, id: "langue", choice(
        "langue", id: "langue", chosen: language.rawValue,
        Language.allCases.map { ($0.rawValue, words.mail.languages[$0] ?? $0.rawValue) })))
      <button type="submit">\(words.mail.choose)</button></form></section>
      """)
  }

  private func sessionRow(_ session: WebSession, isHere: Bool) -> HTML {
    """
    <tr><td>\(session.agent)\
    \(when: isHere, " <span class=\"soft\">\(words.accounts.here)</span>")</td>
    <td>\(time(session.created))</td><td>\(time(session.seen))</td></tr>

    """
  }
}
