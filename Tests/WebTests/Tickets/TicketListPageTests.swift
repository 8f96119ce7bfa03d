import HTTPTypes
import Maintenance
import Operations
import Store
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
      // As a browser writes a space.
      let spaced = try await sample.visitor.get("/tickets?q=ecran+noir&contrat=")
      #expect(spaced.text.contains("value=\"ecran noir\"") && spaced.text.contains("Un ticket"))
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

  @Test(arguments: ["etat=x", "etape=x", "contrat=x", "avant=x", "apres=x"])
  func `a choice that the page does not offer is refused`(_ query: String) async throws {
    try await SampleSite.run { sample in
      try await #expect(sample.visitor.get("/tickets?\(query)").status == 400)
    }
  }

  @Test func `the count is told again with what came in since`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let first = try await sample.ticket(under: agreement, title: "Écran noir")
      let page = try await sample.visitor.get("/tickets?etat=ouverts")
      let place = "/tickets/direct?etat=ouverts&amp;depuis=\(first.id.text)"
      #expect(page.text.contains("sse-connect=\"\(place)\""))
      let later = SampleSite(
        visitor: sample.visitor, operations: sample.operations.at(SampleSite.now + 60))
      _ = try await later.ticket(under: agreement, title: "Réseau coupé")
      let told = try await sample.visitor.listen(
        "/tickets/direct?etat=ouverts&depuis=\(first.id.text)", [:], until: "l’afficher")
      #expect(told.contains("2 tickets"))
      #expect(told.contains("<a href=\"/tickets?etat=ouverts\">un nouveau, l’afficher</a>"))
    }
  }

  @Test func `a view is kept under a name, and removed`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let form = "nom=Urgents++du+jour&choix=etat%3Douverts%26priorite%3DP1"
      let kept = try await sample.visitor.post("/tickets/vues", form)
      #expect(kept.status == 303)
      #expect(kept.headers[.location] == "/tickets?etat=ouverts&priorite=P1")
      _ = try await sample.visitor.post("/tickets/vues", form)
      let page = try await sample.visitor.get("/tickets?etat=ouverts&priorite=P1").text
      let here = "aria-current=\"page\"><kbd aria-hidden=\"true\">1</kbd>Urgents du jour"
      #expect(page.ranges(of: here).count == 1)
      let view = try #require(try await sample.operations.savedViews(of: nil).first)
      let removed = try await sample.visitor.post("/tickets/vues/\(view.id.text)/retrait")
      #expect(removed.headers[.location] == "/tickets")
      try await #expect(sample.operations.savedViews(of: nil).isEmpty)
      let gone = try await sample.visitor.post("/tickets/vues/\(view.id.text)/retrait")
      #expect(gone.status == 404)
    }
  }

  @Test func `a view without a name comes back with its reason`() async throws {
    try await SampleSite.run { sample in
      let refused = try await sample.visitor.post("/tickets/vues", "nom=+&choix=etat%3Douverts")
      #expect(refused.status == 422)
      #expect(refused.text.contains("Donnez un nom de soixante caractères au plus."))
      let evil = try await sample.visitor.post("/tickets/vues", "nom=x&choix=etat%3Dx")
      #expect(evil.status == 400)
    }
  }

  @Test func `each sees their own views and everybody's`() async throws {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "AUTRE")
      let technician = try await doors.session(of: .technician)
      let owner = try await doors.session(of: .owner)
      _ = try await doors.ask(
        .post, "/tickets/vues", technician, "nom=Ma+vue&pour=moi&choix=etat%3Douverts")
      _ = try await doors.ask(
        .post, "/tickets/vues", technician, "nom=La+vue&pour=tous&choix=etat%3Dresolus")
      let own = try await doors.ask(.get, "/tickets", technician).text
      #expect(own.contains("Ma vue") && own.contains("La vue"))
      let others = try await doors.ask(.get, "/tickets", owner).text
      #expect(!others.contains("Ma vue") && others.contains("La vue"))
      let client = try await doors.session(of: .requester)
      let theirs = try await doors.ask(.get, "/tickets?contrat=\(doors.own.contract)", client)
      #expect(theirs.status == 200)
      #expect(!theirs.text.contains("La vue") && !theirs.text.contains("/tickets/lot"))
      let place = "/tickets/vues/\(try await ownView(doors))/retrait"
      #expect(try await doors.ask(.post, place, owner).status == 404)
    }
  }

  private func ownView(_ doors: Doors) async throws -> String {
    let accounts = try await doors.operations.accounts()
    let technician = try #require(accounts.first { $0.role == .technician })
    let views = try await doors.operations.savedViews(of: technician.id)
    return try #require(views.first { $0.owner != nil }).id.text
  }
}
