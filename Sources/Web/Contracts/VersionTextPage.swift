import Maintenance
import Operations

extension Frame {
  /// The legal document of one version, or of the text proposed when none is in force.
  func versionTextPage(_ version: VersionText) -> HTML {
    let text = version.text
    let contract = text.terms.contract
    let id = version.agreement.id
    let legal = version.legal
    let said = words.versionText
    return shell.page(
      title: (contract.title.isEmpty ? contract.reference : contract.title).typesetInFrench,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: version.agreement.clientName, path: "/contrats/\(id)"),
      ], lead: lead(of: text),
      actions: """
        <a class="button" href="/contrats/\(id)/versions/\(text.terms.version)/contrat.pdf">\
        \(words.contracts.pdf)</a>
        """,
      """
      \(otherVersion(than: version))
      <div class="legal">
      \(contents(legal))
      <div class="legal-text" lang="fr">
      \(legalText(legal))
      \(signatures(SigningPage(of: contract)))
      <p class="fingerprint">\(said.fingerprint) <span class="hash">\(text.sha256)</span></p>
      </div></div>
      """)
  }

  private func lead(of text: AgreementText) -> HTML {
    let contract = text.terms.contract
    let day = formats.day(contract.effectiveDay)
    let state =
      text.isInForce
      ? words.versionText.governs(text.terms.version, day) : words.contracts.proposedLead(day)
    return "\(contract.reference) · \(state)"
  }

  /// Who reads an old version must know that there is a newer one.
  private func otherVersion(than version: VersionText) -> HTML? {
    guard version.text.isInForce, let latest = version.agreement.latest,
      latest.number > version.text.terms.version
    else { return nil }
    return """
      <p class="notice warning no-print">\(Icon.alert.html)<span>\
      <a href="/contrats/\(version.agreement.id)/versions/\(latest.number)/texte">\
      \(words.versionText.newer(latest.number, formats.day(latest.validFrom)))</a></span></p>
      """
  }

  private func contents(_ text: LegalText) -> HTML {
    """
    <nav class="contents" aria-labelledby="sommaire"><h2 id="sommaire">\
    \(words.versionText.contents)</h2>
    <ol lang="fr">\(each: text.articles, { contentsLine($0.id, String($0.number), $0.title) })\
    \(each: text.annexes, { contentsLine("annexe-\($0.number)", "A\($0.number)", $0.title) })\
    \(contentsLine("signatures", "", "Signatures"))</ol></nav>
    """
  }

  private func contentsLine(_ id: String, _ number: String, _ title: String) -> HTML {
    """
    <li><a href="#\(id)"><span class="number">\(number)</span> <span>\(title)</span></a></li>
    """
  }
}
