package import ContractSource
package import Maintenance
import Store

/// An agreement with what its versions page tells beside it.
package struct AgreementVersions: Sendable {
  package var agreement: Agreement
  package var today: Day
  /// The proposed text, as read.
  package var proposed: Reading?
  /// Documents that were put before signatories, the newest first.
  package var envelopes: [Envelope] = []
}

extension Operations {
  /// Freezes the proposed text, with what is printed of it, and asks both parties to sign.
  @discardableResult
  package func askSignatures(_ id: ID<Agreement>, by actor: Actor) async throws -> Agreement {
    try await change(id) { agreement, instant, transaction in
      try asking(agreement, by: actor, at: instant, in: transaction)
    }
  }

  /// Records signatures; with the last one the text binds from its effective day. `digest` names
  /// the document that was signed.
  @discardableResult
  package func recordSignatures(
    _ id: ID<Agreement>, _ signatures: [PartySignature], document digest: String, by actor: Actor
  ) async throws -> Agreement {
    try await change(id) { agreement, instant, transaction in
      guard let source = agreement.signing?.document.source else {
        throw AgreementRefusal.noSignatureAsked
      }
      try refuseBesideEnvelope(agreement, in: transaction.reader)
      return try agreement.signing(
        signatures, document: digest, readText(source, in: transaction.reader), by: actor,
        at: instant)
    }
  }

  /// Records that both signed the proposed text as its signature page names them: on the day that
  /// it gives, or today.
  @discardableResult
  package func recordBothSignatures(_ id: ID<Agreement>, by actor: Actor) async throws -> Agreement
  {
    try await change(id) { agreement, instant, transaction in
      var agreement = agreement
      try refuseBesideEnvelope(agreement, in: transaction.reader)
      if agreement.signing == nil {
        let asked = try asking(agreement, by: actor, at: instant, in: transaction)
        try transaction.save(asked)
        agreement = asked.state
      }
      guard let signing = agreement.signing else { throw AgreementRefusal.noSignatureAsked }
      let text = try readText(signing.document.source, in: transaction.reader)
      let page = text.contract.signature
      let today = text.contract.zone.day(at: instant)
      let signatures = signing.missing.map { side in
        let who = text.contract.party(side).representative
        return PartySignature(
          side: side, name: who.name, capacity: who.capacity, level: page.level,
          day: min(page.day ?? today, today), place: page.place)
      }
      return try agreement.signing(
        signatures, document: signing.document.digest, text, by: actor, at: instant)
    }
  }

  /// Takes back the text that waits for signatures.
  @discardableResult
  package func dropSignatures(
    _ id: ID<Agreement>, refusedBy side: PartySide?, reason: String, by actor: Actor
  ) async throws -> Agreement {
    try await change(id) { agreement, instant, transaction in
      if let open = try transaction.reader.openEnvelope(of: agreement) {
        let change = try open.withdrawn(because: reason, by: actor, at: instant)
        try transaction.saveAlso(change)
        try transaction.forgetSigningCodes(of: open.id)
      }
      return try agreement.droppingSignatures(
        refusedBy: side, reason: reason, by: actor, at: instant)
    }
  }

  /// Ends the agreement after a day.
  @discardableResult
  package func end(
    _ id: ID<Agreement>, _ end: AgreementEnd, by actor: Actor
  ) async throws -> Agreement {
    try await change(id) { agreement, instant, _ in
      try agreement.ending(end, by: actor, at: instant)
    }
  }

  /// The agreement with its versions and the text that waits, if any.
  package func versions(of id: ID<Agreement>) async throws -> AgreementVersions {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let proposed = try proposedReading(of: agreement, in: reader)
      // A first text that was taken back leaves an agreement without any.
      let zone =
        try proposed?.contract.zone
        ?? (agreement.versions.isEmpty
          ? .paris : terms(of: agreement, at: instant, in: reader).contract.zone)
      return AgreementVersions(
        agreement: agreement, today: zone.day(at: instant), proposed: proposed,
        envelopes: try reader.envelopes(of: id))
    }
  }

  private func change(
    _ id: ID<Agreement>,
    _ verb: @escaping @Sendable (Agreement, Instant, Transaction) throws -> Change<Agreement>
  ) async throws -> Agreement {
    let instant = now()
    return try await database.write { transaction in
      let change = try verb(try transaction.reader.existing(id), instant, transaction)
      try transaction.save(change)
      return change.state
    }
  }

  /// Who has a link signs by it: two ways at once would record two signatures of one person.
  private func refuseBesideEnvelope(_ agreement: Agreement, in reader: Reader) throws {
    guard try reader.openEnvelope(of: agreement) == nil else {
      throw AgreementRefusal.waitsForSignatures
    }
  }

  private func asking(
    _ agreement: Agreement, by actor: Actor, at instant: Instant, in transaction: Transaction
  ) throws -> Change<Agreement> {
    guard let source = agreement.proposedText else { throw AgreementRefusal.nothingProposed }
    let text = try readText(source, in: transaction.reader)
    let legal = LegalText(
      of: text.contract, registerKey: try transaction.reader.publicKey())
    let printed = try transaction.keep(contractText: Array(legal.plain.utf8))
    let manifest = SignedDocument.manifest(source: source, text: printed)
    let digest = try transaction.keep(contractText: Array(manifest.utf8))
    return try agreement.askingSignatures(
      of: SignedDocument(source: source, text: printed, digest: digest), text, by: actor,
      at: instant)
  }

  func readText(_ sha256: String, in reader: Reader) throws -> ReadText {
    guard let source = try reader.contractText(sha256: sha256) else { throw Missing.version }
    let reading = reading(of: source, named: sha256)
    return ReadText(contract: reading.contract, sha256: sha256, errorCount: reading.errorCount)
  }
}
