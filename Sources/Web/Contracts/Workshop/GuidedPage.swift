import ContractSource
import Maintenance
import Store

extension Frame {
  /// One step of the guided form; `typed` is what a refused or overtaken form had in it.
  func guidedPage(
    _ step: GuidedStep, _ draft: ContractDraft, _ text: TextEditing, _ reading: Reading,
    typed: [String: String]? = nil, message: String? = nil
  ) -> HTML {
    let workshop = words.workshop
    let fields = step.fields(of: text)
    let errors = GuidedErrors.of(reading, for: fields) { typed?[$0.path] ?? text.answer(to: $0) }
    let here: Path = "/contrats/brouillons/\(draft.id)/formulaire/\(step.rawValue)"
    let check: Path = "/contrats/brouillons/\(draft.id)/formulaire/\(step.rawValue)/relecture"
    return workshopShell(
      draft, here: "/contrats/brouillons/\(draft.id)/formulaire/prestataire",
      lead: "\(workshop.step(step.number, GuidedStep.allCases.count))",
      """
      <div class="guided">
      \(steps(here: step, draft, text, reading))
      <div>
      <h2>\(workshop.steps[step]?.name ?? "")</h2>
      <p class="lead">\(workshop.steps[step]?.lead ?? "")</p>
      \(message.map { notice(.warning, $0, words.faults.kept) })
      \(step == .review ? review(draft, text, reading) : """
        <form class="sheet questions" method="post" action="\(here)" data-form-check="\(check)">
        <input type="hidden" name="revision" value="\(draft.revision)">
        \(each: fields, { question($0, typed?[$0.path] ?? text.answer(to: $0), errors[$0.path]) })
        <p class="actions"><button class="primary" type="submit">\(workshop.next)</button></p>
        </form>
        """)
      </div></div>
      """)
  }

  private func steps(
    here: GuidedStep, _ draft: ContractDraft, _ text: TextEditing, _ reading: Reading
  ) -> HTML {
    let workshop = words.workshop
    return """
      <nav class="steps" aria-label="\(workshop.form)"><ol>\(each: GuidedStep.allCases, { step in
        let path: Path = "/contrats/brouillons/\(draft.id)/formulaire/\(step.rawValue)"
        let count = GuidedErrors.count(reading, in: step, of: text)
        return """
          <li><a href="\(path)"\(when: step == here, " aria-current=\"step\"")>\
          <span>\(workshop.steps[step]?.name ?? "")</span>\
          \(step == .review ? .nothing : count == 0 ? Icon.check.html : "<b>\(count)</b>")</a></li>
          """
      })</ol></nav>
      """
  }

  private func question(_ field: GuidedField, _ answer: String, _ error: String?) -> HTML {
    let name = words.workshop.labels[field.key] ?? field.key
    let subject = field.subject.map { formats.label($0) + words.time.colon + " " }
    let hint = words.workshop.hints[field.key]
    let described = hint == nil ? "\(field.id)-erreur" : "\(field.id)-aide \(field.id)-erreur"
    return """
      <div class="field\(when: field.kind == .long, " wide")">\
      <label for="\(field.id)">\(subject ?? "")\(name)</label>\
      \(control(field, answer, describedBy: described, isWrong: error != nil))\
      \(hint.map { "<p class=\"hint\" id=\"\(field.id)-aide\">\($0)</p>" })\
      <p class="error" lang="fr" id="\(field.id)-erreur" \
      data-path="\(field.path)">\(error ?? "")</p>\
      </div>
      """
  }

  private func control(
    _ field: GuidedField, _ answer: String, describedBy: String, isWrong: Bool
  ) -> HTML {
    let wrong: HTML = isWrong ? " aria-invalid=\"true\"" : .nothing
    switch field.kind {
    case .long:
      return """
        <textarea name="\(field.path)" id="\(field.id)" rows="5" \
        aria-describedby="\(describedBy)"\(wrong)>\(answer)</textarea>
        """
    case .choice(let values):
      let all = answer.isEmpty || !values.contains(answer) ? [answer] + values : values
      return """
        <select name="\(field.path)" id="\(field.id)" aria-describedby="\(describedBy)"\(wrong)>\
        \(each: all, { value in
          """
          <option value="\(value)"\(when: value == answer, " selected")>\
          \(words.workshop.values[value] ?? value)</option>
          """
        })</select>
        """
    case .text, .number, .day, .list:
      return """
        <input name="\(field.path)" id="\(field.id)" value="\(answer)" autocomplete="off" \
        type="\(field.kind == .day ? "date" : "text")"\
        \(when: field.kind == .number, " inputmode=\"numeric\"") \
        aria-describedby="\(describedBy)"\(wrong)>
        """
    }
  }

  /// The last step: what is left, by the step where it is mended, then the proposal.
  private func review(
    _ draft: ContractDraft, _ text: TextEditing, _ reading: Reading
  ) -> HTML {
    let workshop = words.workshop
    let isClean = reading.errorCount == 0
    return """
      \(notice(
        isClean ? .good : .warning,
        isClean ? workshop.clean : workshop.left(reading.errorCount)))
      \(when: isClean, """
        <form method="post" action="\(Path("/contrats/brouillons/\(draft.id)/proposition"))">
        <button class="primary" type="submit">\(workshop.propose)</button></form>
        """)
      <ol class="findings">\(each: reading.findings, { finding in
        let step = GuidedErrors.step(of: finding, in: text)
        let path: Path =
          step.map { "/contrats/brouillons/\(draft.id)/formulaire/\($0.rawValue)" }
          ?? "/contrats/brouillons/\(draft.id)"
        let name = step.flatMap { workshop.steps[$0]?.name } ?? workshop.source
        return """
          <li class="\(finding.severity == .error ? "bad" : "quiet")">\
          <p class="said" lang="fr">\(finding.message)</p>
          <p class="sub"><a href="\(path)">\(name)</a> · <code>\(finding.rule)</code></p></li>
          """
      })</ol>
      """
  }

  /// Messages by path, which the script puts beside their fields.
  func guidedErrors(_ errors: [String: String]) -> HTML {
    """
    <ul>\(each: errors.sorted { $0.key < $1.key }, { error in
      "<li data-path=\"\(error.key)\">\(error.value)</li>"
    })</ul>
    """
  }
}

/// Which findings are about which question.
enum GuidedErrors {
  /// Errors in what was answered; a question that nobody answered yet is not wrong.
  static func of(
    _ reading: Reading, for fields: [GuidedField], answer: (GuidedField) -> String
  ) -> [String: String] {
    var errors: [String: String] = [:]
    for field in fields where !answer(field).isEmpty {
      errors[field.path] =
        reading.findings.first {
          $0.severity == .error && ($0.path == field.path || $0.path.hasPrefix(field.path + "["))
        }?.message
    }
    return errors
  }

  static func count(_ reading: Reading, in step: GuidedStep, of text: TextEditing) -> Int {
    reading.findings.count { $0.severity == .error && self.step(of: $0, in: text) == step }
  }

  static func step(of finding: Finding, in text: TextEditing) -> GuidedStep? {
    switch finding.path {
    case let path where path.hasPrefix("parties.prestataire"): .provider
    case let path where path.hasPrefix("parties.client"): .client
    default:
      GuidedStep.allCases.first { step in
        step.fields(of: text).contains { $0.path == finding.path }
      }
    }
  }
}
