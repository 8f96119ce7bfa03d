import Maintenance
import Operations

extension Frame {
  func tokensPage(
    _ signedIn: SignedIn, _ list: [APIToken], isProved: Bool, _ refusal: AccountRefusal?,
    typed: [String: String], given: String?
  ) -> HTML {
    let tokens = words.tokens
    return shell.page(
      title: tokens.title, trail: [Crumb(name: signedIn.account.name, path: "/compte")],
      lead: "\(tokens.what)",
      """
      \(refused(refusal))
      \(given.map { text in
        """
        <section class="panel" aria-labelledby="donne"><h2 id="donne">\(tokens.given)</h2>
        <p><code class="secret">\(text)</code></p><p class="soft">\(tokens.givenHint)</p></section>
        """
      })
      <div class="two"><div>
      \(list.isEmpty ? "<p class=\"soft\">\(tokens.none)</p>" : tokenList(list) { token in
        """
        <form method="post" action="\(shell.once("/compte/jetons/\(token.id)"))">\
        <button type="submit">\(tokens.revoke)</button></form>
        """
      })
      </div><div class="beside">\(isProved ? givingForm(typed) : proofPanel)</div></div>
      """)
  }

  /// `act` is what can be done with one.
  func tokenList(_ list: [APIToken], _ act: @escaping (APIToken) -> HTML) -> HTML {
    let tokens = words.tokens
    return table(
      tokens.title,
      [
        .text(words.accounts.name), .text(tokens.scope), .text(tokens.end), .text(tokens.used),
        .text(""),
      ],
      rows: "\(each: list, { tokenRow($0, act($0)) })")
  }

  private func tokenRow(_ token: APIToken, _ act: HTML) -> HTML {
    let tokens = words.tokens
    let scopes = TokenScope.allCases.filter { token.scopes.contains($0) }
      .map { tokens.scopes[$0] ?? $0.rawValue }
    return """
      <tr><td>\(token.name)<span class="sub"><code>\(token.prefix)…</code></span></td>
      <td>\(scopes.joined(separator: ", "))</td>
      <td>\(token.end < formats.now ? chip(tokens.over, .out, .quiet) : time(token.end))</td>
      <td>\(token.used.map(time) ?? "\(tokens.never)")</td><td>\(act)</td></tr>

      """
  }

  private var proofPanel: HTML {
    """
    <section class="panel" aria-labelledby="preuve"><h2 id="preuve">\(words.tokens.add)</h2>
    <p>\(words.tokens.proofFirst)</p>
    <p><a class="button" href="/compte/identite?vers=/compte/jetons">\(words.doors.goOn)</a></p>
    </section>
    """
  }

  private func givingForm(_ typed: [String: String]) -> HTML {
    let tokens = words.tokens
    return """
      <section class="panel" aria-labelledby="donner"><h2 id="donner">\(tokens.add)</h2>
      <form class="act" method="post" action="\(shell.once("/compte/jetons"))">
      \(field(words.accounts.name, id: "nom", hint: tokens.nameHint, """
        <input name="nom" id="nom" maxlength="60" autocomplete="off" aria-describedby="nom-aide" \
        value="\(typed["nom"] ?? "")" required>
        """))
      <fieldset class="checks"><legend>\(tokens.scope)</legend>\
      \(each: TokenScope.allCases, { scope in
        """
        <label class="check"><input type="checkbox" name="portee-\(scope.rawValue)"\
        \(when: typed["portee-\(scope.rawValue)"] != nil, " checked")> \
        \(tokens.scopes[scope] ?? scope.rawValue)</label>
        """
      })</fieldset>
      \(field(tokens.lasts, id: "jours", choice(
        "jours", id: "jours", chosen: typed["jours"] ?? "90",
        [30, 90, 365].map { (value: "\($0)", word: tokens.days($0)) })))
      <button class="primary" type="submit">\(tokens.add)</button></form></section>
      """
  }
}
