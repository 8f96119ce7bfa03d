import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct MentioningTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  @Test(arguments: Engine.available)
  func `a colleague named in an internal note is told until they look, others are refused`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket(under: agreement, by: agent).id
      let camille = try await person("Camille Né", "camille", .technician, [], operations)
      let marc = try await person("Marc Vidal", "marc", .technician, [], operations)
      _ = try await person("Marc Petit", "petit", .manager, [], operations)
      _ = try await person("Jeanne Morel", "jeanne", .requester, [agreement], operations)
      func note(_ text: String) async throws {
        _ = try await operations.act(on: ticket, by: agent, .write(text, to: .provider))
      }
      try await note("À voir, @camille ne répond pas ; @reboot, et a@marc.example")
      #expect(try await operations.mentions(of: camille).map(\.ticket) == [ticket])
      #expect(try await operations.mentions(of: camille).first?.author == "Lina Roche")
      #expect(try await operations.mentions(of: marc).isEmpty)
      try await note("@Marc Vidal ?")
      #expect(try await operations.mentions(of: marc).count == 1)
      await #expect(throws: TicketRefusal.mentionUnclear) { try await note("@Marc ?") }
      await #expect(throws: TicketRefusal.mentionedCannotRead) {
        try await note("@Jeanne Morel le sait")
      }
      _ = try await operations.setDisabled(true, marc, by: agent)
      await #expect(throws: TicketRefusal.mentionedCannotRead) { try await note("@Marc Vidal") }
      try await operations.readMentions(on: ticket, by: camille)
      #expect(try await operations.mentions(of: camille).isEmpty)
      // Words to the client call nobody.
      _ = try await operations.act(on: ticket, by: agent, .write("@Camille", to: .client))
      #expect(try await operations.mentions(of: camille).isEmpty)
      #expect(try await operations.ticket(ticket).ticket.version == 4)
    }
  }

  private func person(
    _ name: String, _ email: String, _ role: Role, _ agreements: [ID<Agreement>],
    _ operations: Operations
  ) async throws -> ID<Account> {
    try await operations.openAccount(
      email: "\(email)@vigie.example", name: name, role: role, reach: Reach(agreements), by: agent
    ).account.id
  }
}
