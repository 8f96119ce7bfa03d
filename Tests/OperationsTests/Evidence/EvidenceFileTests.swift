import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// The evidence file, judged by the verifier that it carries.
@Suite(.serialized)
struct EvidenceFileTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  /// Two contracts, each with two tickets of its own words, and the register's key.
  private func withContracts(
    _ engine: Engine,
    _ body: (Operations, [Agreement], [Ticket], _ key: String, _ folder: URL) async throws -> Void
  ) async throws {
    try await engine.withRegister { database, folder in
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) })
      var (agreements, tickets): ([Agreement], [Ticket]) = ([], [])
      for (name, word) in [("atelier-lumen", "Quetsche"), ("cabinet-rivoire", "Mirabelle")] {
        let early = operations.at(now + -30 * 86_400)
        guard
          case .kept(let id, _) = try await early.receive(text: Project.example(name), by: agent)
        else { throw Missing.agreement }
        let agreement = try await early.recordBothSignatures(id, by: agent)
        agreements.append(agreement)
        for day in [-9, -2] {
          let then = operations.at(now + day * 86_400)
          tickets.append(try await ticket(word, under: agreement, then))
        }
      }
      let key = try #require(try await database.read { try $0.publicKey() })
      try await body(operations, agreements, tickets, key, folder)
    }
  }

  private func ticket(
    _ word: String, under agreement: Agreement, _ operations: Operations
  ) async throws -> Ticket {
    let contract = try await operations.terms(of: agreement.id).contract
    let ticket = try await operations.openTicket(
      TicketRequest(
        channel: .telephone, site: contract.scope.sites[0].id,
        group: contract.scope.groups[0].id, nature: .incident,
        impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: "\(word) muette",
        text: "Le poste \(word) ne répond plus.", requester: "\(word) Morel"),
      under: agreement.id, by: Actor(side: .client, name: "\(word) Morel"))
    _ = try await operations.act(on: ticket.id, by: agent, .takeCharge)
    return ticket
  }

  @Test(arguments: Engine.available)
  func `whole, by ticket and by period, the file is accepted by the verifier inside it`(
    _ engine: Engine
  ) async throws {
    try await withContracts(engine) { operations, agreements, tickets, key, folder in
      let id = agreements[0].id
      let whole = try #require(try await operations.evidenceFile(of: id))
      try #expect(
        verdict(on: whole, key, in: folder)
          == "0 VÉRIFIÉ, dossier complet : 9 inscriptions, aucune ne manque.")
      try await #expect(operations.evidenceFile(of: id) == whole)
      let partial = "0 VÉRIFIÉ, dossier partiel : 7 inscriptions sur 9, "
      let one = try #require(try await operations.evidenceFile(of: id, ticket: tickets[1].id))
      try #expect(verdict(on: one, key, in: folder).hasPrefix(partial))
      let late = try await operations.evidenceFile(
        of: id, from: Day(iso: "2026-11-21"), to: Day(iso: "2026-11-21"))
      try #expect(verdict(on: #require(late), key, in: folder).hasPrefix(partial))
      await #expect(throws: Missing.ticket) {
        try await operations.evidenceFile(of: id, ticket: tickets[2].id)
      }
      let other = key.replacingOccurrences(of: "/register+", with: "/other+")
      try #expect(verdict(on: whole, other, in: folder).hasPrefix("1 REFUSÉ"))
    }
  }

  @Test(arguments: Engine.available)
  func `no word of another client is in the file`(_ engine: Engine) async throws {
    try await withContracts(engine) { operations, agreements, _, _, _ in
      for (agreement, own, other) in [
        (agreements[0], "Quetsche", ["Mirabelle", "Rivoire", agreements[1].id.text]),
        (agreements[1], "Mirabelle", ["Quetsche", "Lumen", agreements[0].id.text]),
      ] {
        let file = Data(try #require(try await operations.evidenceFile(of: agreement.id)))
        #expect(file.firstRange(of: Data(own.utf8)) != nil)
        for word in other { #expect(file.firstRange(of: Data(word.utf8)) == nil, "\(word)") }
      }
    }
  }

  @Test func `a thousand files changed in one place are refused, whole and partial`() async throws {
    try await withContracts(.sqlite) { operations, agreements, tickets, key, folder in
      let id = agreements[0].id
      let whole = try #require(try await operations.evidenceFile(of: id))
      try #expect(verdict(on: whole, key, in: folder).hasPrefix("0 "))
      let one = try #require(try await operations.evidenceFile(of: id, ticket: tickets[0].id))
      try Data(one).write(to: folder.appending(path: "partiel.zip"))
      let changes = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "changes.py").path
      try #expect(python([changes, key], in: folder) == "0 1000 refused")
    }
  }
}
