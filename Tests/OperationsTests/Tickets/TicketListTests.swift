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
      let agreement = try await inForce(operations)
      var ids: [ID<Ticket>] = []
      for (index, title) in ["Réseau coupé", "Écran noir", "Imprimante muette"].enumerated() {
        ids.append(try await open(agreement, title, operations.at(now + index * 60)))
      }
      let later = operations.at(now + 3600)
      _ = try await later.act(on: ids[0], by: agent, .assign(to: "Paul"))
      _ = try await later.act(
        on: ids[1], by: agent, .write("C’est la bobine d’alimentation", to: .provider))
      _ = try await later.act(on: ids[2], by: agent, .resolve(.hardware, note: "Tambour"))

      func found(_ change: (inout TicketFilter) -> Void) async throws -> [ID<Ticket>] {
        var filter = TicketFilter()
        change(&filter)
        let (lines, count) = try await later.tickets(filter, before: nil, limit: 10)
        #expect(count == lines.count)
        return lines.map(\.id)
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
      let page = try await later.tickets(TicketFilter(), before: ids[2], limit: 1)
      #expect(page.lines.map(\.id) == [ids[1]])
      #expect(page.count == 3)
      let report = try await later.verify()
      #expect(report.differences.isEmpty)
    }
  }

  private func inForce(_ operations: Operations) async throws -> ID<Agreement> {
    let early = operations.at(now + -30 * 86_400)
    guard case .kept(let id, _) = try await early.receive(text: Project.example(), by: agent)
    else { throw Missing.agreement }
    try await early.recordBothSignatures(id, by: agent)
    return id
  }

  private func open(
    _ agreement: ID<Agreement>, _ title: String, _ operations: Operations
  ) async throws -> ID<Ticket> {
    let contract = try await operations.terms(of: agreement).contract
    return try await operations.openTicket(
      TicketRequest(
        channel: .telephone, site: contract.scope.sites[0].id,
        group: contract.scope.groups[0].id, nature: .incident,
        impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: title, text: "",
        requester: "Jeanne Morel"), under: agreement, by: agent
    ).id
  }
}
