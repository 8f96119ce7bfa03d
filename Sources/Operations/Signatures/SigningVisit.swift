import Crypto
package import Maintenance
import Store

/// What a signatory's page shows.
package struct SigningVisit: Sendable {
  package var envelope: Envelope
  /// Whose link it is, from 0.
  package var index: Int
  package var reference: String
  /// Who asks for the signature.
  package var provider: String
  package var text: String
  /// Until when the code that was sent may be given; nothing when none may.
  package var codeUntil: Instant?
  package var at: Instant

  package var person: Envelope.Signatory { envelope.signatories[index] }
  package var isTurn: Bool {
    envelope.stage == .waiting && envelope.next == index && at <= envelope.expires
  }
}

extension Operations {
  /// What a link leads to, and that it was opened; nothing for a link that we never gave.
  package func openSigning(_ token: String, from origin: Origin) async throws -> SigningVisit? {
    let instant = now()
    return try await database.write { transaction -> SigningVisit? in
      guard let (id, index) = try transaction.reader.signingLink(AccessToken.digest(of: token))
      else { return nil }
      var envelope = try transaction.reader.existing(id)
      if let change = try envelope.opened(index, from: origin, at: instant) {
        try transaction.save(change)
        envelope = change.state
      }
      return try visit(envelope, index, in: transaction.reader, at: instant)
    }
  }

  /// The same, and nobody is told.
  package func signingVisit(_ token: String) async throws -> SigningVisit? {
    let instant = now()
    return try await database.read { reader -> SigningVisit? in
      guard let (id, index) = try reader.signingLink(AccessToken.digest(of: token)) else {
        return nil
      }
      return try visit(try reader.existing(id), index, in: reader, at: instant)
    }
  }

  private func visit(
    _ envelope: Envelope, _ index: Int, in reader: Reader, at instant: Instant
  ) throws -> SigningVisit {
    let agreement = try reader.existing(envelope.agreement)
    guard let text = try reader.contractText(sha256: envelope.document.text) else {
      throw Missing.version
    }
    let code = try reader.signingCode(of: envelope.id, index)
    let end = code.map { $0.sentAt + Envelope.codeSeconds }
    let isLive = code.map { $0.tries < Envelope.codeTries } ?? false
    return SigningVisit(
      envelope: envelope, index: index, reference: agreement.reference,
      provider: mailbox?.name ?? "", text: String(decoding: text, as: UTF8.self),
      codeUntil: end.flatMap { isLive && $0 > instant ? $0 : nil }, at: instant)
  }

  /// A file of an envelope, for whoever holds one of its links.
  package func signingFile(
    _ token: String, _ part: EnvelopePart
  ) async throws -> [UInt8]? {
    try await database.read { reader in
      guard let (id, _) = try reader.signingLink(AccessToken.digest(of: token)) else { return nil }
      return try reader.existing(id).digest(of: part).flatMap {
        try reader.contractText(sha256: $0)
      }
    }
  }

  /// Sends six digits to the signatory's own address.
  package func sendSigningCode(_ token: String, from origin: Origin) async throws {
    let instant = now()
    var digits = SystemRandomNumberGenerator()
    let number = String(Int.random(in: 0..<1_000_000, using: &digits) + 1_000_000).dropFirst()
    let code = String(number)
    try await database.write { transaction in
      let (envelope, index) = try signatory(of: token, in: transaction)
      let person = envelope.signatories[index]
      let mail = try send(
        MailPurpose(.signatureCode, agreement: envelope.agreement, isEvidence: true),
        to: Correspondent(address: person.email, name: person.name), in: transaction, at: instant
      ) {
        Letter.code(code, for: envelope, person, $0, $1)
      }
      guard let mail else { throw EnvelopeRefusal.noMail }
      try transaction.save(
        envelope.codeSent(index, by: mail.text, from: origin, at: instant))
      let hash = try self.hash(code, envelope.id, index, in: transaction)
      try transaction.setSigningCode(hash, of: envelope.id, index, at: instant)
    }
  }

  /// Signs: the code is right, and consent given in those words. A wrong code is told and counted.
  package func sign(
    _ token: String, code: String, words: String, from origin: Origin
  ) async throws -> Envelope {
    guard !words.isEmpty else { throw EnvelopeRefusal.noConsent }
    let instant = now()
    let outcome = try await database.write { transaction -> Result<Envelope, EnvelopeRefusal> in
      let (envelope, index) = try signatory(of: token, in: transaction)
      guard let known = try transaction.reader.signingCode(of: envelope.id, index),
        known.tries < Envelope.codeTries, instant - known.sentAt < Envelope.codeSeconds
      else { return .failure(.codeSpent) }
      try transaction.countSigningTry(of: envelope.id, index)
      let given = try hash(code.filter { $0.isNumber }, envelope.id, index, in: transaction)
      guard zip(given, known.hash).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0 else {
        try transaction.save(envelope.codeRefused(index, from: origin, at: instant))
        return .failure(known.tries + 1 < Envelope.codeTries ? .wrongCode : .codeSpent)
      }
      let change = try envelope.consented(index, inWords: words, from: origin, at: instant)
      try transaction.save(change)
      try transaction.forgetSigningCodes(of: envelope.id)
      try record(change.state, index, in: transaction, at: instant)
      return .success(try invite(change.state, by: .system, in: transaction, at: instant))
    }
    return try outcome.get()
  }

  /// The contract's own record: with the last signature, its text binds.
  private func record(
    _ envelope: Envelope, _ index: Int, in transaction: Transaction, at instant: Instant
  ) throws {
    guard let manifest = envelope.document.manifest else { return }
    let agreement = try transaction.reader.existing(envelope.agreement)
    guard let source = agreement.signing?.document.source else {
      throw AgreementRefusal.noSignatureAsked
    }
    let person = envelope.signatories[index]
    let text = try readText(source, in: transaction.reader)
    let signature = PartySignature(
      side: person.side, name: person.name, capacity: person.capacity, level: .simple,
      day: text.contract.zone.day(at: instant))
    let actor = Actor(side: person.side == .client ? .client : .provider, name: person.name)
    try transaction.saveAlso(
      agreement.signing([signature], document: manifest, text, by: actor, at: instant))
  }

  /// A signatory says no; the contract's text is taken back with it.
  package func refuseSigning(
    _ token: String, because reason: String, from origin: Origin
  ) async throws {
    let instant = now()
    try await database.write { transaction in
      let (envelope, index) = try signatory(of: token, in: transaction)
      let change = try envelope.refused(index, because: reason, from: origin, at: instant)
      try transaction.save(change)
      try transaction.forgetSigningCodes(of: envelope.id)
      let person = envelope.signatories[index]
      try drop(
        change.state, refusedBy: person.side, reason,
        by: Actor(side: person.side == .client ? .client : .provider, name: person.name),
        in: transaction, at: instant)
    }
  }

  private func signatory(
    of token: String, in transaction: Transaction
  ) throws -> (Envelope, Int) {
    guard let (id, index) = try transaction.reader.signingLink(AccessToken.digest(of: token))
    else { throw Missing.envelope }
    let agreement = try transaction.reader.existing(id).agreement
    // Two tries at once must not both be the last one.
    try transaction.lock(agreement)
    return (try transaction.reader.existing(id), index)
  }

  /// Keyed, so that whoever reads the database without its secret cannot try a million codes.
  private func hash(
    _ code: String, _ envelope: ID<Envelope>, _ index: Int, in transaction: Transaction
  ) throws -> [UInt8] {
    let secret = try transaction.mailSecret(
      orElse: (0..<32).map { _ in UInt8(truncatingIfNeeded: chance()) })
    return Array(
      HMAC<SHA256>.authenticationCode(
        for: Array("code \(envelope.text) \(index) \(code)".utf8),
        using: SymmetricKey(data: secret)))
  }
}

/// A file of an envelope.
package enum EnvelopePart: String, CaseIterable, Sendable {
  /// As it was shown.
  case document = "document.pdf"
  case sealed = "document-scelle.pdf"
  case evidence = "dossier-de-signature.pdf"
}

extension Envelope {
  func digest(of part: EnvelopePart) -> String? {
    switch part {
    case .document: document.pdf
    case .sealed: seal?.pdf
    case .evidence: seal?.evidence
    }
  }
}
