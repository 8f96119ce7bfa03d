import ContractSource
import Maintenance
import Operations

extension Frame {
  /// What waits for signatures, then each version with what was signed and by whom.
  func versionsPage(_ reading: AgreementVersions, refused: RefusedForm? = nil) -> HTML {
    let agreement = reading.agreement
    let signing = words.signing
    let stage = agreement.stage(on: reading.today)
    return shell.page(
      title: signing.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: agreement.clientName, path: "/contrats/\(agreement.id)"),
      ], lead: "\(agreement.reference) · \(signing.stages[stage] ?? stage.rawValue)",
      """
      \(refused.map { notice(.bad, $0.message) })
      \(agreement.end.map(ended))
      \(reading.proposed.map { waiting(reading, effective: $0.contract, refused) })
      \(each: agreement.versions.reversed(), { version($0, agreement) })
      \(each: reading.proposed == nil ? reading.envelopes : [], envelopeLine)
      \(when: isEndable(agreement), endForm(agreement, reading.today, refused))
      """)
  }

  /// The provider's people record what either party signs; a client signs by its own link.
  private var mayAct: Bool { Visit.may(.sign) && !Visit.isClient }

  private func isEndable(_ agreement: Agreement) -> Bool {
    mayAct && agreement.end == nil && agreement.signing == nil && agreement.latest != nil
  }

  private func ended(_ end: AgreementEnd) -> HTML {
    let ground = words.signing.grounds[end.ground] ?? end.ground.rawValue
    return notice(.warning, words.signing.ended(formats.day(end.lastDay), ground), end.note)
  }

  private func waiting(
    _ reading: AgreementVersions, effective contract: Contract, _ refused: RefusedForm?
  ) -> HTML {
    let agreement = reading.agreement
    let title = agreement.signing == nil ? words.contracts.proposed : words.signing.waiting
    return """
      <section class="panel" aria-labelledby="attente"><h2 id="attente">\(title)</h2>
      <p>\(words.contracts.proposedLead(formats.day(contract.effectiveDay)))</p>
      <p class="actions">\(documents(agreement, agreement.versions.count + 1))</p>
      \(agreement.signing.map { signing in
        signatures(signing, contract, reading, refused)
      } ?? (mayAct ? askForm(agreement) : ""))\(each: reading.envelopes, envelopeLine)</section>
      """
  }

  private func askForm(_ agreement: Agreement) -> HTML {
    """
    <form class="act" method="post"
    action="\(shell.once("/contrats/\(agreement.id)/signatures/demande"))">
    <p class="hint">\(words.signing.askLead)</p>
    <button class="primary" type="submit">\(words.signing.ask)</button></form>
    """
  }

  private func signatures(
    _ signing: Signing, _ contract: Contract, _ reading: AgreementVersions,
    _ refused: RefusedForm?
  ) -> HTML {
    let isOpen = reading.envelopes.contains {
      $0.stage == .waiting && $0.document.manifest == signing.document.digest
    }
    return """
      <p>\(words.signing.digest)\(words.time.colon) <code class="hash">\(signing.document.digest)\
      </code> <span class="sub">\(words.signing.digestHint)</span></p>
      \(when: !signing.signatures.isEmpty, signed(signing))
      \(when: isOpen, "<p class=\"hint\">\(words.signatures.byMailLead)</p>")
      \(when: mayAct && !isOpen && signing.signatures.isEmpty, mailSigningForm(
      reading.agreement, contract, refused))
      \(when: mayAct && !isOpen, bringingForm(reading.agreement))
      \(each: isOpen || !mayAct ? [] : signing.missing, {
        signForm($0, signing, contract, reading, refused)
      })
      \(when: mayAct, dropForm(reading.agreement, refused))
      """
  }

  func envelopeLine(_ envelope: Envelope) -> HTML {
    """
    <p class="envelope"><a href="/contrats/\(envelope.agreement)/signatures/\(envelope.id)">\
    \(words.signatures.follow)</a> · \(envelope.title) \(stageChip(envelope))</p>

    """
  }

  func signed(_ signing: Signing) -> HTML {
    """
    <ul class="plain-list">\(each: signing.signatures, { signature in
      """
      <li>\(chip(words.signing.sides[signature.side] ?? "", .check, .good)) \
      \(words.signing.signedBy(
        signature.name, signature.capacity, formats.day(signature.day), signature.place)) \
      <span class="sub">\(words.signing.levels[signature.level] ?? "")</span></li>
      """
    })</ul>
    """
  }

  private func version(_ version: ContractVersion, _ agreement: Agreement) -> HTML {
    let digest = version.signing?.document.digest ?? version.sha256
    let next = agreement.versions.first { $0.number == version.number + 1 }
    let last = next.map { $0.validFrom - 1 } ?? agreement.end?.lastDay
    let number = "\(version.number)"
    return """
      <section class="panel" aria-labelledby="version-\(number)">
      <h2 id="version-\(number)">\(words.signing.governs(
        version.number, formats.day(version.validFrom), last.map(formats.day)))</h2>
      \(version.signing.map(signed) ?? unsigned)
      <p><span class="sub">\(words.signing.digest)\(words.time.colon)</span> \
      <code class="hash">\(digest)</code></p>
      <p class="actions">\(documents(agreement, version.number))</p></section>

      """
  }

  private var unsigned: HTML {
    "<p class=\"sub\">\(words.signing.unsigned)</p>"
  }

  private func documents(_ agreement: Agreement, _ number: Int) -> HTML {
    let id = agreement.id.text
    let version = "\(number)"
    return """
      <a class="button" href="/contrats/\(id)/versions/\(version)/texte">\
      \(words.versionText.title)</a>\
      <a class="button" href="/contrats/\(id)/versions/\(version)/contrat.pdf">\
      \(words.contracts.pdf)</a>\(when: number > 1, """
        <a class="button" href="/contrats/\(id)/versions/\(version)/avenant.pdf">\
        \(words.signing.amendment)</a>\
        <a class="button" href="\(comparison(agreement, number))">\
        \(words.workshop.comparison)</a>
        """)
      """
  }

  private func comparison(_ agreement: Agreement, _ number: Int) -> Path {
    let path: Path = "/contrats/\(agreement.id)/comparaison"
    guard number <= agreement.versions.count else { return path }
    return path.asking("avant", "\(number - 1)").asking("apres", "\(number)")
  }
}
