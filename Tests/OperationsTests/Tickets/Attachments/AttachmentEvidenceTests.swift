import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// A file of a ticket is evidence as its facts are.
@Suite(.serialized)
struct AttachmentEvidenceTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let bytes = Array("Erreur 0x80070035\n".utf8)

  private func withFile(
    _ engine: Engine,
    _ body: (Operations, Agreement, Ticket, _ key: String, _ folder: URL) async throws -> Void
  ) async throws {
    try await engine.withRegister { database, folder in
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let opened = try await operations.exampleTicket(under: agreement.id, by: agent)
      let ticket = try await operations.at(now + 60).attach(
        bytes, named: "Journal Mirabelle.log", to: opened.id, by: agent)
      let key = try #require(try await database.read { try $0.publicKey() })
      try await body(operations, agreement, ticket, key, folder)
    }
  }

  @Test(arguments: Engine.available)
  func `it is replayed, and proven in the evidence file`(
    _ engine: Engine
  ) async throws {
    try await withFile(engine) { operations, agreement, ticket, key, folder in
      #expect(ticket.attachments.map(\.name) == ["Journal Mirabelle.log"])
      let (attachment, kept) = try await operations.attachment(1, of: ticket.id)
      #expect(kept == bytes && attachment.type == .text && attachment.size == bytes.count)
      try await #expect(operations.verify().isSound)
      let file = try #require(try await operations.evidenceFile(of: agreement.id))
      #expect(file.count > 0 && file.firstRange(of: bytes) != nil)
      try #expect(verdict(on: file, key, in: folder).hasPrefix("0 VÉRIFIÉ, dossier complet"))
      var altered = file
      altered[try #require(altered.firstRange(of: bytes)).lowerBound] ^= 1
      try #expect(!verdict(on: altered, key, in: folder).hasPrefix("0"))
    }
  }

  @Test(arguments: Engine.available)
  func `a file erased is gone and still proven`(
    _ engine: Engine
  ) async throws {
    try await withFile(engine) { operations, agreement, ticket, key, folder in
      _ = try await operations.at(now + 120).act(
        on: ticket.id, by: agent, .resolve(.software, note: "Relancé"))
      let report = try await operations.at(now + 180).erase(
        words: ["Mirabelle"], of: agreement.id, ground: "Demande", by: agent)
      #expect(report.erased.map(\.name) == ["body", "file"])
      await #expect(throws: Missing.ticket) {
        try await operations.attachment(1, of: ticket.id)
      }
      let left = try await operations.ticket(ticket.id).ticket.attachments
      #expect(left.map(\.isErased) == [true] && left[0].name == "[effacé]")
      let verification = try await operations.verify()
      #expect(verification.isSound, "\(verification.differences)")
      let file = try #require(try await operations.evidenceFile(of: agreement.id))
      #expect(file.firstRange(of: bytes) == nil)
      try #expect(verdict(on: file, key, in: folder).hasPrefix("0 VÉRIFIÉ"))
    }
  }

  @Test func `what is empty, too large, a program or one too many is refused`() async throws {
    try await withFile(.sqlite) { operations, _, ticket, _, _ in
      let refused: [([UInt8], TicketRefusal)] = [
        ([], .fileEmpty), ([UInt8](repeating: 65, count: Attachment.largest + 1), .fileTooLarge),
        (Array("MZ".utf8), .programRefused),
      ]
      for (bytes, refusal) in refused {
        await #expect(throws: refusal) {
          try await operations.attach(bytes, named: "a.png", to: ticket.id, by: agent)
        }
      }
      for _ in 1..<Attachment.most {
        _ = try await operations.attach([65], named: "a.txt", to: ticket.id, by: agent)
      }
      await #expect(throws: TicketRefusal.tooManyFiles) {
        try await operations.attach([65], named: "a.txt", to: ticket.id, by: agent)
      }
    }
  }
}
