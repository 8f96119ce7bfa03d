import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct ErasureTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  /// A contract with a resolved ticket and an open one of the same requester, Jeanne Morel.
  private func withTickets(
    _ engine: Engine,
    _ body: (Operations, Agreement, _ done: Ticket, _ open: Ticket, URL, Location) async throws
      -> Void
  ) async throws {
    try await engine.withRegister { database, folder in
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let then = operations.at(now + -3 * 86_400)
      let done = try await then.exampleTicket(
        "Poste de Jeanne MOREL", under: agreement.id, by: agent)
      _ = try await then.act(on: done.id, by: agent, .takeCharge)
      _ = try await then.act(
        on: done.id, by: agent, .resolve(.hardware, note: "Vu avec Mme Morel, écran changé"))
      let open = try await operations.exampleTicket("Souris", under: agreement.id, by: agent)
      try await body(operations, agreement, done, open, folder, database.location)
    }
  }

  private func erase(
    _ operations: Operations, _ agreement: Agreement,
    _ words: [String] = ["jeanne morel", "Morel"],
    isPreview: Bool = false
  ) async throws -> ErasureReport {
    try await operations.erase(
      words: words, of: agreement.id, ground: "Demande du 20 novembre", by: agent,
      isPreview: isPreview)
  }

  @Test(arguments: Engine.available)
  func `a person's words leave facts, rows and searches, and everything still verifies`(
    _ engine: Engine
  ) async throws {
    try await withTickets(engine) { operations, agreement, done, open, _, _ in
      let preview = try await erase(operations, agreement, isPreview: true)
      let before = try await operations.database.read { try $0.facts(of: .ticket, done.id.number) }
      let report = try await erase(operations, agreement)
      #expect(report == preview)
      #expect(report.erased.map(\.kind) == ["ticket.opened", "ticket.resolved"])
      #expect(report.kept[.openTicket] == 1)
      let reading = try await operations.ticket(done.id)
      #expect(reading.facts.map(\.kind) == before.map(\.kind))
      #expect(reading.ticket.request.title == Redaction.replacement)
      #expect(reading.ticket.request.requester == Redaction.replacement)
      #expect(reading.ticket.resolvedAt != nil)
      #expect(reading.erasures.map(\.ground) == ["Demande du 20 novembre"])
      #expect(reading.erasures.first?.parts == 2)
      try await #expect(operations.ticket(open.id).ticket.request.requester == "Jeanne Morel")
      var filter = TicketFilter()
      filter.words = SearchWords("morel")
      let found = try await operations.tickets(filter, limit: 9)
      #expect(found.page.lines.map(\.id) == [open.id])
      try await #expect(operations.verify().store.differences == [])
      await #expect(throws: ErasureRefusal.nothingToErase(kept: [.openTicket: 1])) {
        try await erase(operations, agreement)
      }
      // Once the other is resolved, what an erasure left is erased again where it says more.
      _ = try await operations.act(on: open.id, by: agent, .takeCharge)
      _ = try await operations.act(on: open.id, by: agent, .resolve(.use, note: "rien"))
      try await #expect(erase(operations, agreement).erased.count == 1)
      try await #expect(erase(operations, agreement, ["souris"]).erased.count == 1)
      try await #expect(operations.verify().store.differences == [])
    }
  }

  @Test func `nothing of the words is left in the files of the database`() async throws {
    try await withTickets(.sqlite) { operations, agreement, _, open, _, location in
      guard case .sqlite(let path) = location else { return }
      _ = try await operations.act(on: open.id, by: agent, .takeCharge)
      _ = try await operations.act(on: open.id, by: agent, .resolve(.use, note: "rien"))
      func count(of word: String) throws -> Int {
        try ["", "-wal"].reduce(0) { sum, name in
          let bytes = try Data(contentsOf: URL(filePath: path + name))
          return sum + (bytes.firstRange(of: Data(word.utf8)) == nil ? 0 : 1)
        }
      }
      #expect(try count(of: "Jeanne") > 0)
      #expect(try count(of: "morel") > 0)
      _ = try await erase(operations, agreement, ["Jeanne", "Morel"])
      for word in ["Jeanne", "jeanne", "Morel", "morel", "MOREL"] {
        #expect(try count(of: word) == 0, "\(word)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the evidence file tells what was erased, and its verifier holds it to that`(
    _ engine: Engine
  ) async throws {
    try await withTickets(engine) { operations, agreement, done, _, folder, _ in
      _ = try await erase(operations, agreement)
      let key = try #require(try await operations.database.read { try $0.publicKey() })
      let whole = try #require(try await operations.evidenceFile(of: agreement.id))
      try #expect(verdict(on: whole, key, in: folder).hasPrefix("0 VÉRIFIÉ, dossier complet"))
      let one = try #require(
        try await operations.evidenceFile(of: agreement.id, ticket: done.id))
      try #expect(verdict(on: one, key, in: folder).hasPrefix("0 VÉRIFIÉ, dossier partiel"))
      #expect(Data(one).firstRange(of: Data("Morel".utf8)) == nil)
      try Data(whole).write(to: folder.appending(path: "whole.zip"))
      let altered = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "altered.py").path
      try python([altered, "whole.zip", "other.zip"], in: folder)
      try #expect(python(["out/verifier.py", "other.zip", key], in: folder).hasPrefix("1 REFUSÉ"))
    }
  }

  @Test(arguments: Engine.available)
  func `only an erasure may change a part, and verifying names one that nobody told`(
    _ engine: Engine
  ) async throws {
    try await withTickets(engine) { operations, agreement, _, _, _, _ in
      await #expect(throws: ErasureRefusal.wordTooShort) {
        try await erase(operations, agreement, ["ab"])
      }
      await #expect(throws: ErasureRefusal.noGround) {
        try await operations.erase(words: ["Morel"], of: agreement.id, ground: " ", by: agent)
      }
      // The contract names its signatories: they stay.
      let signatory = try #require(agreement.versions.first?.signing?.signatures.first?.name)
      await #expect(throws: ErasureRefusal.self) {
        try await erase(operations, agreement, [signatory])
      }
    }
  }
}
