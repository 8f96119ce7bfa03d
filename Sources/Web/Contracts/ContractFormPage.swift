import ContractSource
import Maintenance
import Store

extension Frame {
  /// The form that takes a contract's text; with its findings when it was refused.
  func contractFormPage(
    text: String = "", reading: Reading? = nil, message: String? = nil,
    drafts: [ContractDraft] = []
  ) -> HTML {
    let contracts = words.contracts
    return shell.page(
      title: contracts.new, trail: [Crumb(name: contracts.title, path: "/contrats")],
      lead: "\(contracts.newLead)",
      """
      \(message.map { notice(.bad, $0, words.faults.kept) })
      \(reading.map { reading in
        let summary = contracts.findings(reading.errorCount, reading.warningCount)
        return """
          \(notice(.bad, summary, words.faults.kept))
          <div class="two beside"><aside aria-label="\(contracts.remarks)">\(findings(reading))\
          </aside>\(textForm(text))</div>
          """
      } ?? (workshopStart(drafts) + textForm(text)))
      """)
  }

  private func textForm(_ text: String) -> HTML {
    let contracts = words.contracts
    return """
      <form class="sheet" method="post" action="\(shell.once("/contrats"))"
      enctype="multipart/form-data">
      \(field(contracts.text, id: "texte", """
        <textarea class="code" name="texte" id="texte" rows="24" spellcheck="false" \
        autocomplete="off" wrap="off">\(text)</textarea>
        """))
      \(field(contracts.file, id: "fichier", """
        <input type="file" name="fichier" id="fichier" accept=".yaml,.yml">
        """))
      <p class="actions"><button class="primary" type="submit">\(contracts.check)</button>
      <button type="submit" formaction="\(Path("/contrats/brouillons"))">\(words.workshop.open)\
      </button></p>
      </form>
      """
  }

  /// Each remark at its line, with the text it is about and what it rests on.
  func findings(_ reading: Reading) -> HTML {
    guard !reading.findings.isEmpty else { return "<p>\(words.contracts.noFinding)</p>" }
    return "<ol class=\"findings\">\(each: reading.findings, finding)</ol>"
  }

  /// Findings speak French, as the contract does, whatever the page's language.
  private func finding(_ finding: Finding) -> HTML {
    let (icon, tone) = look(of: finding.severity)
    let word = words.contracts.severities[finding.severity] ?? finding.severity.rawValue
    let line = finding.position.line
    return """
      <li class="\(tone.rawValue)">
      <p class="sub">\(chip(word, icon, tone)) <a href="#texte" data-line="\(line)">\
      \(words.contracts.line(line))</a> · <code>\(finding.rule)</code></p>
      <p class="said" lang="fr">\(finding.message)</p>
      \(finding.excerpt.map { excerpt($0, line: line) })
      \(finding.help.map { "<p lang=\"fr\">\($0)</p>" })
      <p class="sub" lang="fr">\(finding.basis)</p>
      </li>
      """
  }

  private func look(of severity: Finding.Severity) -> (Icon, Tone) {
    switch severity {
    case .error: (.cross, .bad)
    case .warning: (.alert, .warning)
    case .note: (.dot, .quiet)
    }
  }

  /// The line at fault under its number, with a caret under the place.
  private func excerpt(_ excerpt: Excerpt, line: Int) -> HTML {
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: max(0, excerpt.caret))
    return """
      <pre tabindex="0"><i>\(number) │ </i>\(excerpt.text)
      <i>\(margin) │ \(indent)^</i></pre>
      """
  }
}
