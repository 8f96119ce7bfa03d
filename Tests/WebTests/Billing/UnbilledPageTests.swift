import Maintenance
import Operations
import Testing

@testable import Web

struct UnbilledPageTests {
  @Test func `what is not billed is told with its reason, for one contract and for all`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement, group: nil)
      _ = try await sample.operations.act(
        on: ticket.id, by: SampleSite.actor, .override(.quote, reason: "Hors du parc convenu"))
      _ = try await sample.operations.act(
        on: ticket.id, by: SampleSite.actor, .work(minutes: 30, note: ""))
      let path = "/contrats/\(agreement.id.text)"
      for page in [path + "/reste", "/facturation/reste"] {
        let answer = try await sample.visitor.get(page)
        #expect(answer.status == 200)
        #expect(answer.text.contains("un devis accepté manque"))
        #expect(answer.text.contains("prêt à émettre"))
        #expect(answer.text.contains("/tickets/\(ticket.id.text)"))
      }
      let draft = try await sample.visitor.get(path + "/facture")
      #expect(draft.text.contains("Ce que ce brouillon ne compte pas"))
      let living = try await sample.visitor.get(path)
      #expect(living.text.contains("<meter"))
      try await #expect(sample.visitor.get("/contrats/0000000000000/reste").status == 404)
    }
  }
}
