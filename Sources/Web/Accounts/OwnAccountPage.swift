import Documents
import Maintenance
import Operations
import Store

extension Frame {
  /// Where one is signed in, and what protects the account.
  func ownAccountPage(
    _ signedIn: SignedIn, _ sessions: [WebSession], _ language: Language,
    _ refusal: AccountRefusal? = nil
  ) -> HTML {
    let accounts = words.accounts
    let doors = words.doors
    let account = signedIn.account
    return shell.page(
      title: account.name,
      lead: "\(account.email) · \(accounts.roles[account.role] ?? account.role.rawValue)",
      """
      \(refused(refusal))
      <div class="two"><div>
      <section aria-labelledby="sessions"><h2 id="sessions">\(accounts.sessions)</h2>
      \(table(
        accounts.sessions,
        [.text(accounts.browser), .text(accounts.since), .text(accounts.seen), .text("")],
        rows: "\(each: sessions, { sessionRow($0, isHere: $0.token == signedIn.session?.token) })"))
      \(when: sessions.count > 1, button("/compte/sessions", accounts.endOthers))</section>
      </div><div class="beside">
      <section class="panel" aria-labelledby="facteur"><h2 id="facteur">\(doors.secondFactor)</h2>
      <p>\(account.hasSecondFactor ? doors.isSet : doors.isUnset)</p>
      <p><a class="button" href="/compte/second-facteur">\(doors.manage)</a></p></section>
      \(when: account.role.side == .provider, """
        <section class="panel" aria-labelledby="jetons"><h2 id="jetons">\(words.tokens.title)</h2>
        <p>\(words.tokens.what)</p>
        <p><a class="button" href="/compte/jetons">\(doors.manage)</a></p></section>
        """)
      \(passwordForm(account))
      \(languageForm(language))
      <p><a class="button" href="/compte/donnees">\(words.reads.personalData)</a></p></div></div>
      """)
  }

  private func sessionRow(_ session: WebSession, isHere: Bool) -> HTML {
    """
    <tr><td>\(session.agent)\
    \(when: isHere, " <span class=\"soft\">\(words.accounts.here)</span>")</td>
    <td>\(time(session.created))</td><td>\(time(session.seen))</td>
    <td>\(when: !isHere, button("/compte/sessions/\(session.key)", words.doors.end))</td></tr>

    """
  }

  /// Of the letters that are sent.
  private func languageForm(_ language: Language) -> HTML {
    """
    <section class="panel" aria-labelledby="langue-titre">\
    <h2 id="langue-titre">\(words.mail.language)</h2>
    <form class="act" method="post" action="/compte/langue">
    \(field(words.mail.language, id: "langue", choice(
      "langue", id: "langue", chosen: language.rawValue,
      Language.allCases.map { ($0.rawValue, words.mail.languages[$0] ?? $0.rawValue) })))
    <button type="submit">\(words.mail.choose)</button></form></section>
    """
  }

  private func passwordForm(_ account: Account) -> HTML {
    let accounts = words.accounts
    let doors = words.doors
    return """
      <section class="panel" aria-labelledby="passe"><h2 id="passe">\(doors.changePassword)</h2>
      <form class="act" method="post" action="/compte/mot-de-passe">
      <input type="hidden" name="courriel" autocomplete="username" value="\(account.email)">
      \(field(doors.presentPassword, id: "present", """
        <input type="password" name="present" id="present" autocomplete="current-password" \
        maxlength="128" required>
        """))
      \(field(doors.newPassword, id: "secret", hint: accounts.passwordHint, """
        <input type="password" name="secret" id="secret" autocomplete="new-password" \
        maxlength="128" aria-describedby="secret-aide" required>
        """))
      <p class="hint">\(doors.othersEnd)</p>
      <button type="submit">\(doors.changePassword)</button></form></section>
      """
  }

  /// Who somebody is, asked again before what protects the account changes.
  func proofPage(_ account: Account, target: Path, _ refusal: AccountRefusal? = nil) -> HTML {
    let doors = words.doors
    return shell.page(
      title: doors.proof, trail: [Crumb(name: account.name, path: "/compte")],
      lead: "\(doors.proofLead)",
      """
      \(refused(refusal))
      <form class="panel sheet" method="post" action="/compte/identite">
      <input type="hidden" name="vers" value="\(target.text)">
      <input type="hidden" name="courriel" autocomplete="username" value="\(account.email)">
      \(field(words.accounts.password, id: "secret", """
        <input type="password" name="secret" id="secret" autocomplete="current-password" \
        maxlength="128" required>
        """))
      \(when: account.hasSecondFactor, codeField(doors.codeHint))
      <button class="primary" type="submit">\(doors.goOn)</button></form>
      """)
  }

  func codeField(_ hint: String) -> HTML {
    field(
      words.doors.code, id: "code", hint: hint,
      """
      <input name="code" id="code" autocomplete="one-time-code" maxlength="40" \
      autocapitalize="none" spellcheck="false" aria-describedby="code-aide" required>
      """)
  }

  /// Enrolling, and what can be done once one is enrolled.
  func secondFactorPage(
    _ account: Account, seed: ProposedSeed?, codesLeft: Int, isRequired: Bool,
    _ refusal: AccountRefusal?
  ) -> HTML {
    let doors = words.doors
    let mustHave = isRequired && account.role.side == .provider
    let content: HTML =
      if account.hasSecondFactor {
        secondFactorActs(codesLeft, mayDrop: !mustHave)
      } else if let seed {
        enrolment(seed)
      } else {
        """
        <div class="panel sheet"><p>\(doors.what)</p>
        <form method="post" action="/compte/second-facteur/proposition">\
        <button class="primary" type="submit">\(doors.begin)</button></form></div>
        """
      }
    return shell.page(
      title: doors.secondFactor, trail: [Crumb(name: account.name, path: "/compte")],
      lead: account.hasSecondFactor
        ? "\(doors.isSet)" : mustHave ? "\(doors.mustEnrol)" : "\(doors.isUnset)",
      """
      \(refused(refusal))
      \(content)
      """)
  }

  private func enrolment(_ seed: ProposedSeed) -> HTML {
    let doors = words.doors
    let grouped = stride(from: 0, to: seed.text.count, by: 4).map { start in
      String(seed.text.dropFirst(start).prefix(4))
    }.joined(separator: " ")
    return """
      <div class="panel sheet"><p>\(doors.scan)</p>
      \(QRCode(Array(seed.address.utf8)).map { code in
        """
        <svg class="qr" viewBox="0 0 \(code.side) \(code.side)" role="img" \
        aria-label="\(doors.qr)"><path d="\(code.path)"/></svg>
        """
      })
      <p class="hint">\(doors.orType)</p><p><code>\(grouped)</code></p>
      <form class="act" method="post" action="/compte/second-facteur/confirmation">
      \(codeField(doors.firstCodeHint))
      <button class="primary" type="submit">\(doors.confirm)</button></form></div>
      """
  }

  private func secondFactorActs(_ codesLeft: Int, mayDrop: Bool) -> HTML {
    let doors = words.doors
    return """
      <div class="panel sheet"><p>\(doors.codesLeft(codesLeft))</p>
      <form method="post" action="/compte/second-facteur/secours">\
      <button type="submit">\(doors.renew)</button></form>
      \(when: mayDrop, """
        <form method="post" action="/compte/second-facteur/retrait">\
        <button type="submit">\(doors.drop)</button></form>
        """)</div>
      """
  }

  /// Shown this once.
  func recoveryCodesPage(_ codes: [String]) -> HTML {
    let doors = words.doors
    return shell.page(
      title: doors.recovery, lead: "\(doors.recoveryLead)",
      """
      <div class="panel sheet"><ul class="codes">\
      \(each: codes, { "<li><code>\($0)</code></li>" })</ul>
      <p><a class="button primary" href="/compte">\(doors.kept)</a></p></div>
      """)
  }
}
