import Maintenance
import Testing

@testable import Web

struct EvidenceRouteTests {
  @Test func `the page offers the file with one button, and a day that is none is refused`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let path = "/contrats/\(agreement.id.text)/dossiers"
      let page = try await sample.visitor.get("/tickets/\(ticket.id.text)").text
      #expect(page.contains("action=\"\(path)\""))
      #expect(page.contains("name=\"ticket\" value=\"\(ticket.id.text)\""))
      let refused = try await sample.visitor.post(path, "du=demain")
      #expect(refused.status == 400)
      // This site has no key: nothing to prove with, and nothing recorded.
      let without = try await sample.visitor.post(path, "")
      #expect(without.status == 404)
    }
  }
}
