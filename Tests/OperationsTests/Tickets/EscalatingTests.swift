import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct EscalatingTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  /// A process of its own, as far as the schedule can tell.
  private func node(_ database: Database, at instant: Instant) -> Operations {
    Operations(database: database, now: { instant }, chance: { UInt32.random(in: 0 ... .max) })
  }

  @Test(arguments: Engine.available)
  func `each step is told once, however many nodes look and whenever they start`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let agreement = try await node(database, at: now).exampleInForce(before: now, by: agent).id
      let ticket = try await node(database, at: now).exampleTicket(under: agreement, by: agent)
      #expect(await node(database, at: now + 60).runSchedule() == [])
      #expect(try await told(ticket, database).isEmpty)
      let due = try #require(
        try await node(database, at: now).ticket(ticket.id).steps.first { $0.due > now }?.due)
      try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<6 { group.addTask { await node(database, at: due).runSchedule() } }
        for try await faults in group { #expect(faults == []) }
      }
      let first = try await told(ticket, database)
      #expect(first.map(\.threshold) == [FixedPoint(75)])
      #expect(first.first?.at == due)
      // Three days of silence: what was due is told late, and once.
      for _ in 0..<2 { #expect(await node(database, at: due + 3 * 86_400).runSchedule() == []) }
      let late = try await told(ticket, database)
      #expect(Set(late.map { "\($0.milestone) \($0.threshold.plain)" }).count == late.count)
      #expect(late.count > first.count)
      #expect(late.contains { $0.isOver })
      let line = try await node(database, at: due).openTickets(limit: 1).first
      #expect(line?.alert?.at == due + 3 * 86_400)
      #expect(try await node(database, at: due).verify().differences.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `a ticket that waits tells nobody, and an act seen before an alert is no conflict`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let agreement = try await node(database, at: now).exampleInForce(before: now, by: agent).id
      let waiting = try await node(database, at: now).exampleTicket(under: agreement, by: agent)
      _ = try await node(database, at: now + 60)
        .act(on: waiting.id, by: agent, .pause(.awaitingClient, note: ""))
      let other = try await node(database, at: now + 60)
        .exampleTicket(under: agreement, by: agent)
      let later = node(database, at: now + 2 * 86_400)
      #expect(await later.runSchedule() == [])
      #expect(try await told(waiting, database).isEmpty)
      #expect(try await !told(other, database).isEmpty)
      _ = try await later.act(
        on: other.id, by: agent, seen: other.version, .write("Nous regardons", to: .client))
      _ = try await later.act(on: waiting.id, by: agent, .resume)
      #expect(await node(database, at: now + 9 * 86_400).runSchedule() == [])
      #expect(try await !told(waiting, database).isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `out of hours the person on call is told, with the address of the account`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = node(database, at: now)
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let person = try await operations.openAccount(
        email: "marc@vigie.example", name: "Marc Vidal", role: .technician, by: agent
      ).account
      try await operations.planShift(
        person.id, TimeSpan(start: now, end: now + 7 * 86_400), by: agent)
      let contract = try await operations.terms(of: agreement).contract
      let night = now + 12 * 3600
      let ticket = try await node(database, at: night).openTicket(
        TicketRequest(
          channel: .telephone, site: contract.scope.sites[0].id,
          group: contract.scope.groups[0].id, nature: .incident,
          impact: contract.serviceLevels.matrix.impacts[0],
          urgency: contract.serviceLevels.matrix.urgencies[0], title: "Tout est arrêté", text: "",
          requester: "Jeanne Morel"), under: agreement, by: agent)
      #expect(ticket.priority == "P1")
      #expect(await node(database, at: night + 1800).runSchedule() == [])
      let people = try await told(ticket, database).flatMap(\.told)
      #expect(people.contains { $0.ground == .onCall && $0.email == "marc@vigie.example" })
    }
  }

  private func told(_ ticket: Ticket, _ database: Database) async throws -> [Escalation] {
    try await node(database, at: now).ticket(ticket.id).ticket.escalations
  }
}
