import ContractSource
import Foundation
import Maintenance
import Operations
import TestSupport
import Testing

@Suite(.serialized)
struct UnbilledReadingTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 20:30 in Paris: half an hour of the evening, then the night.
  private let now = Instant(iso: "2026-11-23T19:30:00Z") ?? Instant(milliseconds: 0)

  @Test(arguments: Engine.available)
  func `what is not billed says why, and hours of two prices are claimed once`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(database: database, now: { [now] in now }, chance: { 7 })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let contract = try await operations.terms(of: agreement).contract
      let request = TicketRequest(
        channel: .telephone, site: contract.scope.sites[0].id,
        group: contract.scope.groups[0].id, nature: .request,
        impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: "Question", text: "",
        requester: "Jeanne Morel")
      let ticket = try await operations.openTicket(request, under: agreement, by: agent)
      _ = try await operations.act(
        on: ticket.id, by: agent, .override(.billable, reason: "Accord du client"))
      _ = try await operations.at(now + 60).act(
        on: ticket.id, by: agent, .work(minutes: 60, note: ""))
      let reading = try await operations.at(now + 7200).unbilledEntries(of: agreement)
      #expect(reading.isWhole)
      #expect(reading.entries.contains { $0.isDue })
      #expect(reading.toIssue > .zero)
      var waiting: [String] = []
      for entry in reading.entries where entry.reason == nil && !entry.isDue {
        waiting.append(entry.citation?.clause ?? "")
      }
      #expect(waiting == ["prix.hors_forfait", "prix.hors_forfait"])
      #expect(reading.waiting > .zero)
      let all = try await operations.at(now + 7200).unbilledEntries(of: nil)
      #expect(all.agreement == nil)
      #expect(Set(all.entries).isSubset(of: reading.entries))
    }
  }
}
