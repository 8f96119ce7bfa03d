import Maintenance
import Operations
import Store

extension Frame {
  /// Every log with its head, and the way to verify them all.
  func registerPage(
    _ heads: [(line: AgreementLine, head: RegisterHead?)], report: VerificationReport? = nil
  ) -> HTML {
    let register = words.register
    let total = heads.reduce(0) { $0 + ($1.head?.size ?? 0) }
    return shell.page(
      title: register.title, lead: "\(register.lead(total))",
      """
      \(report.map(outcome))
      <section class="panel" aria-labelledby="verifier"><h2 id="verifier">\(register.verify)</h2>
      <p>\(register.verifyHint)</p>
      <form method="post" action="/registre/verifications">\
      <button class="primary" type="submit">\(register.verify)</button></form></section>
      \(heads.isEmpty ? "<p>\(register.none)</p>" : headTable(heads))
      """)
  }

  private func outcome(_ report: VerificationReport) -> HTML {
    let register = words.register
    guard !report.isSound else {
      return notice(.good, register.verified(report.entries, report.store.states))
    }
    return """
      \(notice(.bad, register.broken(report.differenceCount)))
      <ul class="differences">\(each: report.differences, { "<li><code>\($0)</code></li>" })</ul>
      """
  }

  private func headTable(_ heads: [(line: AgreementLine, head: RegisterHead?)]) -> HTML {
    let register = words.register
    return """
      <div class="scroll" role="region" aria-label="\(register.head)" tabindex="0">\
      <table class="list">
      <thead><tr><th scope="col">\(words.shell.client)</th><th scope="col">\(register.origin)</th>\
      <th scope="col" class="num">\(register.size)</th><th scope="col">\(register.root)</th></tr>\
      </thead>
      <tbody>\(each: heads, { row in
        """
        <tr><td><a class="row" href="/contrats/\(row.line.id.text)/registre">\
        \(row.line.clientName)</a>\
        <span class="sub">\(row.line.reference)</span></td>
        <td><code>\(row.head?.origin ?? "—")</code></td>
        <td class="num">\(row.head?.size ?? 0)</td>
        <td><span class="hash">\(row.head?.root ?? "—")</span></td></tr>

        """
      })</tbody></table></div>
      """
  }

  /// One contract's entries, newest first.
  func agreementRegisterPage(_ reading: AgreementRegister, isMore: Bool) -> HTML {
    let register = words.register
    let id = reading.agreement.id.text
    let path: Path = "/contrats/\(reading.agreement.id)/registre"
    return shell.page(
      title: register.agreementTitle(reading.agreement.reference),
      lead: """
        <a href="/contrats/\(id)">\(reading.agreement.clientName)</a> · \
        \(register.lead(reading.head?.size ?? 0))
        """,
      """
      \(reading.head.map(head))
      \(reading.entries.isEmpty ? "<p>\(register.none)</p>" : entries(reading))
      \(when: isMore, older(path, before: String(reading.entries.last?.n ?? 0)))
      """)
  }

  private func head(_ head: RegisterHead) -> HTML {
    let register = words.register
    return """
      <dl class="facts wide"><dt>\(register.origin)</dt><dd><code>\(head.origin)</code></dd>
      <dt>\(register.size)</dt><dd>\(head.size)</dd>
      <dt>\(register.root)</dt><dd><span class="hash">\(head.root)</span></dd></dl>
      """
  }

  private func entries(_ reading: AgreementRegister) -> HTML {
    let register = words.register
    return """
      <div class="scroll" role="region" aria-label="\(register.title)" tabindex="0">\
      <table class="list">
      <thead><tr><th scope="col" class="num">\(register.entry)</th>\
      <th scope="col">\(register.what)</th><th scope="col">\(register.by)</th>\
      <th scope="col">\(register.at)</th><th scope="col">\(register.leaf)</th></tr></thead>
      <tbody>\(each: reading.entries, entry)</tbody></table></div>
      """
  }

  private func entry(_ line: EntryLine) -> HTML {
    let what = words.tickets.facts[line.kind] ?? line.kind
    return """
      <tr id="entree-\(line.n)"><td class="num">\(line.n)</td>
      <td>\(subject(line, what))<span class="sub"><code>\(line.kind)</code></span></td>
      <td>\(line.actor.name)</td><td>\(time(line.at))</td>
      <td><span class="hash">\(line.leaf)</span></td></tr>

      """
  }

  private func subject(_ line: EntryLine, _ what: String) -> HTML {
    switch line.subject.kind {
    case .ticket: "<a href=\"/tickets/\(ID<Ticket>(number: line.subject.id).text)\">\(what)</a>"
    case .agreement: "\(what)"
    }
  }
}
