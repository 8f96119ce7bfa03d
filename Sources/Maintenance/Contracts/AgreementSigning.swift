extension Agreement {
  /// Freezes the proposed text for signature; `text` is its reading.
  package func askingSignatures(
    of document: SignedDocument, _ text: ReadText, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    guard let proposedText else { throw AgreementRefusal.nothingProposed }
    guard signing == nil else { throw AgreementRefusal.waitsForSignatures }
    guard proposedText == document.source, text.sha256 == document.source else {
      throw AgreementRefusal.otherDocument
    }
    try refuse(text)
    let signatories = PartySide.allCases.map { side in
      let representative = text.contract.party(side).representative
      return Datum.fields([
        "party": .text(side.rawValue), "name": .text(representative.name),
        "capacity": .text(representative.capacity),
      ])
    }
    return try change(
      AgreementFact.signaturesAsked,
      [
        "sha256": .text(document.source), "text_sha256": .text(document.text),
        "document_sha256": .text(document.digest), "signatories": .list(signatories),
      ], by: actor, at: instant)
  }

  /// Records that parties signed; with the last signature the text binds from its effective day.
  ///
  /// `digest` is that of the document that they had before them, `text` its reading.
  package func signing(
    _ signatures: [PartySignature], document digest: String, _ text: ReadText, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Agreement> {
    guard let signing else { throw AgreementRefusal.noSignatureAsked }
    guard signing.document.digest == digest, signing.document.source == text.sha256 else {
      throw AgreementRefusal.otherDocument
    }
    let today = text.contract.zone.day(at: instant)
    var missing = signing.missing
    var facts: [Fact] = []
    for signature in signatures {
      guard let index = missing.firstIndex(of: signature.side) else {
        throw AgreementRefusal.alreadySigned(signature.side)
      }
      missing.remove(at: index)
      guard signature.day <= today else { throw AgreementRefusal.signedInFuture }
      guard !signature.name.isEmpty, !signature.capacity.isEmpty else {
        throw AgreementRefusal.signatoryUnnamed(signature.side)
      }
      let fields = signature.fields.merging(["document_sha256": .text(digest)]) { $1 }
      facts.append(fact(AgreementFact.signed, fields, by: actor, at: instant))
    }
    if missing.isEmpty { facts.append(try entry(of: text, by: actor, at: instant)) }
    return try Change(to: self, facts: facts)
  }

  /// Takes the text back: a party refused to sign, or the provider wants to change it.
  ///
  /// Signatures already given fall with it, and stay in the register.
  package func droppingSignatures(
    refusedBy side: PartySide?, reason: String, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    guard let signing else { throw AgreementRefusal.noSignatureAsked }
    guard !reason.isEmpty else { throw AgreementRefusal.reasonMissing }
    return try Change(
      to: self,
      facts: [
        fact(
          AgreementFact.signaturesDropped,
          [
            "document_sha256": .text(signing.document.digest), "reason": .text(reason),
            "party": side.map { .text($0.rawValue) },
          ], by: actor, at: instant)
      ])
  }

  /// Ends it after a day; what happened until then stays governed by its versions.
  package func ending(_ end: AgreementEnd, by actor: Actor, at instant: Instant) throws
    -> Change<Agreement>
  {
    if let known = self.end { throw AgreementRefusal.ended(known.lastDay) }
    guard signing == nil else { throw AgreementRefusal.waitsForSignatures }
    guard let first = versions.first else { throw AgreementRefusal.nothingProposed }
    guard end.lastDay >= first.validFrom else {
      throw AgreementRefusal.endsBeforeStart(first.validFrom)
    }
    guard !end.note.isEmpty else { throw AgreementRefusal.reasonMissing }
    return try Change(
      to: self,
      facts: [
        fact(
          AgreementFact.ended,
          [
            "last_day": .text(end.lastDay.iso), "ground": .text(end.ground.rawValue),
            "party": end.side.map { .text($0.rawValue) }, "note": .text(end.note),
          ], by: actor, at: instant)
      ])
  }

  private func entry(of text: ReadText, by actor: Actor, at instant: Instant) throws -> Fact {
    try refuse(text)
    return fact(
      AgreementFact.versionInForce,
      [
        "version": .integer(Int64(versions.count + 1)), "sha256": .text(text.sha256),
        "valid_from": .text(text.contract.effectiveDay.iso), "title": .text(text.contract.title),
      ], by: actor, at: instant)
  }
}
