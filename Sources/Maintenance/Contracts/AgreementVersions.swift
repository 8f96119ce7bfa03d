/// Why a version cannot be put in force.
package enum AgreementRefusal: Error, Hashable, Sendable {
  /// The text has errors that make it void or unreadable; so many.
  case textHasErrors(Int)
  case referenceDiffers(expected: String, found: String)
  /// The same bytes are already the latest version.
  case sameText
  /// A version cannot start before the one it replaces.
  case startsBeforeLatest(Day)
}

extension Agreement {
  /// A new agreement, from a first text that is read but not yet in force.
  package static func drafted(
    _ contract: Contract, id: ID<Agreement>, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    let fact = Fact(
      kind: AgreementFact.drafted, at: instant, actor: actor,
      subject: Subject(kind: .agreement, id: id.number, agreement: id),
      body: .fields([
        "reference": .text(contract.reference), "title": .text(contract.title),
        "client": .text(contract.client.name),
      ]))
    return try Change(from: [fact])
  }

  /// Makes a text bind from its effective day on.
  ///
  /// `errorCount` is what the reader of the text found: a text with errors is refused.
  package func puttingInForce(
    _ contract: Contract, sha256: String, errorCount: Int, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    guard errorCount == 0 else { throw AgreementRefusal.textHasErrors(errorCount) }
    guard contract.reference == reference else {
      throw AgreementRefusal.referenceDiffers(expected: reference, found: contract.reference)
    }
    if let latest {
      guard latest.sha256 != sha256 else { throw AgreementRefusal.sameText }
      guard contract.term.start >= latest.validFrom else {
        throw AgreementRefusal.startsBeforeLatest(latest.validFrom)
      }
    }
    let fact = Fact(
      kind: AgreementFact.versionInForce, at: instant, actor: actor,
      subject: Subject(kind: .agreement, id: id.number, agreement: id),
      body: .fields([
        "version": .integer(Int64(versions.count + 1)), "sha256": .text(sha256),
        "valid_from": .text(contract.term.start.iso), "title": .text(contract.title),
      ]))
    return try Change(to: self, facts: [fact])
  }
}
