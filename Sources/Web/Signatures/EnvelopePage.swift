import Documents
import Maintenance
import Operations
import Store

/// Where one signatory signs, shown once.
struct OnSiteLink {
  var origin: String
  var path: Path
}

extension Frame {
  /// One document before those who sign it: who has, whose turn it is, and the journal of it all.
  func envelopePage(
    _ reading: EnvelopeReading, onSite: OnSiteLink? = nil, refusal: String? = nil
  ) -> HTML {
    let signs = words.signatures
    let envelope = reading.envelope
    let place: Path = "/contrats/\(envelope.agreement)/signatures/\(envelope.id)"
    return shell.page(
      title: envelope.title,
      trail: [
        Crumb(name: words.contracts.title, path: "/contrats"),
        Crumb(name: words.signing.title, path: "/contrats/\(envelope.agreement)/versions"),
      ],
      lead: """
        \(reading.reference) · \(signs.purposes[envelope.purpose] ?? "") · \(stageChip(envelope))
        """,
      """
      \(refusal.map { notice(.bad, $0) })
      \(onSite.map(onSiteLink))
      <div class="two"><div>
      <section class="panel" aria-labelledby="signataires">\
      <h2 id="signataires">\(signs.signatories)</h2>
      \(envelope.stage == .brought ? brought(envelope.brought) : table(
        signs.signatories,
        [.text(words.signing.name), .text(words.accounts.email), .text(words.mail.standing)],
        rows: "\(each: envelope.signatories.indices, { signatoryRow(envelope, $0) })"))
      \(digests(envelope))
      \(envelope.seal == nil ? pendingSeal(envelope) : signedFiles(place))
      <p class="actions"><a class="button" \
      href="\(place.adding(EnvelopePart.document.rawValue))">\(signs.document)</a></p></section>
      <section class="panel" aria-labelledby="journal"><h2 id="journal">\(signs.journal)</h2>
      <ol class="plain-list">\(each: reading.facts, journalLine)</ol></section>
      </div><div class="beside">\(envelopeActs(envelope, place))</div></div>
      """)
  }

  /// Signed on this very screen, or on that of whoever signs.
  private func onSiteLink(_ link: OnSiteLink) -> HTML {
    let (signs, address) = (words.signatures, link.origin + link.path.text)
    return """
      <section class="panel" aria-labelledby="lien"><h2 id="lien">\(signs.onSite)</h2>
      <p class="soft">\(signs.onSiteHint)</p>
      <p class="actions"><a class="button primary" href="\(link.path)">\(signs.openHere)</a></p>
      <div class="signed"><p><code class="hash">\(address)</code></p>\
      \(QRCode(Array(address.utf8)).map { code($0, signs.openCode) })</div></section>
      """
  }

  func stageChip(_ envelope: Envelope) -> HTML {
    let word = words.signatures.stages[envelope.stage] ?? envelope.stage.rawValue
    return switch envelope.stage {
    case .waiting: chip(word, .clock, .info)
    case .signed: chip(word, .check, .good)
    case .refused: chip(word, .cross, .bad)
    case .expired, .withdrawn: chip(word, .out, .quiet)
    case .brought: chip(word, .dot, .info)
    }
  }

  private func pendingSeal(_ envelope: Envelope) -> HTML {
    envelope.stage == .signed ? "<p class=\"soft\">\(words.signatures.sealing)</p>" : .nothing
  }

  private func signatoryRow(_ envelope: Envelope, _ index: Int) -> HTML {
    let signs = words.signatures
    let person = envelope.signatories[index]
    let isTurn = index == envelope.next && envelope.stage == .waiting
    let standing: HTML =
      if let signed = person.signedAt {
        """
        \(chip(signs.stages[.signed] ?? "", .check, .good))\
        <span class="sub">\(time(signed))</span>
        """
      } else if isTurn {
        """
        \(chip(signs.turn, .clock, .info))\
        \(person.invitedAt.map {
          "<span class=\"sub\">\(signs.invited(formats.instant($0)))</span>"
        })
        """
      } else { "–" }
    return """
      <tr><td>\(person.name)<span class="sub">\(person.capacity), \
      \(words.signing.sides[person.side] ?? "")</span></td><td>\(person.email)</td>
      <td>\(standing)</td></tr>

      """
  }

  private func journalLine(_ fact: Fact) -> HTML {
    let signs = words.signatures
    let address = fact.body["address"]?.text ?? ""
    let detail = [
      fact.body["words"]?.text, fact.body["reason"]?.text, address.isEmpty ? nil : address,
    ]
    .compactMap { $0 }.joined(separator: " · ")
    return """
      <li>\(time(fact.at)) · \(signs.facts[fact.kind] ?? fact.kind) · \(fact.actor.name)\
      \(when: !detail.isEmpty, "<span class=\"sub\"> \(detail)</span>")</li>
      """
  }

  private func envelopeActs(_ envelope: Envelope, _ place: Path) -> HTML {
    let signs = words.signatures
    guard envelope.stage == .waiting, Visit.may(.sign), !Visit.isClient else { return .nothing }
    return """
      <section class="panel acts" aria-labelledby="agir">\
      <h2 id="agir">\(words.tickets.acts.title)</h2>
      <form class="act" method="post" action="\(shell.once(place.adding("sur-place")))">
      <p class="hint">\(signs.onSiteLead)</p><button type="submit">\(signs.onSite)</button></form>
      <details class="fold"><summary>\(words.signing.withdraw)</summary>
      <form class="act" method="post" action="\(shell.once(place.adding("retrait")))">
      \(field(words.signing.reason, id: "motif", """
        <input name="motif" id="motif" maxlength="1000" required>
        """))
      <button type="submit">\(words.signing.withdraw)</button></form></details></section>
      """
  }

  /// Asks both parties to sign the text that waits, each by a link.
  func mailSigningForm(
    _ agreement: Agreement, _ contract: Contract, _ refused: RefusedForm?
  ) -> HTML {
    let signs = words.signatures
    let typed = refused?.act == "courriel" ? refused?.fields ?? [:] : [:]
    return """
      <details class="fold" open><summary>\(signs.byMail)</summary>
      <form class="act" method="post"
      action="\(shell.once("/contrats/\(agreement.id)/signatures/courriel"))">
      <p class="hint">\(signs.byMailLead)</p>
      \(signatoryFields(contract, typed))
      <button class="primary" type="submit">\(signs.byMail)</button></form></details>
      """
  }

  /// Who signs for each party, and within how many days.
  private func signatoryFields(_ contract: Contract, _ typed: [String: String]) -> HTML {
    """
    \(each: PartySide.allCases, { side in
      let party = contract.party(side)
      let key = side.rawValue
      return """
        <fieldset><legend>\(words.signing.sides[side] ?? key)</legend>
        \(signatoryField(words.signing.name, "nom-\(key)", typed, party.representative.name))
        \(signatoryField(
          words.signing.capacity, "qualite-\(key)", typed, party.representative.capacity))
        \(signatoryField(
          words.accounts.email, "courriel-\(key)", typed,
          party.noticesAddress ?? party.contact?.email ?? ""))</fieldset>
        """
    })
    \(signatoryField(words.signatures.days, "jours", typed, "14"))
    """
  }

  /// Has the report of a decided delivery signed by both parties, and follows what was asked.
  func reportSigning(_ reading: DeliveryReading, _ refused: RefusedForm?) -> HTML {
    let signs = words.signatures
    let typed = refused?.act == "signatures" ? refused?.fields ?? [:] : [:]
    let isWanted = reading.delivery.verdict.map { !$0.isTacit } ?? false
    let mayAsk = isWanted && Visit.may(.sign) && !Visit.isClient
    guard mayAsk || !reading.envelopes.isEmpty else { return .nothing }
    let place: Path =
      "/contrats/\(reading.agreement.id)/recettes/\(reading.delivery.id)/signatures"
    return """
      <section class="panel acts" aria-labelledby="pv">\
      <h2 id="pv">\(signs.purposes[.acceptance] ?? "")</h2>
      \(each: reading.envelopes, envelopeLine)
      \(when: mayAsk && !reading.envelopes.contains { $0.stage == .waiting }, """
        <details class="fold"\(when: !typed.isEmpty, " open")><summary>\(signs.report.title)\
        </summary><form class="act" method="post" action="\(shell.once(place))">
        <p class="hint">\(signs.report.lead)</p>
        \(signatoryFields(reading.terms.contract, typed))
        <button type="submit">\(signs.report.title)</button></form></details>
        """)</section>
      """
  }

  /// Has the work done on a ticket signed by somebody of the client.
  func slipForm(_ reading: TicketReading, _ refused: RefusedForm?) -> HTML {
    let signs = words.signatures
    let typed = refused?.act == "bons" ? refused?.fields ?? [:] : [:]
    guard !reading.ticket.work.isEmpty, Visit.may(.workTickets) else { return .nothing }
    let contact = reading.terms.contract.client.contact
    return """
      <section class="panel" aria-labelledby="bon"><h2 id="bon">\(signs.purposes[.slip] ?? "")</h2>
      <details class="fold"\(when: !typed.isEmpty, " open")><summary>\(signs.slip.title)</summary>
      <form class="act" method="post"
      action="\(shell.once("/tickets/\(reading.ticket.id)/bons/demande"))">
      <p class="hint">\(signs.slip.lead)</p>
      \(signatoryField(words.signing.name, "nom", typed, reading.ticket.request.requester))
      \(signatoryField(words.signing.capacity, "qualite", typed, ""))
      \(signatoryField(words.accounts.email, "courriel", typed, contact?.email ?? ""))
      <button type="submit">\(signs.slip.title)</button></form></details></section>
      """
  }

  /// For a file that was signed elsewhere.
  func bringingForm(_ agreement: Agreement) -> HTML {
    let signs = words.signatures
    return """
      <details class="fold"><summary>\(signs.bring)</summary>
      <form class="act" method="post" enctype="multipart/form-data"
      action="\(shell.once("/contrats/\(agreement.id)/signatures/apport"))">
      \(field(signs.signedFile, id: "fichier-signe", hint: signs.bringHint, """
        <input type="file" name="fichier" id="fichier-signe" accept="application/pdf" \
        aria-describedby="fichier-signe-aide" required>
        """))
      <button type="submit">\(signs.bring)</button></form></details>
      """
  }

  private func brought(_ signatures: [BroughtSignature]) -> HTML {
    let signs = words.signatures
    return table(
      signs.signatories,
      [.text(signs.signatory), .text(signs.issuer), .text(words.mail.standing)],
      rows: "\(each: signatures, broughtRow)")
  }

  private func broughtRow(_ signature: BroughtSignature) -> HTML {
    let signs = words.signatures
    return """
      <tr><td>\(signature.signer)\
      \(signature.at.map { "<span class=\"sub\">\(time($0))</span>" })</td>
      <td>\(signature.issuer)</td><td>\(signature.isSound
        ? chip(signs.sound, .check, .good) : chip(signs.unsound, .cross, .bad)) \
      \(chip(signature.isTrusted ? signs.trusted : signs.untrusted, .dot, .quiet)) \
      \(when: signature.isStamped, chip(signs.stamped, .clock, .quiet))</td></tr>

      """
  }

  private func signatoryField(
    _ label: String, _ name: String, _ typed: [String: String], _ initially: String
  ) -> HTML {
    field(
      label, id: name,
      """
      <input name="\(name)" id="\(name)" maxlength="254" value="\(typed[name] ?? initially)" \
      required>
      """)
  }
}
