import Documents
import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct DisclosureTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func withTicket(
    _ engine: Engine,
    _ body: (Operations, Agreement, Ticket, _ key: String, URL) async throws -> Void
  ) async throws {
    try await engine.withRegister { database, folder in
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let ticket = try await operations.exampleTicket(under: agreement.id, by: agent)
      let key = try #require(try await database.read { try $0.publicKey() })
      try await body(operations, agreement, ticket, key, folder)
    }
  }

  @Test(arguments: Engine.available)
  func `making the file is itself an entry, which names for whom and what it tells`(
    _ engine: Engine
  ) async throws {
    try await withTicket(engine) { operations, agreement, ticket, key, folder in
      let press = await Press(project: Project.root.path)
      var disclosure = Disclosure(
        of: agreement.id, isAnchored: true, recipient: "Tribunal de Lyon", reason: "Expertise")
      var told: [String] = []
      func make() async throws -> [UInt8] {
        try #require(
          try await operations.disclose(disclosure, by: agent) { reading in
            told = reading.facts.map(\.fact.kind)
            return try await press.evidencePDF(
              EvidenceDocument(
                title: "Récit", reference: "C-1", subtitle: "", paragraphs: ["Un mot"],
                sections: [], checkpoint: reading.checkpoint, publicKey: reading.publicKey,
                day: 20_000))
          })
      }
      let whole = try await make()
      #expect(told.last == "ticket.opened")
      let found = try verdict(on: whole, key, in: folder)
      #expect(found.hasPrefix("0 VÉRIFIÉ, dossier complet"))
      let register = try await operations.register(of: agreement.id, limit: 9)
      #expect(register.entries.first?.kind == "disclosure.made")
      try await #expect(operations.verify().store.differences == [])

      disclosure.ticket = ticket.id
      let one = try await make()
      #expect(try verdict(on: one, key, in: folder).hasPrefix("0 VÉRIFIÉ, dossier partiel"))
      let altered = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "altered.py").path
      try python([altered, "dossier.zip", "other.zip"], in: folder)
      try #expect(python(["out/verifier.py", "other.zip", key], in: folder).hasPrefix("1 REFUSÉ"))
    }
  }

  @Test func `a recipient too long is refused, and nothing is recorded`() async throws {
    try await withTicket(.sqlite) { operations, agreement, _, _, _ in
      let before = try await operations.register(of: agreement.id, limit: 1).head?.size
      let long = Disclosure(of: agreement.id, recipient: String(repeating: "é", count: 300))
      await #expect(throws: DisclosureRefusal.self) {
        try await operations.disclose(long, by: agent) { _ in throw Missing.agreement }
      }
      try await #expect(operations.register(of: agreement.id, limit: 1).head?.size == before)
    }
  }
}
