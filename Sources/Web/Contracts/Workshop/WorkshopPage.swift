import ContractSource
import Maintenance
import Operations
import Store

extension Frame {
  /// Where drafts and models wait, before the text that may be pasted.
  func workshopStart(_ drafts: [ContractDraft]) -> HTML {
    let workshop = words.workshop
    return """
      <section aria-labelledby="modeles"><h2 id="modeles">\(workshop.models)</h2>
      <p class="lead">\(workshop.modelsLead)</p>
      <ul class="models">\(each: StartingContract.allCases, model)</ul></section>
      \(when: !drafts.isEmpty, """
        <section aria-labelledby="brouillons"><h2 id="brouillons">\(workshop.drafts)</h2>
        <ul class="overview drafts">\(each: drafts, { draft in
          """
          <li><a href="/contrats/brouillons/\(draft.id.text)">\(name(of: draft))</a>\
          <span>\(workshop.saved(formats.instant(draft.savedAt)))</span></li>
          """
        })</ul></section>
        """)
      """
  }

  private func model(_ model: StartingContract) -> HTML {
    let option = words.workshop.model[model] ?? .init(name: model.rawValue, lead: "")
    return """
      <li class="panel"><h3>\(option.name)</h3><p>\(option.lead)</p>
      <form method="post" action="/contrats/brouillons">
      <input type="hidden" name="modele" value="\(model.rawValue)">
      <button type="submit" aria-label="\(words.workshop.start)\(words.time.colon) \(option.name)">\
      \(words.workshop.start)</button></form></li>
      """
  }

  func name(of draft: ContractDraft) -> String {
    draft.title.isEmpty ? words.workshop.unnamed : draft.title
  }

  /// A page of the workshop, with the ways between its views.
  func workshopShell(
    _ draft: ContractDraft, here: Path, lead: HTML? = nil, _ content: HTML
  ) -> HTML {
    let workshop = words.workshop
    let root: Path = "/contrats/brouillons/\(draft.id)"
    let form: Path = "/contrats/brouillons/\(draft.id)/formulaire/prestataire"
    let views: [(Path, String)] = [
      (form, workshop.form), (root, workshop.source),
      ("/contrats/brouillons/\(draft.id)/apercu", workshop.preview),
    ]
    return shell.page(
      title: name(of: draft),
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: words.contracts.new, path: "/contrats/nouveau"),
      ], lead: lead,
      """
      <nav class="views" aria-label="\(workshop.draft)"><ul>\(each: views, { view in
        """
        <li><a href="\(view.0)"\(when: view.0 == here, " aria-current=\"page\"")>\(view.1)</a></li>
        """
      })</ul></nav>
      \(content)
      """)
  }

  /// Source and findings side by side.
  func workshopPage(
    _ draft: ContractDraft, text: String, reading: Reading, message: String? = nil
  ) -> HTML {
    let workshop = words.workshop
    let here: Path = "/contrats/brouillons/\(draft.id)"
    let check: Path = "/contrats/brouillons/relecture"
    return workshopShell(
      draft, here: here, lead: "\(state(of: reading))",
      """
      \(message.map { notice(.warning, $0, words.faults.kept) })
      <div class="workshop">
      <form method="post" action="\(here)" data-check="\(check)" class="writing">
      <input type="hidden" name="revision" value="\(draft.revision)">
      <label for="texte">\(words.contracts.text)</label>
      <div class="editor"><ol class="gutter" aria-hidden="true">\(gutter(text, reading))</ol>\
      <textarea class="code" name="texte" id="texte" rows="\(lineCount(text))" \
      spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off" \
      aria-describedby="touches">\(text)</textarea></div>
      <p class="hint" id="touches">\(workshop.keys)</p>
      <p class="at-line" id="ligne" role="status"></p>
      <p class="actions"><button class="primary" type="submit">\(workshop.check)</button>
      <button type="submit" formaction="\(Path("/contrats/brouillons/\(draft.id)/proposition"))">\
      \(workshop.propose)</button>
      <a class="button" href="/contrats/brouillons/\(draft.id.text)/contrat.yaml">\
      \(workshop.export)</a></p>
      </form>
      <aside aria-label="\(words.contracts.remarks)" id="remarques">\(remarksPanel(reading))</aside>
      </div>
      <form method="post" action="\(Path("/contrats/brouillons/\(draft.id)/rejet"))">
      <button type="submit">\(workshop.discard)</button></form>
      """)
  }

  /// What the check route answers, and the page shows at first.
  func remarksPanel(_ reading: Reading) -> HTML {
    """
    <p class="summary" role="status">\(state(of: reading))</p>
    \(findings(reading))
    """
  }

  func state(of reading: Reading) -> String {
    words.contracts.findings(reading.errorCount, reading.warningCount)
  }

  private func lineCount(_ text: String) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// Numbers of the lines, marked where something is to say; long texts get no marks past a bound.
  private func gutter(_ text: String, _ reading: Reading) -> HTML {
    var marks: [Int: Finding.Severity] = [:]
    for finding in reading.findings where marks[finding.position.line] != .error {
      marks[finding.position.line] = finding.severity
    }
    return "\(each: 1...min(lineCount(text), 20_000), { line in gutterLine(marks[line]) })"
  }

  private func gutterLine(_ severity: Finding.Severity?) -> HTML {
    switch severity {
    case .error: "<li class=\"bad\"></li>"
    case .warning: "<li class=\"warning\"></li>"
    case .note: "<li class=\"quiet\"></li>"
    case nil: "<li></li>"
    }
  }

  /// The legal document of the draft, as far as its text says one.
  func draftPreviewPage(_ draft: ContractDraft, _ reading: Reading) -> HTML {
    let pdf: Path = "/contrats/brouillons/\(draft.id)/contrat.pdf"
    return workshopShell(
      draft, here: "/contrats/brouillons/\(draft.id)/apercu", lead: "\(state(of: reading))",
      """
      <p class="actions"><a class="button" href="\(pdf)">\(words.contracts.pdf)</a></p>
      <div class="preview">\(articles(Terms(reading.contract, version: 1), [:]))</div>
      """)
  }

  /// What one text promises beside what another does.
  func comparisonPage(
    _ changes: [CommitmentChange], title: String, trail: [Crumb]
  ) -> HTML {
    let workshop = words.workshop
    let lead = changes.isEmpty ? workshop.same : workshop.comparisonLead(changes.count)
    return shell.page(
      title: title, trail: trail, lead: "\(lead)",
      changes.isEmpty
        ? .nothing
        : table(
          workshop.comparison, kind: "comparison",
          [
            .text(workshop.commitment), .text(workshop.before), .text(workshop.after),
            .text(workshop.favour),
          ],
          rows: "\(each: changes, changed)"))
  }

  private func changed(_ change: CommitmentChange) -> HTML {
    let favour = change.favour.map { words.workshop.favours[$0.rawValue] ?? $0.rawValue }
    let number = change.numberAfter ?? change.numberBefore
    let place: HTML = number.map { "<span class=\"sub\">art. \($0)</span>" } ?? .nothing
    let before: HTML = change.before.map { "<del>\($0.value)</del>" } ?? "–"
    let after: HTML = change.after.map { "<ins>\($0.value)</ins>" } ?? "–"
    return """
      <tr><td lang="fr"><strong>\(change.label)</strong> \(place)</td>
      <td lang="fr">\(before)</td><td lang="fr">\(after)</td><td>\(favour ?? "–")</td></tr>
      """
  }
}
