import ContractSource
import Maintenance
import Operations
import Store
import TestSupport
import Testing

@Suite(.serialized)
struct DraftOperationsTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  @Test(arguments: Engine.available)
  func `a draft keeps what was saved last, and gives way to the agreement it becomes`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let broken = Array("parties: [".utf8)
      let draft = try await operations.startDraft(from: broken)
      #expect(try await operations.draft(draft.id).reading.isReadable == false)
      #expect(try await operations.storedDraft(draft.id).source == broken)
      let text = try Project.example()
      let reading = operations.reading(of: text)
      guard
        case .saved(let saved) = try await operations.save(text, reading, over: 1, of: draft.id)
      else {
        Issue.record("nobody else saved it")
        return
      }
      #expect(saved.title == reading.contract.client.name)
      guard
        case .overtaken(let kept) = try await operations.save(
          broken, operations.reading(of: broken), over: 1, of: draft.id)
      else {
        Issue.record("an old page wrote over a newer text")
        return
      }
      #expect(kept.source == text)
      guard case .kept = try await operations.propose(draft.id, by: agent) else {
        Issue.record("a sound text was refused")
        return
      }
      await #expect(throws: Missing.draft) { try await operations.draft(draft.id) }
    }
  }

  @Test(arguments: Engine.available)
  func `a draft is judged by the rates that this service was given`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let text = Array(
        String(decoding: try Project.example(), as: UTF8.self)
          .replacing("taux: 3 fois le taux légal", with: "taux: 12 %").utf8)
      var rates = PublishedRates.known
      try rates.add(
        Array(
          """
          periode;valeur;source;publication;lecture
          2026-S2;2.40;arrêté d'essai;2026-06-26;2026-07-01

          """.utf8), named: "interet-legal.csv")
      let known = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let given = Operations(
        database: database, now: { [now] in now }, chance: { 8 }, rates: rates)
      let draft = try await known.startDraft(from: text)
      let without = try await known.draft(draft.id).reading.findings.map(\.rule)
      let with = try await given.draft(draft.id).reading.findings.map(\.rule)
      #expect(without.contains("PAY-06"))
      #expect(!with.contains("PAY-06"))
    }
  }
}
