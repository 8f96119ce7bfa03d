import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// What the provider keeps to itself is not read for a client's person, whatever page asks.
struct ClientReadingTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func asClient<Result>(
    of agreement: ID<Agreement>, _ body: () async throws -> Result
  ) async throws -> Result {
    try await ClientScope.$agreements.withValue([agreement], operation: body)
  }

  @Test(arguments: Engine.available)
  func `a ticket comes without internal notes and templates`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket(under: agreement, by: agent).id
      _ = try await operations.act(on: ticket, by: agent, .write("Entre nous", to: .provider))
      _ = try await operations.act(on: ticket, by: agent, .write("On regarde.", to: .client))

      try await operations.keepTemplate(
        AnswerTemplate(title: "Accusé", text: "Nous regardons."))
      let own = try await operations.ticket(ticket)
      let shown = try await asClient(of: agreement) { try await operations.ticket(ticket) }
      #expect(own.facts.map(\.kind).contains("ticket.noted"))
      #expect(shown.facts.map(\.kind) == own.facts.map(\.kind).filter { $0 != "ticket.noted" })
      let kept = zip(own.facts, own.entries).filter { $0.0.kind != "ticket.noted" }.map(\.1)
      #expect(shown.entries == kept)
      #expect(own.templates.count == 1 && shown.templates.isEmpty)
      #expect(shown.ticket == own.ticket)
    }
  }

  @Test(arguments: Engine.available)
  func `advice that was never sent is not there, nor its drafts`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let content = AdviceContent(
        thing: "NAS", fact: "Le NAS de Mirabelle a rempli 97 % de ses disques.", risk: "Arrêt",
        consequence: "Plus aucun plan ne s’enregistre dans l’atelier.",
        recommendation: "Doubler les disques.", price: Money(cents: 90_000))
      var early = content
      early.price = Money(cents: 120_000)
      let advice = try await operations.draftAdvice(
        early, from: Advice.Origin(.other), under: agreement, by: agent
      ).id
      try await operations.act(on: advice, under: agreement, by: agent, .revise(content))
      await #expect(throws: Missing.advice) {
        try await asClient(of: agreement) {
          _ = try await operations.advice(advice, under: agreement)
        }
      }
      let before = try await asClient(of: agreement) {
        try await operations.adviceList(of: agreement)
      }
      #expect(before.lines.isEmpty && before.occasions.isEmpty && before.toRaise.isEmpty)
      #expect(try await operations.adviceList(of: agreement).lines.map(\.id) == [advice])

      try await operations.act(
        on: advice, under: agreement, by: agent, .send(to: "Jeanne", by: .email))
      let after = try await asClient(of: agreement) {
        try await operations.adviceList(of: agreement)
      }
      #expect(after.lines.map(\.id) == [advice])
      let read = try await asClient(of: agreement) {
        try await operations.advice(advice, under: agreement)
      }
      #expect(read.advice.content == content)
      // Nor what was asked for before it was sent.
      #expect(read.facts.map(\.kind) == [AdviceFact.sent])
      #expect(read.entries.count == 1)
    }
  }
}
