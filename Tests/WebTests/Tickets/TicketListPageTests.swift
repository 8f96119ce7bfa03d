import Maintenance
import Operations
import Testing

@testable import Web

struct TicketListPageTests {
  @Test func `the list is chosen by its address, and keeps the choice in its links`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      _ = try await sample.ticket(under: agreement, title: "Écran noir")
      let later = SampleSite(
        visitor: sample.visitor, operations: sample.operations.at(SampleSite.now + 60))
      let other = try await later.ticket(under: agreement, title: "Réseau coupé")
      _ = try await sample.operations.act(
        on: other.id, by: SampleSite.actor, .resolve(.hardware, note: "Câble"))
      let found = try await sample.visitor.get("/tickets?q=reseau")
      #expect(found.text.contains("Réseau coupé"))
      #expect(!found.text.contains("Écran noir"))
      #expect(found.text.contains("Un ticket"))
      #expect(found.text.contains("/tickets?q=reseau&amp;etat=ouverts"))
      #expect(found.text.contains("value=\"reseau\""))
      let open = try await sample.visitor.get("/tickets?etat=ouverts")
      #expect(open.text.contains("Écran noir"))
      #expect(!open.text.contains("Réseau coupé"))
      #expect(open.text.contains("aria-current=\"page\">Ouverts"))
      let none = try await sample.visitor.get("/tickets?q=zzz&contrat=\(agreement.id.text)")
      #expect(none.text.contains("Aucun ticket ne répond."))
      let evil = try await sample.visitor.get("/tickets?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
      #expect(evil.status == 200)
      #expect(!evil.text.contains("<script>alert"))
    }
  }

  @Test(arguments: ["etat=x", "etape=x", "contrat=x", "avant=x"])
  func `a choice that the page does not offer is refused`(_ query: String) async throws {
    try await SampleSite.run { sample in
      try await #expect(sample.visitor.get("/tickets?\(query)").status == 400)
    }
  }
}
