import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

/// What a ticket's page says of each case of the table with a full pack of hours.
struct CoverageTablePageTests {
  private static let cases = CoverageCase.all.filter { $0.minutesLeft == nil }

  @Test(arguments: Set(cases.map(\.contract)).sorted())
  func `a ticket opened at that time shows the verdict and the articles of the table`(
    _ name: String
  ) async throws {
    try await SampleSite.run { sample in
      let cases = Self.cases.filter { $0.contract == name }
      #expect(cases.count >= 5)
      let signed = sample.operations.at(Instant(iso: "2026-08-20T09:00:00Z") ?? SampleSite.now)
      guard
        case .kept(let id, _) = try await signed.receive(
          text: Project.example(name), by: SampleSite.actor)
      else { throw Missing.agreement }
      let agreement = try await signed.recordBothSignatures(id, by: SampleSite.actor)
      let contract = try await sample.operations.terms(of: agreement.id).contract
      for row in cases {
        let at = try #require(WallTime(iso: row.at)).instant(in: contract.zone)
        let ticket = try await sample.operations.at(at).openTicket(
          try request(row, contract), under: id, by: SampleSite.actor)
        #expect(ticket.priority == row.priority)
        let page = try await sample.visitor.get("/tickets/\(ticket.id.text)").text
        let panel = try #require(page.split(separator: "class=\"panel verdict\"").last)
        let word = try #require(Words.french.coverage.decisions[row.decision])
        #expect(panel.contains(word), "\(row)")
        for clause in row.clauses { #expect(panel.contains("#\(clause)\""), "\(row)") }
        if let once = row.onceOpen, let word = Words.french.coverage.decisions[once] {
          #expect(panel.contains(word.lowercased()), "\(row)")
        }
        #expect(panel.contains("attendre l’ouverture") == (row.decision == .outOfHours), "\(row)")
      }
    }
  }

  private func request(_ row: CoverageCase, _ contract: Contract) throws -> TicketRequest {
    let matrix = contract.serviceLevels.matrix
    let choice = matrix.impacts.flatMap { impact in matrix.urgencies.map { (impact, $0) } }
      .first { matrix.priority(impact: $0.0, urgency: $0.1) == row.priority }
    let (impact, urgency) = try #require(choice, "\(row)")
    return TicketRequest(
      channel: contract.support.channels[0], site: row.site ?? contract.scope.sites[0].id,
      group: row.group, nature: row.nature, impact: impact, urgency: urgency,
      exclusion: row.exclusion, title: "Cas de couverture", text: "", requester: "Jeanne")
  }
}
