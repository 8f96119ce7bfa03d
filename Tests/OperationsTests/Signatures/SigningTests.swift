import Documents
import Foundation
import Maintenance
import Operations
import Store
import Synchronization
import TestSupport
import Testing

@Suite(.serialized)
struct SigningTests {
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let here = Origin(address: "192.0.2.7", agent: "Essai/1.0")
  private let words = "J’ai lu et je consens."

  /// A contract's text that waits for signatures, put before both parties.
  private func withSigning(
    _ engine: Engine,
    _ body: (Operations, LocalRelay, Press, Envelope, _ folder: URL) async throws -> Void
  ) async throws {
    try await engine.withRegister { database, folder in
      let relay = LocalRelay()
      let operations = Operations(
        database: database, now: { [now] in now }, chance: relay.chance, mailbox: relay.mailbox)
      guard case .kept(let id, _) = try await operations.receive(text: Project.example(), by: agent)
      else { throw Missing.agreement }
      let asked = try await operations.askSignatures(id, by: agent)
      let text = try await operations.text(of: id, version: 1)
      let press = await Press(project: Project.root.path)
      let printed = try await press.contractPDF(
        ContractDocument(
          contract: text.text.terms.contract, text: text.legal, version: 1,
          source: text.text.source))
      let envelope = try await operations.requestSigning(
        of: DocumentToSign(
          .contract, titled: "Contrat", pdf: printed.bytes, text: text.legal.plain,
          manifest: asked.signing?.document.digest),
        under: id,
        by: [
          Envelope.Signatory(
            side: .provider, name: "Ana Ferrand", capacity: "présidente",
            email: "ana@vigie.example"),
          Envelope.Signatory(
            side: .client, name: "Jeanne Morel", capacity: "gérante",
            email: "jeanne@client.example"),
        ], days: 14, asked: agent)
      try await body(operations, relay, press, envelope, folder)
    }
  }

  /// The secret of the last link that went to an address.
  private func link(_ relay: LocalRelay, to address: String) throws -> String {
    let mail = try #require(
      relay.mail.last { $0.mail.recipient == address && $0.mail.kind == .signatureInvitation })
    let tail = try #require(mail.mail.text.split(separator: "/signature/").last)
    return String(tail.prefix(64))
  }

  private func code(_ relay: LocalRelay) throws -> String {
    let mail = try #require(relay.mail.last { $0.mail.kind == .signatureCode })
    let tail = try #require(mail.mail.text.split(separator: "Votre code\u{A0}: ").last)
    return String(tail.prefix(6))
  }

  private func signed(
    _ operations: Operations, _ relay: LocalRelay, _ address: String
  ) async throws -> Envelope {
    _ = await operations.deliverMail()
    let token = try link(relay, to: address)
    _ = try #require(try await operations.openSigning(token, from: here))
    try await operations.sendSigningCode(token, from: here)
    _ = await operations.deliverMail()
    return try await operations.sign(token, code: code(relay), words: words, from: here)
  }

  @Test(arguments: Engine.available)
  func `both sign one after the other, the text binds, and each has the sealed file`(
    _ engine: Engine
  ) async throws {
    try await withSigning(engine) { operations, relay, press, envelope, folder in
      _ = await operations.deliverMail()
      #expect(relay.mail.map(\.mail.recipient) == ["ana@vigie.example"])
      #expect(try await signed(operations, relay, "ana@vigie.example").stage == .waiting)
      var versions = try await operations.versions(of: envelope.agreement)
      #expect(versions.agreement.versions.isEmpty)
      #expect(versions.agreement.signing?.signatures.map(\.name) == ["Ana Ferrand"])
      #expect(try await signed(operations, relay, "jeanne@client.example").stage == .signed)
      versions = try await operations.versions(of: envelope.agreement)
      #expect(versions.agreement.versions.count == 1)
      #expect(versions.agreement.versions.first?.signing?.signatures.count == 2)

      let made = Mutex(0)
      let sealer = Sealer(press: press, name: "Vigie Informatique") {
        made.withLock { $0 += 1 }
        return try await press.sealKey(named: "Vigie Informatique", at: 1_795_000_000)
      }
      try await operations.sealSigned(by: sealer)
      try await operations.sealSigned(by: sealer)
      #expect(made.withLock { $0 } == 1)
      let seal = try #require(try await operations.envelope(envelope.id).envelope.seal)
      #expect(seal.level == "B-B")
      let shown = try #require(try await operations.file(of: envelope.id, .document))
      let sealed = try #require(try await operations.file(of: envelope.id, .sealed))
      #expect(sealed.starts(with: shown))
      let found = try await press.signatures(in: sealed)
      #expect(found.map(\.isSound) == [true] && found.map(\.certificate) == [seal.certificate])
      var altered = sealed
      altered[shown.count / 2] ^= 1
      #expect(try await press.signatures(in: altered).map(\.isSound) == [false])
      let evidence = try #require(try await operations.file(of: envelope.id, .evidence))
      #expect(try await press.signatures(in: evidence).map(\.isSound) == [true])

      _ = await operations.deliverMail()
      let copies = relay.mail.filter { $0.mail.kind == .signatureCopy }
      #expect(
        Set(copies.map(\.mail.recipient)) == ["ana@vigie.example", "jeanne@client.example"])
      #expect(copies.allSatisfy { $0.files == [sealed, evidence] })
      let kinds = try await operations.envelope(envelope.id).facts.map(\.kind)
      #expect(
        kinds == [
          "signature.requested", "signature.invited", "signature.opened", "signature.code_sent",
          "signature.code_given", "signature.consented", "signature.invited", "signature.opened",
          "signature.code_sent", "signature.code_given", "signature.consented", "signature.sealed",
        ])
      try await expectEvidence(
        of: operations, envelope, holds: [shown, sealed, evidence], in: folder)
      let consent = try await operations.envelope(envelope.id).facts[5]
      #expect(consent.body["words"]?.text == words)
      #expect(consent.body["address"]?.text == "192.0.2.7")
      #expect(consent.body["pdf_sha256"]?.text == envelope.document.pdf)
      try await #expect(operations.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a code is good for three tries and ten minutes, and for its own link`(
    _ engine: Engine
  ) async throws {
    try await withSigning(engine) { operations, relay, _, envelope, _ in
      _ = await operations.deliverMail()
      let token = try link(relay, to: "ana@vigie.example")
      await #expect(throws: EnvelopeRefusal.codeSpent) {
        try await operations.sign(token, code: "123456", words: words, from: here)
      }
      try await operations.sendSigningCode(token, from: here)
      _ = await operations.deliverMail()
      let right = try code(relay)
      let wrong = right == "000000" ? "000001" : "000000"
      await #expect(throws: EnvelopeRefusal.noConsent) {
        try await operations.sign(token, code: right, words: "", from: here)
      }
      for refusal in [EnvelopeRefusal.wrongCode, .wrongCode, .codeSpent, .codeSpent] {
        await #expect(throws: refusal) {
          try await operations.sign(token, code: wrong, words: words, from: here)
        }
      }
      await #expect(throws: EnvelopeRefusal.codeSpent) {
        try await operations.sign(token, code: right, words: words, from: here)
      }
      try await operations.sendSigningCode(token, from: here)
      _ = await operations.deliverMail()
      let second = try code(relay)
      await #expect(throws: EnvelopeRefusal.codeSpent) {
        try await operations.at(now + 601).sign(token, code: second, words: words, from: here)
      }
      await #expect(throws: Missing.envelope) {
        try await operations.sign(
          String(repeating: "0", count: 64), code: second, words: words, from: here)
      }
      let facts = try await operations.envelope(envelope.id).facts
      #expect(facts.count { $0.kind == "signature.code_refused" } == 3)
      // Neither the code nor the link can be read from the database.
      let kept = try await operations.database.read { try $0.mail(.sent, before: nil, limit: 9) }
      #expect(kept.allSatisfy { $0.text.isEmpty })
      _ = try await operations.sign(token, code: second, words: words, from: here)
      await #expect(throws: EnvelopeRefusal.notYourTurn) {
        try await operations.sendSigningCode(token, from: here)
      }
    }
  }

  @Test(arguments: ["refused", "withdrawn", "expired", "dropped"])
  func `what ends without a signature leaves nothing to sign, and says why`(
    _ end: String
  ) async throws {
    try await withSigning(.sqlite) { operations, relay, _, envelope, _ in
      _ = await operations.deliverMail()
      let token = try link(relay, to: "ana@vigie.example")
      await #expect(throws: AgreementRefusal.waitsForSignatures) {
        try await operations.recordBothSignatures(envelope.agreement, by: agent)
      }
      switch end {
      case "refused":
        await #expect(throws: EnvelopeRefusal.reasonMissing) {
          try await operations.refuseSigning(token, because: " ", from: here)
        }
        try await operations.refuseSigning(token, because: "Prix faux", from: here)
      case "withdrawn":
        _ = try await operations.withdrawSigning(envelope.id, because: "Erreur", by: agent)
      case "dropped":
        _ = try await operations.dropSignatures(
          envelope.agreement, refusedBy: nil, reason: "Erreur", by: agent)
      default:
        #expect(await operations.at(now + (14 * 86_400 - 1)).runSchedule() == [])
        #expect(try await operations.envelope(envelope.id).envelope.stage == .waiting)
        #expect(await operations.at(now + (14 * 86_400 + 1)).runSchedule() == [])
      }
      let closed = try await operations.envelope(envelope.id).envelope
      #expect(closed.stage == (end == "dropped" ? .withdrawn : Envelope.Stage(rawValue: end)))
      let agreement = try await operations.versions(of: envelope.agreement).agreement
      #expect(agreement.signing == nil && agreement.proposedText == nil)
      await #expect(throws: EnvelopeRefusal.over) {
        try await operations.sendSigningCode(token, from: here)
      }
      try await #expect(operations.verify().differences == [])
    }
  }

  @Test func `a file signed elsewhere is judged and kept, and the parties' signatures recorded`()
    async throws
  {
    try await withSigning(.sqlite) { operations, relay, press, envelope, _ in
      _ = try await operations.withdrawSigning(envelope.id, because: "Ailleurs", by: agent)
      let id = envelope.agreement
      _ = try await operations.receive(text: Project.example(), by: agent)
      let shown = try #require(try await operations.file(of: envelope.id, .document))
      let key = try await press.sealKey(named: "Autre service", at: 1_795_000_000)
      let signed = try await press.sealed(shown, with: key, by: "Autre", reason: "Signature").pdf
      await #expect(throws: AgreementRefusal.noSignatureAsked) {
        try await operations.bringIn(signed, for: id, by: agent, press: press, trusting: nil)
      }
      _ = try await operations.askSignatures(id, by: agent)
      for unsigned in [shown, Array("%PDF-1.7 rien".utf8)] {
        await #expect(throws: EnvelopeRefusal.unsigned) {
          try await operations.bringIn(unsigned, for: id, by: agent, press: press, trusting: nil)
        }
      }
      let roots = String(key[try #require(key.range(of: "-----BEGIN CERTIFICATE")).lowerBound...])
      let known = try await operations.bringIn(
        signed, for: id, by: agent, press: press, trusting: roots)
      #expect(known.stage == .brought)
      #expect(known.brought.map(\.isSound) == [true] && known.brought.map(\.isTrusted) == [true])
      #expect(known.brought.first?.signer.contains("Autre service") == true)
      var altered = signed
      altered[shown.count / 2] ^= 1
      let broken = try await operations.bringIn(
        altered, for: id, by: agent, press: press, trusting: nil)
      #expect(broken.brought.map(\.isSound) == [false])
      let agreement = try await operations.recordBothSignatures(id, by: agent)
      #expect(agreement.versions.count == 1)
      try await #expect(operations.verify().differences == [])
    }
  }

  @Test func `a slip for the work done is signed by the client alone, on the screen at hand`()
    async throws
  {
    try await withSigning(.sqlite) { operations, relay, press, envelope, _ in
      _ = try await signed(operations, relay, "ana@vigie.example")
      _ = try await signed(operations, relay, "jeanne@client.example")
      let id = envelope.agreement
      let contract = try await operations.text(of: id, version: 1).text.terms.contract
      let later = operations.at(now + 40 * 86_400)
      let ticket = try await later.openTicket(
        TicketRequest(
          channel: .telephone, site: contract.scope.sites[0].id, group: contract.scope.groups[0].id,
          nature: .incident, impact: contract.serviceLevels.matrix.impacts[1],
          urgency: contract.serviceLevels.matrix.urgencies[0], title: "Imprimante | muette",
          text: "Rien ne sort.", requester: "Jeanne Morel"), under: id, by: agent)
      _ = try await later.act(
        on: ticket.id, by: agent, .work(minutes: 45, place: .onSite, note: "Câble changé."))
      let slip = try await later.requestSlip(
        of: ticket.id,
        by: Envelope.Signatory(
          side: .client, name: "Jeanne Morel", capacity: "gérante", email: "jeanne@client.example"),
        asked: agent, press: press)
      let token = try await later.linkOnSite(slip.id, by: agent).text
      let visit = try #require(try await later.openSigning(token, from: here))
      #expect(visit.text.contains("| 45 min") || visit.text.contains("45 min"))
      #expect(visit.text.contains("Câble changé."))
      try await later.sendSigningCode(token, from: here)
      _ = await later.deliverMail()
      let done = try await later.sign(token, code: code(relay), words: words, from: here)
      #expect(done.stage == .signed && done.ticket == ticket.id)
      try await #expect(later.verify().differences == [])
    }
  }
}
