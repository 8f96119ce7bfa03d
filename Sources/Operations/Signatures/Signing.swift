import Crypto
package import Maintenance
import Store

/// A document to be signed, with its bytes.
package struct DocumentToSign: Sendable {
  package var purpose: Envelope.Purpose
  package var title: String
  package var pdf: [UInt8]
  /// Its words, as they are shown to be read.
  package var text: String
  /// For a contract's text that waits for signatures: what its digest stands for.
  package var manifest: String?
  package var ticket: ID<Ticket>?
  /// For the report of what was decided on a delivery: as it stood when it was printed.
  package var delivery: Delivery?

  package init(
    _ purpose: Envelope.Purpose, titled title: String, pdf: [UInt8], text: String,
    manifest: String? = nil, about ticket: ID<Ticket>? = nil,
    accepting delivery: Delivery? = nil
  ) {
    self.purpose = purpose
    self.title = title
    self.pdf = pdf
    self.text = text
    self.manifest = manifest
    self.ticket = ticket
    self.delivery = delivery
  }
}

extension Operations {
  /// Puts a document before those who sign it, and writes to the first of them.
  package func requestSigning(
    of document: DocumentToSign, under id: ID<Agreement>, by signatories: [Envelope.Signatory],
    days: Int, asked actor: Actor
  ) async throws -> Envelope {
    guard mailbox != nil else { throw EnvelopeRefusal.noMail }
    guard (1...Envelope.longestDays).contains(days) else {
      throw EnvelopeRefusal.expiresOutOfBounds
    }
    let instant = now()
    let envelopeID: ID<Envelope> = newID(at: instant)
    return try await database.write { transaction in
      try transaction.lock(id)
      let agreement = try transaction.reader.existing(id)
      if let manifest = document.manifest {
        guard let signing = agreement.signing else { throw AgreementRefusal.noSignatureAsked }
        // What is printed and shown is what was frozen, or nothing is asked.
        guard signing.document.digest == manifest,
          SHA256.hash(data: Array(document.text.utf8)).hex == signing.document.text
        else { throw AgreementRefusal.otherDocument }
        guard try transaction.reader.openEnvelope(of: agreement) == nil else {
          throw EnvelopeRefusal.waitsAlready
        }
      }
      if let delivery = document.delivery {
        let present = try transaction.reader.existing(delivery.id, under: id)
        guard present.version == delivery.version else { throw DeliveryRefusal.changedMeanwhile }
        guard try transaction.reader.openEnvelope(of: present) == nil else {
          throw EnvelopeRefusal.waitsAlready
        }
      }
      let kept = Envelope.Document(
        pdf: try transaction.keep(contractText: document.pdf),
        text: try transaction.keep(contractText: Array(document.text.utf8)),
        manifest: document.manifest)
      let change = try Envelope.requested(
        document.purpose, titled: document.title, kept, by: signatories, about: document.ticket,
        accepting: document.delivery?.id, until: instant + days * 86_400, id: envelopeID, under: id,
        by: actor, at: instant)
      try transaction.save(change)
      return try invite(change.state, by: actor, in: transaction, at: instant)
    }
  }

  /// Writes to whose turn it is, by a link that nobody else has.
  func invite(
    _ envelope: Envelope, by actor: Actor, in transaction: Transaction, at instant: Instant
  ) throws -> Envelope {
    guard let index = envelope.next else { return envelope }
    let person = envelope.signatories[index]
    let token = AccessToken()
    try transaction.addSigningLink(
      AccessToken.digest(of: token.text), to: envelope.id, for: index)
    let mail = try send(
      MailPurpose(
        .signatureInvitation, agreement: envelope.agreement, ticket: nil, isEvidence: true),
      to: Correspondent(address: person.email, name: person.name), in: transaction, at: instant
    ) {
      Letter.invitation(to: envelope, for: person, token.text, $0, $1)
    }
    let change = try envelope.invited(
      index, by: mail?.text ?? "", actor: actor, at: instant)
    try transaction.saveAlso(change)
    return change.state
  }

  /// Another link to whose turn it is, which the caller shows here: for somebody who signs on site,
  /// on the screen that is at hand. The codes go to their own address all the same.
  package func linkOnSite(_ id: ID<Envelope>, by actor: Actor) async throws -> AccessToken {
    let instant = now()
    return try await database.write { transaction in
      let envelope = try transaction.reader.existing(id)
      guard let index = envelope.next else { throw EnvelopeRefusal.over }
      let token = AccessToken()
      try transaction.addSigningLink(AccessToken.digest(of: token.text), to: id, for: index)
      try transaction.save(
        envelope.invited(index, by: "sur place", actor: actor, at: instant))
      return token
    }
  }

  /// Takes a document back from those who have still to sign it.
  package func withdrawSigning(
    _ id: ID<Envelope>, because reason: String, by actor: Actor
  ) async throws -> Envelope {
    let instant = now()
    return try await database.write { transaction in
      let envelope = try transaction.reader.existing(id)
      try transaction.lock(envelope.agreement)
      let change = try envelope.withdrawn(because: reason, by: actor, at: instant)
      try transaction.save(change)
      try transaction.forgetSigningCodes(of: id)
      try drop(change.state, refusedBy: nil, reason, by: actor, in: transaction, at: instant)
      return change.state
    }
  }

  /// Ends what nobody signed in time.
  func expireSignings() async throws {
    let instant = now()
    for id in try await database.read({ try $0.overdueEnvelopes(at: instant) }) {
      try await database.write { transaction in
        let envelope = try transaction.reader.existing(id)
        try transaction.lock(envelope.agreement)
        guard envelope.stage == .waiting else { return }
        let change = try envelope.expired(at: instant)
        try transaction.save(change)
        try transaction.forgetSigningCodes(of: id)
        try drop(
          change.state, refusedBy: nil, "délai de signature expiré", by: .system, in: transaction,
          at: instant)
      }
    }
  }

  /// The contract's text falls with the envelope that carried it, if it still waits.
  func drop(
    _ envelope: Envelope, refusedBy side: PartySide?, _ reason: String, by actor: Actor,
    in transaction: Transaction, at instant: Instant
  ) throws {
    let agreement = try transaction.reader.existing(envelope.agreement)
    guard let manifest = envelope.document.manifest,
      agreement.signing?.document.digest == manifest
    else { return }
    try transaction.saveAlso(
      agreement.droppingSignatures(refusedBy: side, reason: reason, by: actor, at: instant))
  }
}

extension Reader {
  /// The envelope, or `Missing.envelope`.
  func existing(_ id: ID<Envelope>) throws -> Envelope {
    guard let envelope = try envelope(id) else { throw Missing.envelope }
    return envelope
  }

  /// The one that carries a delivery's report and still waits for signatures.
  func openEnvelope(of delivery: Delivery) throws -> Envelope? {
    try envelopes(accepting: delivery).first { $0.stage == .waiting }
  }

  /// The one that carries the text that waits for signatures.
  func openEnvelope(of agreement: Agreement) throws -> Envelope? {
    guard let digest = agreement.signing?.document.digest else { return nil }
    return try envelopes(of: agreement.id).first {
      $0.stage == .waiting && $0.document.manifest == digest
    }
  }
}

extension SHA256.Digest {
  fileprivate var hex: String {
    map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
  }
}
