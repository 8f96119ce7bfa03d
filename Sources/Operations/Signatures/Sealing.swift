package import Documents
package import Maintenance
import Store

/// Who seals what all have signed.
package struct Sealer: Sendable {
  let press: Press
  let name: String
  /// Certificates of the time-stamp authority, in PEM: with them a seal proves itself for long.
  let roots: String?
  /// The seal's key and certificate in PEM, made the first time.
  let key: @Sendable () async throws -> String

  package init(
    press: Press, name: String, roots: String? = nil,
    key: @escaping @Sendable () async throws -> String
  ) {
    self.press = press
    self.name = name
    self.roots = roots
    self.key = key
  }
}

/// An envelope with the journal of its facts.
package struct EnvelopeReading: Sendable {
  package var envelope: Envelope
  package var reference: String
  package var facts: [Fact]
  package var zone: Zone
}

extension Operations {
  package func envelope(_ id: ID<Envelope>) async throws -> EnvelopeReading {
    try await database.read { reader in
      let envelope = try reader.existing(id)
      let agreement = try reader.existing(envelope.agreement)
      return EnvelopeReading(
        envelope: envelope, reference: agreement.reference,
        facts: try reader.facts(of: .signature, id.number), zone: .paris)
    }
  }

  package func envelopes(of agreement: ID<Agreement>) async throws -> [Envelope] {
    try await database.read { try $0.envelopes(of: agreement) }
  }

  package func file(of id: ID<Envelope>, _ part: EnvelopePart) async throws -> [UInt8]? {
    try await database.read { reader in
      try reader.existing(id).digest(of: part).flatMap { try reader.contractText(sha256: $0) }
    }
  }

  /// Seals what all have signed, and sends it to each of them; called after each signature and now
  /// and then, since a press or an authority may be down.
  package func sealSigned(by sealer: Sealer) async throws {
    for id in try await database.read({ try $0.unsealedEnvelopes() }) {
      try await seal(id, by: sealer)
    }
  }

  private func seal(_ id: ID<Envelope>, by sealer: Sealer) async throws {
    let reading = try await envelope(id)
    guard let pdf = try await file(of: id, .document), reading.envelope.seal == nil else { return }
    let key = try await sealer.key()
    let stamping = authority.map { authority in
      { @Sendable (query: [UInt8]) in try await authority.ask(query) }
    }
    let sealed = try await sealer.press.sealed(
      pdf, with: key, by: sealer.name, reason: "Integrite du document signe", roots: sealer.roots,
      stamping: stamping)
    let account = SignatureAccount(reading, sealed: sealed, at: now())
    let evidence = try await sealer.press.sealed(
      try await sealer.press.evidencePDF(account.document).bytes, with: key, by: sealer.name,
      reason: "Integrite du dossier de signature", roots: sealer.roots, stamping: stamping)
    let instant = now()
    try await database.write { transaction in
      let envelope = try transaction.reader.existing(id)
      try transaction.lock(envelope.agreement)
      guard try transaction.reader.existing(id).seal == nil else { return }
      let seal = Envelope.Seal(
        pdf: try transaction.keep(contractText: sealed.pdf),
        evidence: try transaction.keep(contractText: evidence.pdf), level: sealed.level,
        certificate: sealed.certificate)
      let change = try envelope.sealed(seal, at: instant)
      try transaction.save(change)
      for person in envelope.signatories {
        try send(
          MailPurpose(
            .signatureCopy, agreement: envelope.agreement, isEvidence: true,
            files: [
              OutgoingMail.File(sha256: seal.pdf, name: EnvelopePart.sealed.rawValue),
              OutgoingMail.File(sha256: seal.evidence, name: EnvelopePart.evidence.rawValue),
            ]), to: Correspondent(address: person.email, name: person.name), in: transaction,
          at: instant
        ) {
          Letter.copy(of: change.state, for: person, $0, $1)
        }
      }
    }
  }
}
