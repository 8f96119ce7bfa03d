import Foundation
import Maintenance
import Operations
import TestSupport
import Testing

@Suite(.serialized)
struct PrepaidHoursTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  @Test(arguments: Engine.available)
  func `prepaid hours are drawn by the work that is charged to them, and by no other`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let contract = try await operations.terms(of: agreement).contract
      let prepaid = try #require(contract.price.prepaid)
      var charges: [Verdict.Decision] = []
      for (index, group) in contract.scope.groups.enumerated() {
        for nature in TicketNature.allCases {
          let then = operations.at(now + (charges.count + index) * 60)
          let request = TicketRequest(
            channel: .telephone, site: contract.scope.sites[0].id, group: group.id,
            nature: nature, impact: contract.serviceLevels.matrix.impacts[1],
            urgency: contract.serviceLevels.matrix.urgencies[0], title: "Question", text: "",
            requester: "Jeanne Morel")
          let ticket = try await then.openTicket(request, under: agreement, by: agent)
          _ = try await then.act(on: ticket.id, by: agent, .work(minutes: 20, note: ""))
          charges.append(ticket.verdict.charge)
        }
      }
      let drawn = charges.filter { $0 == .prepaid }.count
      #expect(drawn > 0)
      #expect(drawn < charges.count)
      let balance = try await operations.at(now + 7200)
        .invoiceDraft(of: agreement, month: nil).balance
      #expect(balance?.drawnMinutes == drawn * prepaid.drawn(for: 20))
    }
  }
}
