import Maintenance
import Operations
import Store
import TestSupport
import Testing

@Suite(.serialized)
struct TicketListTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  @Test(arguments: Engine.available)
  func `a list keeps what its filter says, on both engines alike`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      var ids: [ID<Ticket>] = []
      for (index, title) in ["Réseau coupé", "Écran noir", "Imprimante muette"].enumerated() {
        ids.append(
          try await operations.at(now + index * 60)
            .exampleTicket(title, under: agreement, by: agent).id)
      }
      let later = operations.at(now + 3600)
      _ = try await later.act(on: ids[0], by: agent, .assign(to: "Paul"))
      _ = try await later.act(
        on: ids[1], by: agent, .write("C’est la bobine d’alimentation", to: .provider))
      _ = try await later.act(on: ids[2], by: agent, .resolve(.hardware, note: "Tambour"))

      func found(_ change: (inout TicketFilter) -> Void) async throws -> [ID<Ticket>] {
        var filter = TicketFilter()
        change(&filter)
        let (page, count) = try await later.tickets(filter, limit: 10)
        #expect(count == TicketCount(page.lines.count))
        #expect(page.searchedTo == nil)
        return page.lines.map(\.id)
      }
      let newest = Array(ids.reversed())
      try await #expect(found { _ in } == newest)
      try await #expect(found { $0.words = SearchWords("reseau COUPE") } == [ids[0]])
      try await #expect(found { $0.words = SearchWords("ecr") } == [ids[1]])
      try await #expect(found { $0.words = SearchWords("bobine alim") } == [ids[1]])
      try await #expect(found { $0.words = SearchWords("jeanne") } == newest)
      try await #expect(found { $0.words = SearchWords("reseau bobine") } == [])
      try await #expect(found { $0.words = SearchWords("\") OR * NEAR(a -- '; DROP") } == [])
      try await #expect(found { $0.state = .open } == [ids[1], ids[0]])
      try await #expect(found { $0.state = .resolved } == [ids[2]])
      try await #expect(found { $0.state = .awaited } == [])
      try await #expect(
        found {
          $0.state = .open
          $0.stage = .resolved
        } == [])
      try await #expect(found { $0.assignee = "Paul" } == [ids[0]])
      try await #expect(found { $0.stage = .resolved } == [ids[2]])
      try await #expect(found { $0.priority = "P9" } == [])
      try await #expect(found { $0.agreement = ID(number: 1) } == [])
      try await #expect(found { $0.agreement = agreement } == newest)
      let (page, count) = try await later.tickets(TicketFilter(), .before(ids[2]), limit: 1)
      #expect(page.lines.map(\.id) == [ids[1]])
      #expect(count.number == 3)
      let (up, _) = try await later.tickets(TicketFilter(), .after(ids[0]), limit: 1)
      #expect(up.lines.map(\.id) == [ids[1]])
      let (all, newer) = try await later.ticketCount(TicketFilter(), newerThan: ids[0])
      #expect(all.number == 3 && newer == 2)
      let report = try await later.verify()
      #expect(report.differences.isEmpty)
    }
  }
}
