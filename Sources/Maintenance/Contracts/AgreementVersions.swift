/// Why a text cannot be proposed, signed or ended.
package enum AgreementRefusal: Error, Hashable, Sendable {
  /// The text has errors that make it void or unreadable; so many.
  case textHasErrors(Int)
  case referenceDiffers(expected: String, found: String)
  /// The same bytes are already the latest version.
  case sameText
  /// A version cannot start before the one it replaces.
  case startsBeforeLatest(Day)
  case nothingProposed
  /// Signatures are asked for on another text: to be withdrawn first.
  case waitsForSignatures
  case noSignatureAsked
  case alreadySigned(PartySide)
  /// Who signs must see what is signed: this is another document, or the text has changed.
  case otherDocument
  case signedInFuture
  case signatoryUnnamed(PartySide)
  case reasonMissing
  case ended(Day)
  case endsBeforeStart(Day)
}

/// A contract's text as read: its data, its bytes' digest, and how many errors were found.
package struct ReadText: Sendable {
  package var contract: Contract
  /// Of the file's bytes, in lower-case hexadecimal.
  package var sha256: String
  package var errorCount: Int

  package init(contract: Contract, sha256: String, errorCount: Int) {
    self.contract = contract
    self.sha256 = sha256
    self.errorCount = errorCount
  }
}

extension Agreement {
  /// A new agreement, from a first text that is kept but does not bind yet.
  package static func drafted(
    from text: ReadText, id: ID<Agreement>, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    guard text.errorCount == 0 else { throw AgreementRefusal.textHasErrors(text.errorCount) }
    let fact = Fact(
      kind: AgreementFact.drafted, at: instant, actor: actor,
      subject: Subject(kind: .agreement, id: id.number, agreement: id),
      body: .fields([
        "reference": .text(text.contract.reference), "title": .text(text.contract.title),
        "client": .text(text.contract.client.name), "sha256": .text(text.sha256),
      ]))
    return try Change(from: [fact])
  }

  /// Keeps another text, to be signed later.
  package func proposing(_ text: ReadText, by actor: Actor, at instant: Instant) throws
    -> Change<Agreement>
  {
    guard signing == nil else { throw AgreementRefusal.waitsForSignatures }
    try refuse(text)
    return try change(
      AgreementFact.textProposed,
      ["sha256": .text(text.sha256), "title": .text(text.contract.title)], by: actor, at: instant)
  }

  func refuse(_ text: ReadText) throws {
    if let end { throw AgreementRefusal.ended(end.lastDay) }
    guard text.errorCount == 0 else { throw AgreementRefusal.textHasErrors(text.errorCount) }
    guard text.contract.reference == reference else {
      throw AgreementRefusal.referenceDiffers(expected: reference, found: text.contract.reference)
    }
    guard let latest else { return }
    guard latest.sha256 != text.sha256 else { throw AgreementRefusal.sameText }
    guard text.contract.effectiveDay >= latest.validFrom else {
      throw AgreementRefusal.startsBeforeLatest(latest.validFrom)
    }
  }

  func change(
    _ kind: String, _ fields: [String: Datum], by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    try Change(to: self, facts: [fact(kind, fields, by: actor, at: instant)])
  }

  func fact(
    _ kind: String, _ fields: [String: Datum?], by actor: Actor, at instant: Instant
  ) -> Fact {
    let subject = Subject(kind: .agreement, id: id.number, agreement: id)
    return Fact(
      kind: kind, at: instant, actor: actor, subject: subject, body: .fields(present: fields))
  }
}
