import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// Outages, advice and acceptance are evidence like tickets: replayed, proven, erased.
@Suite(.serialized)
struct AdviceEvidenceTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func withRegister(
    _ engine: Engine, _ body: (Operations, Agreement) async throws -> Void
  ) async throws {
    try await engine.withRegister { database, _ in
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) })
      try await body(operations, try await operations.exampleInForce(before: now, by: agent))
    }
  }

  private func advise(_ operations: Operations, _ agreement: Agreement) async throws -> Advice {
    let advice = try await operations.draftAdvice(
      AdviceContent(
        thing: "NAS", fact: "Le NAS de Mirabelle a rempli 97 % de ses disques.", risk: "Arrêt",
        consequence: "Plus aucun plan ne s’enregistre dans l’atelier.",
        recommendation: "Doubler les disques.", price: Money(cents: 90_000)),
      from: Advice.Origin(.other), under: agreement.id, by: agent)
    try await operations.act(
      on: advice.id, under: agreement.id, by: agent, .send(to: "Jeanne", by: .email))
    return try await operations.at(now + 60).act(
      on: advice.id, under: agreement.id, by: agent,
      .answer(.accepted, from: "Jeanne", reason: ""))
  }

  @Test(arguments: Engine.available)
  func `all of it is replayed from its facts, and stands in the evidence file`(
    _ engine: Engine
  ) async throws {
    try await withRegister(engine) { operations, agreement in
      let outage = try await operations.recordOutage(
        OutageReport(
          group: "serveurs", start: now + -7200, end: nil, cause: nil, reason: "Disque mort"),
        from: nil, under: agreement.id, by: agent)
      try await operations.endOutage(outage.id, under: agreement.id, at: now + -3600, by: agent)
      let levels = try await operations.levels(of: agreement.id, over: .current)
      #expect(levels.outages.first?.end == now + -3600)
      let advice = try await advise(operations, agreement)
      #expect(advice.stage == .accepted)
      let ticket = try await operations.ticket(try #require(advice.ticket).id).ticket
      #expect(ticket.proposals.map(\.price.cents) == [90_000])
      #expect(ticket.proposals.first?.answer?.kind == .accepted)
      let delivery = try await operations.notifyDelivery(
        DeliveryNotice(title: "Disques", criteria: ["Deux copies"], day: Zone.paris.day(at: now)),
        under: agreement.id, by: agent)
      _ = await operations.at(now + 30 * 86_400).runSchedule()
      let decided = try await operations.delivery(delivery.id, under: agreement.id).delivery
      #expect(decided.verdict?.isTacit == true)
      let verification = try await operations.verify()
      #expect(verification.isSound, "\(verification.differences)")
      let file = try #require(try await operations.evidenceFile(of: agreement.id))
      for words in ["Plus aucun plan", "Deux copies", "Disque mort"] {
        #expect(file.firstRange(of: Array(words.utf8)) != nil, "\(words)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a person's words leave an advice, and it still replays`(_ engine: Engine) async throws {
    try await withRegister(engine) { operations, agreement in
      let advice = try await advise(operations, agreement)
      _ = try await operations.at(now + 120).erase(
        words: ["Mirabelle"], of: agreement.id, ground: "Demande", by: agent)
      let left = try await operations.advice(advice.id, under: agreement.id).advice
      #expect(left.content.fact == "[effacé]" && left.stage == .accepted)
      let verification = try await operations.verify()
      #expect(verification.isSound, "\(verification.differences)")
    }
  }
}
