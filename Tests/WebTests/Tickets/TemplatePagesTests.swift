import HTTPTypes
import Maintenance
import Operations
import Store
import Testing

@testable import Web

@Suite(.serialized)
struct TemplatePagesTests {
  @Test func `a template is kept, changed, filled in on a ticket and removed`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let refused = try await sample.visitor.post("/modeles", "nom=Accus%C3%A9&texte=%7Bnom%7D")
      #expect(refused.status == 422)
      #expect(refused.text.contains("{nom} n’est pas un champ connu."))
      #expect(refused.text.contains("value=\"Accusé\""))
      let form =
        "nom=Accus%C3%A9&texte=Bonjour+%7Bdemandeur%7D%2C+ticket+%7Bticket%7D+%3C%7Bauteur%7D%3E"
      #expect(try await sample.visitor.post("/modeles", form).status == 303)
      let kept = try #require(try await sample.operations.answerTemplates().first)
      let ticket = try await sample.ticket(under: agreement)
      let path = "/tickets/\(ticket.id.text)"
      let shown = try await sample.visitor.get(path).text
      #expect(
        shown.contains("data-text=\"Bonjour \(ticket.request.requester), ticket 1 &lt;Lina Roche"))
      let inserted = try await sample.visitor.post(
        "\(path)/reponses", "inserer=1&modele=\(kept.id.text)&note=Avant&vu=1")
      #expect(inserted.status == 200)
      #expect(inserted.text.contains("Avant\nBonjour \(ticket.request.requester), ticket 1"))
      #expect(try await sample.operations.ticket(ticket.id).ticket.version == 1)
      let change = try await sample.visitor.post(
        "/modeles/\(kept.id.text)/modification", "nom=Autre&texte=Bonjour")
      #expect(change.status == 303)
      try await #expect(sample.visitor.get("/modeles").text.contains("Autre"))
      _ = try await sample.visitor.post("/modeles/\(kept.id.text)/suppression")
      #expect(try await sample.operations.answerTemplates().isEmpty)
      try await #expect(
        sample.visitor.post("/modeles/\(kept.id.text)/modification", "nom=a&texte=b").status == 404)
    }
  }

  @Test func `who is named in a note sees it on today's page until they look`() async throws {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "CANARI")
      let session = try await doors.session(of: .technician)
      try await #expect(!doors.ask(.get, "/", session).text.contains("On vous a nommé"))
      _ = try await doors.operations.act(
        on: doors.own.ticketID, by: SampleSite.actor, .write("@technician, à toi", to: .provider))
      try await #expect(doors.ask(.get, "/", session).text.contains("On vous a nommé"))
      let other = try await doors.session(of: .manager)
      try await #expect(!doors.ask(.get, "/", other).text.contains("On vous a nommé"))
      _ = try await doors.ask(.get, "/tickets/\(doors.own.ticket)", session)
      try await #expect(!doors.ask(.get, "/", session).text.contains("On vous a nommé"))
    }
  }
}
