import Maintenance
import Operations
import Store
import TestSupport
import Testing

@Suite(.serialized)
struct TicketActTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  @Test(arguments: Engine.available)
  func `every act is replayed to the row that it left, and an accepted price is billed`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let first = try await operations.exampleTicket(under: agreement, by: agent)
      let ticket = try await operations.at(now + 60)
        .exampleTicket(under: agreement, by: agent)
      let today = Zone.paris.day(at: now)
      var qualification = Qualification(ticket.request)
      qualification.nature = .request
      let acts: [TicketAct] = [
        .takeCharge, .assign(to: "Paul Martin"),
        .qualify(qualification, accord: "", reason: "Ce n’est pas une panne"),
        .override(.quote, reason: "Hors du forfait"), .write("Bonjour", to: .client),
        .write("À voir avec l’éditeur", to: .provider),
        .link(first.number, .duplicateOf),
        .propose("Reprise", price: Money(cents: 30_000), until: today + 10),
        .answerProposal(1, .accepted, from: "Jeanne Morel", reason: ""),
        .warn(risk: "a", consequence: "b", recommendation: "c", price: nil), .remind(1),
        .answerWarning(1, .declined, from: "Jeanne Morel", reason: "Plus tard"),
        .workAround(note: "Copie", debt: WorkaroundDebt(owner: "Paul Martin", due: today + 5)),
        .moveDebt(WorkaroundDebt(owner: "Lina Roche", due: today + 6), reason: "Congés"),
        .work(minutes: 30, from: WallTime(iso: "2026-11-23T10:05"), place: .onSite, note: ""),
        .resolve(.software, note: "Repris"), .confirm(from: "Jeanne Morel"),
      ]
      for (index, act) in acts.enumerated() {
        let then = operations.at(now + 3600 + index * 60)
        _ = try await then.act(on: ticket.id, by: agent, seen: index + 1, act)
      }
      let reading = try await operations.at(now + 7200).ticket(ticket.id)
      #expect(reading.ticket.stage == .closed)
      #expect(reading.ticket.verdict.because.first?.reason.kind == .overridden)
      let other = try await operations.ticket(first.id)
      #expect(other.ticket.links.map(\.kind) == [.duplicatedBy])
      let draft = try await operations.at(now + 7200).invoiceDraft(of: agreement, month: nil).draft
      #expect(draft.lines.contains { $0.net == Money(cents: 30_000) })
      let report = try await operations.verify()
      #expect(report.differences.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `an act on what somebody else changed meanwhile is refused`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      let ticket = try await operations.exampleTicket(under: agreement.id, by: agent)
      _ = try await operations.act(on: ticket.id, by: agent, seen: 1, .takeCharge)
      await #expect(throws: TicketRefusal.changedMeanwhile) {
        try await operations.act(
          on: ticket.id, by: agent, seen: 1, .resolve(.use, note: "Déjà fait"))
      }
      await #expect(throws: TicketRefusal.unknownTicket) {
        try await operations.act(on: ticket.id, by: agent, .link(99, .related))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `workarounds to mend are listed by day, and those that are mended are not`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let today = Zone.paris.day(at: now)
      var ids: [ID<Ticket>] = []
      for (index, days) in [9, 2, 5].enumerated() {
        let then = operations.at(now + index * 60)
        let ticket = try await then.exampleTicket(under: agreement, by: agent)
        let debt = WorkaroundDebt(owner: "Lina Roche", due: today + days)
        _ = try await then.act(on: ticket.id, by: agent, .workAround(note: "Copie", debt: debt))
        ids.append(ticket.id)
      }
      _ = try await operations.at(now + 900)
        .act(on: ids[2], by: agent, .resolve(.software, note: "Fait"))
      let lines = try await operations.indebtedTickets(limit: 10)
      #expect(lines.map(\.id) == [ids[1], ids[0]])
      #expect(lines.first?.debt?.due == today + 2)
    }
  }
}
