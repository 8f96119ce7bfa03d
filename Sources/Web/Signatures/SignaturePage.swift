import Maintenance
import Operations

extension Frame {
  /// What somebody is asked to sign: the whole of it, then who they are, a code, and their consent.
  func signaturePage(
    _ visit: SigningVisit, token: String, refusal: String? = nil, typed: [String: String] = [:]
  ) -> HTML {
    let signs = words.signatures
    let envelope = visit.envelope
    return shell.page(
      title: envelope.title,
      lead: "\(visit.reference) · \(signs.purposes[envelope.purpose] ?? "")",
      """
      \(refusal.map { notice(.bad, $0) })
      \(standingOfSigning(visit))
      <section class="panel" aria-labelledby="document"><h2 id="document">\(signs.document)</h2>
      <p>\(signs.readAll) <a href="/signature/\(token)/\(EnvelopePart.document.rawValue)">\
      \(signs.openPDF)</a></p>
      <div class="signed-text" tabindex="0" role="region" aria-labelledby="document" lang="fr">
      \(plainText(visit.text))</div>
      \(digests(envelope))</section>
      \(when: visit.isTurn, signingSteps(visit, token, typed))
      \(when: envelope.seal != nil, signedFiles("/signature/\(token)"))
      """)
  }

  private func standingOfSigning(_ visit: SigningVisit) -> HTML {
    let signs = words.signatures
    let envelope = visit.envelope
    if let signed = visit.person.signedAt {
      return notice(.good, signs.youSigned(formats.instant(signed)), signs.copyComes)
    }
    if visit.isTurn { return .nothing }
    if envelope.stage == .waiting, visit.at <= envelope.expires {
      return notice(.info, signs.notYourTurn)
    }
    return notice(.warning, signs.over, signs.stages[envelope.stage])
  }

  private func signingSteps(
    _ visit: SigningVisit, _ token: String, _ typed: [String: String]
  ) -> HTML {
    let signs = words.signatures
    let person = visit.person
    return """
      <section class="panel sheet signing" aria-labelledby="signer">\
      <h2 id="signer">\(signs.sign)</h2>
      <dl class="facts"><dt>\(words.signing.name)</dt><dd>\(person.name)</dd>
      <dt>\(words.signing.capacity)</dt><dd>\(person.capacity), \
      \(words.signing.sides[person.side] ?? "")</dd>
      <dt>\(words.accounts.email)</dt><dd>\(person.email)</dd></dl>
      <p class="hint">\(signs.simple)</p>
      <form class="act" method="post" action="\(Path("/signature/\(token)/code"))">
      <button type="submit"\(when: visit.codeUntil == nil, " class=\"primary\"")>\
      \(visit.codeUntil == nil ? signs.askCode : signs.askCodeAgain)</button></form>
      \(visit.codeUntil.map { consentForm(visit, token, until: $0, typed) })
      \(refusalForm(token, typed))</section>
      """
  }

  private func consentForm(
    _ visit: SigningVisit, _ token: String, until end: Instant, _ typed: [String: String]
  ) -> HTML {
    let signs = words.signatures
    return """
      <form class="act" method="post" action="\(Path("/signature/\(token)/signature"))">
      \(field(signs.code, id: "code", hint: signs.codeHint(formats.hour(end)), """
        <input name="code" id="code" inputmode="numeric" autocomplete="one-time-code" \
        maxlength="12" aria-describedby="code-aide" required>
        """))
      <div class="consent"><input type="checkbox" name="accord" id="accord" value="oui" required\
      \(when: typed["accord"] == "oui", " checked")>
      <label for="accord">\(signs.consent(visit.person.capacity))</label></div>
      <button class="primary" type="submit">\(signs.sign)</button></form>
      """
  }

  private func refusalForm(_ token: String, _ typed: [String: String]) -> HTML {
    let signs = words.signatures
    return """
      <details class="fold"\(when: typed["motif"] != nil, " open")>\
      <summary>\(signs.refuse)</summary>
      <form class="act" method="post" action="\(Path("/signature/\(token)/refus"))">
      \(field(words.signing.reason, id: "motif", """
        <textarea name="motif" id="motif" maxlength="1000" required>\
        \(typed["motif"] ?? "")</textarea>
        """))
      <button type="submit">\(signs.refuse)</button></form></details>
      """
  }

  /// Both digests: of the bytes and of the words.
  func digests(_ envelope: Envelope) -> HTML {
    let signs = words.signatures
    return """
      <dl class="facts digests">
      <dt>\(signs.pdfDigest)</dt><dd><code class="hash">\(envelope.document.pdf)</code></dd>
      \(envelope.document.manifest.map { """
        <dt>\(words.signing.digest)</dt><dd><code class="hash">\($0)</code></dd>
        """ })
      \(envelope.seal.map { """
        <dt>\(signs.sealedDigest($0.level))</dt><dd><code class="hash">\($0.pdf)</code></dd>
        """ })
      </dl>
      """
  }

  func signedFiles(_ place: Path) -> HTML {
    let signs = words.signatures
    return """
      <p class="actions"><a class="button" href="\(place.adding(EnvelopePart.sealed.rawValue))">\
      \(signs.sealed)</a><a class="button" \
      href="\(place.adding(EnvelopePart.evidence.rawValue))">\(signs.evidence)</a></p>
      <p class="hint">\(signs.sealHint)</p>
      """
  }
}

/// The words of a document as they were kept, line by line: titles, clauses, lists and tables.
private func plainText(_ text: String) -> HTML {
  var out: HTML = ""
  var rows: [[String]] = []
  func table() -> HTML {
    guard !rows.isEmpty else { return "" }
    let shown = rows
    rows = []
    return """
      <table><tbody>\(each: shown, { row in
        "<tr>\(each: row, { "<td>\($0)</td>" })</tr>"
      })</tbody></table>
      """
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) {
    if line.hasPrefix("| "), line.hasSuffix(" |") {
      rows.append(String(line.dropFirst(2).dropLast(2)).cells)
      continue
    }
    out = out + table()
    if line.hasPrefix("Article ") || line.hasPrefix("Annexe ") {
      out = out + "<h3>\(line)</h3>"
    } else {
      out = out + "<p>\(line)</p>"
    }
  }
  return out + table()
}

extension String {
  fileprivate var cells: [String] {
    split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
  }
}
