import HTTPTypes
import Maintenance
import Operations
import Testing

@testable import Web

struct RotaPageTests {
  @Test func `somebody is put on call, named on today's page, and the gap goes`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let account = try await sample.operations.openAccount(
        email: "marc@vigie.example", name: "Marc Vidal", role: .technician, by: SampleSite.actor
      ).account
      let empty = try await sample.visitor.get("/astreintes").text
      #expect(empty.contains("Personne n’est d’astreinte."))
      #expect(empty.contains("Promis, et personne d’astreinte"))
      #expect(empty.contains(agreement.reference))
      try await #expect(sample.visitor.get("/").text.contains("sans personne d’astreinte"))
      let form = "personne=\(account.id.text)&debut=2026-11-23T08:00&fin=2026-12-01T08:00"
      let answer = try await sample.visitor.post("/astreintes", form)
      #expect(answer.status == 303)
      let page = try await sample.visitor.get(try #require(answer.headers[.location])).text
      #expect(page.contains("Marc Vidal est d’astreinte jusqu’à"))
      let today = try await sample.visitor.get("/").text
      #expect(today.contains("Marc Vidal est d’astreinte jusqu’à"))
      #expect(!today.contains("sans personne d’astreinte"))
    }
  }

  @Test func `a refused span comes back with what was typed`() async throws {
    try await SampleSite.runInForce { sample, _ in
      let account = try await sample.operations.openAccount(
        email: "marc@vigie.example", name: "Marc Vidal", role: .technician, by: SampleSite.actor
      ).account
      let form = "personne=\(account.id.text)&debut=2026-11-23T08:00&fin=2026-11-22T08:00"
      let answer = try await sample.visitor.post("/astreintes", form)
      #expect(answer.status == 422)
      #expect(answer.text.contains("La fin vient après le début"))
      #expect(answer.text.contains("value=\"2026-11-22T08:00\""))
      try await #expect(sample.visitor.get("/astreintes?semaine=hier").status == 400)
      try await #expect(sample.visitor.get("/astreintes?semaine=2199-12-31").status == 200)
      let nothing = ID<OnCallShift>(number: 3)
      try await #expect(sample.visitor.post("/astreintes/\(nothing.text)/annulation").status == 404)
    }
  }

  @Test func `a ticket's page tells who was told of each delay, and when next`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      try await #expect(
        sample.visitor.get("/tickets/\(ticket.id.text)").text.contains(
          "Prochaine alerte à 75\u{A0}%"))
      #expect(await sample.operations.at(SampleSite.now + 5 * 86_400).runSchedule() == [])
      let page = try await sample.visitor.get("/tickets/\(ticket.id.text)").text
      #expect(page.contains("Délai dépassé"))
      #expect(page.contains("Alerte de délai"))
      try await #expect(sample.visitor.get("/").text.contains("alert-line"))
      let told = try await sample.visitor.get("/api/v1/tickets/\(ticket.id.text)").text
      #expect(told.contains("\"thresholdPercent\":\"75\""))
    }
  }
}
