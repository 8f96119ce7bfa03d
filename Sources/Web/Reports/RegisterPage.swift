import Maintenance
import Operations
import Store

extension Frame {
  /// Every log with its head, and the way to verify them all.
  func registerPage(
    _ heads: [(line: AgreementLine, head: RegisterHead?)], seal: RegisterSeal,
    report: VerificationReport? = nil
  ) -> HTML {
    let register = words.register
    let total = heads.reduce(0) { $0 + ($1.head?.size ?? 0) }
    return shell.page(
      title: register.title, lead: "\(register.lead(total))",
      """
      \(report.map(outcome))\(stampAlert(seal.stamps))\(backupAlert(seal.backups))
      <section class="panel" aria-labelledby="verifier"><h2 id="verifier">\(register.verify)</h2>
      <p>\(register.verifyHint)</p>
      \(when: Visit.may(.verify), """
        <form method="post" action="/registre/verifications">\
        <button class="primary" type="submit">\(register.verify)</button></form>
        """)
      \(seal.nightly.map(nightly))</section>
      \(heads.isEmpty ? "<p>\(register.none)</p>" : headTable(heads))
      \(seal.publicKey.map { sealed(register.key, register.keyHint, $0) })
      \(seal.checkpoint.map(signedHead))
      \(stampPanel(seal.stamps))\(backupPanel(seal.backups))
      \(when: !seal.losses.isEmpty, losses(seal.losses))
      \(when: !seal.keyChanges.isEmpty, keyChanges(seal.keyChanges))
      \(when: !seal.clockJumps.isEmpty, clockJumps(seal.clockJumps))
      """)
  }

  private func losses(_ losses: [Fact]) -> HTML {
    let register = words.register
    return """
      <section class="panel"><h2>\(register.losses)</h2>
      <ul>\(each: losses, loss)</ul></section>
      """
  }

  private func keyChanges(_ changes: [KeyChange]) -> HTML {
    let register = words.register
    return """
      <section class="panel"><h2>\(register.keyChanges)</h2>
      <ul>\(each: changes, keyChange)</ul></section>
      """
  }

  private func keyChange(_ change: KeyChange) -> HTML {
    let register = words.register
    let what =
      change.isRevocation
      ? register.keyRevoked(Int(change.trusted ?? 0), change.by.name, change.reason)
      : register.keyRotated(change.by.name, change.reason)
    return """
      <li>\(time(change.at)) · \(what)<br><span class="hash">\(change.from)</span><br>→ \
      <span class="hash">\(change.to)</span></li>
      """
  }

  private func clockJumps(_ jumps: [ClockJump]) -> HTML {
    let register = words.register
    return """
      <section class="panel"><h2>\(register.clockJumps)</h2><p>\(register.clockHint)</p>
      <ul>\(each: jumps, { "<li>\(time($0.before)) → \(time($0.after))</li>" })</ul></section>
      """
  }

  private func loss(_ fact: Fact) -> HTML {
    let (signed, found) = (fact.body["signed"]?.integer ?? 0, fact.body["found"]?.integer ?? 0)
    let told = words.register.lost(
      Int(signed), Int(found), fact.actor.name, fact.body["reason"]?.text ?? "")
    return "<li>\(time(fact.at)) · \(told)</li>"
  }

  private func differences(_ report: VerificationReport) -> [String] {
    let register = words.register
    return report.store.differences.map { difference in
      let column = difference.column.isEmpty ? "" : ", \(difference.column)"
      return "\(register.place(difference.place))\(column) \(register.reason(difference.reason))"
    } + report.unexplainedDeadlines.map { register.unexplained($0.text) }
  }

  private func nightly(_ verification: NightlyVerification) -> HTML {
    let register = words.register
    let outcome: HTML =
      verification.isSound
      ? notice(.good, register.verified(verification.entries, verification.states))
      : """
      \(notice(.bad, register.broken(verification.differenceCount)))
      <ul class="differences">\(each: verification.differences, { "<li>\($0)</li>" })</ul>
      """
    return "<h3>\(register.nightly) \(time(verification.at))</h3>\(outcome)"
  }

  private func outcome(_ report: VerificationReport) -> HTML {
    let register = words.register
    guard !report.isSound else {
      return notice(.good, register.verified(report.entries, report.store.states))
    }
    return """
      \(notice(.bad, register.broken(report.differenceCount)))
      <ul class="differences">\(each: differences(report), { "<li>\($0)</li>" })</ul>
      """
  }

  private func headTable(_ heads: [(line: AgreementLine, head: RegisterHead?)]) -> HTML {
    let register = words.register
    return table(
      register.head,
      [
        .text(words.shell.client), .text(register.origin), .number(register.size),
        .text(register.root),
      ],
      rows: "\(each: heads, { headRow($0.line, $0.head) })")
  }

  private func headRow(_ line: AgreementLine, _ head: RegisterHead?) -> HTML {
    """
    <tr><td><a class="row" href="/contrats/\(line.id)/registre">\(line.clientName)</a>\
    <span class="sub">\(line.reference)</span></td>
    <td><code>\(head?.origin ?? "–")</code></td><td class="num">\(head?.size ?? 0)</td>
    <td><span class="hash">\(head?.root ?? "–")</span></td></tr>

    """
  }

  /// One contract's entries, newest first.
  func agreementRegisterPage(_ reading: AgreementRegister, isMore: Bool) -> HTML {
    let register = words.register
    let path: Path = "/contrats/\(reading.agreement.id)/registre"
    return shell.page(
      title: register.agreementTitle(reading.agreement.reference),
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: reading.agreement.clientName, path: "/contrats/\(reading.agreement.id)"),
      ],
      lead: "\(register.lead(reading.head?.size ?? 0))",
      actions: """
        <a class="button" href="/contrats/\(reading.agreement.id)/consultations">\
        \(words.reads.title)</a>
        """,
      """
      \(reading.head.map(head))
      \(reading.checkpoint.map(signedHead))
      \(when: reading.checkpoint != nil && Visit.may(.disclose), evidenceForm(
        of: reading.agreement.id))
      \(erasures(reading.erasures))
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
    return table(
      register.title,
      [
        .number(register.entry), .text(register.what), .text(register.by), .text(register.at),
        .text(register.leaf), .text(register.proof),
      ],
      rows: "\(each: reading.entries, { entry($0, isProven: reading.checkpoint != nil) })")
  }

  private func entry(_ line: EntryLine, isProven: Bool) -> HTML {
    let what = words.tickets.facts[line.kind] ?? line.kind
    return """
      <tr id="entree-\(line.n)"><td class="num">\(line.n)</td>
      <td>\(subject(line, what)) <code>\(line.kind)</code></td>
      <td>\(line.actor.name)</td><td>\(time(line.at))</td>
      <td><span class="hash">\(line.leaf)</span></td>
      <td>\(isProven ? proofLink(line) : "–")</td></tr>

      """
  }

  private func proofLink(_ line: EntryLine) -> HTML {
    let register = words.register
    let path: Path = "/contrats/\(line.subject.agreement)/registre/\(String(line.n))/preuve"
    return "<a href=\"\(path)\" title=\"\(register.proofOf(line.n))\">\(register.proof)</a>"
  }

  private func subject(_ line: EntryLine, _ what: String) -> HTML {
    switch line.subject.kind {
    case .ticket: "<a href=\"/tickets/\(ID<Ticket>(number: line.subject.id))\">\(what)</a>"
    case .agreement, .register, .erasure, .disclosure, .account, .handover, .purchase, .mail,
      .reads:
      "\(what)"
    case .shift: "<a href=\"/astreintes\">\(what)</a>"
    case .invoice where !Visit.may(.readInvoices): "\(what)"
    case .invoice: "<a href=\"/factures/\(ID<Invoice>(number: line.subject.id))\">\(what)</a>"
    case .signature:
      """
      <a href="/contrats/\(line.subject.agreement)/signatures/\
      \(ID<Envelope>(number: line.subject.id))">\(what)</a>
      """
    case .outage: "<a href=\"/contrats/\(line.subject.agreement)/niveaux\">\(what)</a>"
    case .advice:
      """
      <a href="/contrats/\(line.subject.agreement)/conseils/\
      \(ID<Advice>(number: line.subject.id))">\(what)</a>
      """
    case .delivery:
      """
      <a href="/contrats/\(line.subject.agreement)/recettes/\
      \(ID<Delivery>(number: line.subject.id))">\(what)</a>
      """
    case .duty: "<a href=\"/contrats/\(line.subject.agreement)/echeances\">\(what)</a>"
    }
  }
}
