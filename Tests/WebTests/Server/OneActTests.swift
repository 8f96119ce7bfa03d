import HTTPTypes
import Maintenance
import Operations
import Testing

@testable import Web

struct OneActTests {
  @Test func `the same form sent twice acts once and is answered alike`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let page = try await sample.visitor.get("/tickets/\(ticket.id.text)").text
      let action = try #require(page.firstMatch(of: #/action="([^"]*/travaux\?[^"]*)"/#)?.output.1)
      for _ in 1...3 {
        let answer = try await sample.visitor.post(String(action), "minutes=15&note=Essai")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/tickets/\(ticket.id.text)")
      }
      #expect(try await sample.operations.ticket(ticket.id).ticket.version == ticket.version + 1)
      // The same page's form with other content is another act.
      _ = try await sample.visitor.post(String(action), "minutes=30&note=Essai")
      #expect(try await sample.operations.ticket(ticket.id).ticket.version == ticket.version + 2)
    }
  }

  @Test func `an identity that nobody could have drawn is refused`() async throws {
    try await SampleSite.run { sample in
      for identity in ["court", String(repeating: "a", count: 65)] {
        let answer = try await sample.visitor.post("/contrats?commande=\(identity)")
        #expect(answer.status == 400)
      }
    }
  }
}
