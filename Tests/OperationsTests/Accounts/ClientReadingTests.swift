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

  private func operations(on database: Database) -> Operations {
    Operations(database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
  }

  private func asClient<Result>(
    of agreement: ID<Agreement>, _ body: () async throws -> Result
  ) async throws -> Result {
    try await ClientScope.$reach.withValue(Reach([agreement]), operation: body)
  }

  @Test(arguments: Engine.available)
  func `a ticket comes without internal notes and templates`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = self.operations(on: database)
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
      let operations = self.operations(on: database)
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

  @Test(arguments: Engine.available)
  func `the list of contracts has one's own alone, however many there are`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = self.operations(on: database)
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let other = try await operations.exampleInForce(
        named: "transports-meridiens", before: now, by: agent
      ).id
      #expect(try await operations.agreements().count == 2)
      for id in [agreement, other] {
        let shown = try await asClient(of: id) { try await operations.agreements() }
        #expect(shown.map(\.id) == [id])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who is held to a site reads its tickets, visits and counts, and opens none elsewhere`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = self.operations(on: database)
      let agreement = try await operations.exampleInForce(before: now, by: agent) {
        $0.replacing("    duree: 1 h\n", with: "    duree: 1 h\n    sites: [atelier]\n")
      }.id
      let ticket = try await operations.exampleTicket(under: agreement, by: agent)
      var asked = ticket.request
      asked.site = "boutique"
      asked.title = "Caisse muette"
      let beside = try await operations.openTicket(asked, under: agreement, by: agent)
      _ = try await operations.act(
        on: beside.id, by: agent, .link(ticket.number, .causedBy))
      let reach = Reach([agreement], sites: [agreement: ["boutique"]])
      try await ClientScope.$reach.withValue(reach) {
        var filter = TicketFilter()
        filter.agreement = agreement
        let (page, count) = try await operations.tickets(filter, limit: 10)
        #expect(page.lines.map(\.id) == [beside.id] && count == TicketCount(1))
        filter.words = SearchWords("muette")
        #expect(try await operations.tickets(filter, limit: 10).page.lines.map(\.id) == [beside.id])
        await #expect(throws: Missing.ticket) { _ = try await operations.ticket(ticket.id) }
        let reading = try await operations.ticket(beside.id)
        #expect(reading.ticket.links.isEmpty)
        #expect(!reading.facts.map(\.kind).contains("ticket.linked"))
        #expect(reading.facts.count == reading.entries.count)
        let line = try #require(try await operations.agreements().first)
        #expect(line.openTickets == 1)
        var elsewhere = asked
        elsewhere.site = "atelier"
        let request = elsewhere
        await #expect(throws: TicketRefusal.siteNotSeen) {
          _ = try await operations.openTicket(request, under: agreement, by: agent)
        }
        let living = try await operations.livingContract(agreement)
        #expect(!living.isWhole && living.balance == nil && living.states.isEmpty)
        let duties = try await operations.duties(of: agreement, ahead: 365, limit: 500)
        let items = Set(duties.states.map(\.duty.item))
        #expect(items == ["visite", "restauration"] && duties.standing.isEmpty)
        #expect(duties.states.allSatisfy { $0.duty.kind == .operation })
      }
      #expect(try await operations.ticket(beside.id).ticket.links.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a site is one of the contract's, for those alone who do not bind the client`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = self.operations(on: database)
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      func open(_ role: Role, _ sites: Set<String>) async throws -> Account {
        try await operations.openAccount(
          email: "zoe@client.example", name: "Zoé", role: role,
          reach: Reach([agreement], sites: [agreement: sites]), by: agent
        ).account
      }
      await #expect(throws: AccountRefusal.unknownSite) { _ = try await open(.reader, ["lune"]) }
      await #expect(throws: AccountRefusal.unknownSite) { _ = try await open(.reader, []) }
      await #expect(throws: AccountRefusal.wholeContract) {
        _ = try await open(.signatory, ["boutique"])
      }
      let zoe = try await open(.reader, ["boutique"])
      let kept = try await operations.account(zoe.id)
      #expect(kept.reach.sites == [agreement: ["boutique"]])
      #expect(kept.sees(agreement, at: "boutique") && !kept.sees(agreement, at: "atelier"))
      #expect(kept.sees(agreement) && !kept.seesWhole(agreement))
      let whole = try await operations.setRole(
        .requester, reach: Reach([agreement]), of: zoe.id, by: agent)
      #expect(whole.seesWhole(agreement) && whole.reach.sites.isEmpty)
    }
  }
}
