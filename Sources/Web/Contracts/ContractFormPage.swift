import ContractSource
import Maintenance

extension Frame {
  /// The form that takes a contract's text; with its findings when it was refused.
  func contractFormPage(
    text: String = "", reading: Reading? = nil, message: String? = nil
  ) -> HTML {
    let contracts = words.contracts
    return shell.page(
      title: contracts.new, lead: "\(contracts.newLead)",
      """
      \(message.map { notice(.bad, $0, words.faults.kept) })
      \(reading.map { refusal($0) })
      <form class="panel sheet" method="post" action="/contrats" enctype="multipart/form-data">
      \(field(contracts.text, id: "texte", """
        <textarea class="code" name="texte" id="texte" rows="18" spellcheck="false" \
        autocomplete="off" wrap="off">\(text)</textarea>
        """))
      \(field(contracts.file, id: "fichier", """
        <input type="file" name="fichier" id="fichier" accept=".yaml,.yml">
        """))
      <p><button class="primary" type="submit">\(contracts.check)</button></p>
      </form>
      """)
  }

  private func refusal(_ reading: Reading) -> HTML {
    let summary = words.contracts.findings(reading.errorCount, reading.warningCount)
    return """
      \(notice(.bad, summary, words.faults.kept))
      \(findings(reading))
      """
  }

  /// Each remark at its line, with the text it is about and what it rests on.
  func findings(_ reading: Reading) -> HTML {
    guard !reading.findings.isEmpty else { return "<p>\(words.contracts.noFinding)</p>" }
    return """
      <ol class="findings">\(each: reading.findings, { finding in
        """
        <li class="\(finding.severity == .error ? "bad" : "warning")">
        <p>\(severity(finding.severity)) <strong>\(finding.message)</strong></p>
        <p class="sub"><code>\(finding.rule)</code> · \
        \(words.contracts.line(finding.position.line)) · \
        \(finding.basis)</p>\(finding.help.map { "<p>\($0)</p>" })\
        \(finding.excerpt.map(excerpt))</li>
        """
      })</ol>
      """
  }

  private func severity(_ severity: Finding.Severity) -> HTML {
    switch severity {
    case .error: chip(severity.rawValue, .cross, .bad)
    case .warning: chip(severity.rawValue, .alert, .warning)
    case .note: chip(severity.rawValue, .dot, .quiet)
    }
  }

  /// The line at fault, with a caret under the place.
  private func excerpt(_ excerpt: Excerpt) -> HTML {
    let indent = String(repeating: " ", count: max(0, excerpt.caret))
    return "<pre tabindex=\"0\">\(excerpt.text)\n\(indent)^</pre>"
  }
}
