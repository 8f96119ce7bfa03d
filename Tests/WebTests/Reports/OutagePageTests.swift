import HTTPTypes
import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

struct OutagePageTests {
  @Test func `an outage recorded from a ticket is measured, ended and withdrawn on the page`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement, group: "serveurs")
      let path = "/contrats/\(agreement.id.text)"
      let prefilled = try await sample.visitor.get("\(path)/niveaux?ticket=\(ticket.id.text)")
      #expect(prefilled.text.contains("value=\"2026-11-23T10:00\""))
      let sent = try await sample.visitor.post(
        "\(path)/interruptions",
        "groupe=serveurs&cause=&debut=2026-11-19T09:00&fin=2026-11-19T11:30&motif=Disque+mort"
          + "&ticket=\(ticket.id.text)")
      #expect(sent.headers[.location] == "\(path)/niveaux?mois=2026-11#interruptions")
      let page = try await sample.visitor.get("\(path)/niveaux?mois=2026-11")
      #expect(page.text.contains("Disque mort"))
      #expect(page.text.contains("2\u{A0}h\u{A0}30"))
      #expect(page.text.contains("/tickets/\(ticket.id.text)"))
      #expect(page.text.contains("#niveaux_de_service.disponibilite"))
      let levels = try await sample.operations.levels(of: agreement.id, over: .current)
      #expect(levels.availability.map(\.downSeconds) == [9000])
      let outage = try #require(levels.outages.first)
      let again = try await sample.visitor.post(
        "\(path)/interruptions/\(outage.id.text)/fin", "fin=2026-11-19T12:00")
      #expect(again.status == 422)
      #expect(again.text.contains("déjà inscrite"))
      let gone = try await sample.visitor.post(
        "\(path)/interruptions/\(outage.id.text)/retrait", "motif=Autre+client")
      #expect(gone.status == 303)
      let after = try await sample.operations.levels(of: agreement.id, over: .current)
      #expect(after.availability.map(\.downSeconds) == [0])
      #expect(after.outages.first?.withdrawn == "Autre client")
    }
  }

  @Test func `a cause of the contract is left out; one that it does not name is refused`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/interruptions"
      let times = "debut=2026-11-19T09:00&fin=2026-11-19T10:00&motif=Mise+%C3%A0+jour"
      let refused = try await sample.visitor.post(
        path, "groupe=serveurs&cause=soleil&\(times)")
      #expect(refused.status == 422)
      #expect(refused.text.contains("ne laisse pas cette cause de côté"))
      #expect(refused.text.contains("Mise à jour"))
      let planned = try await sample.visitor.post(
        path, "groupe=serveurs&cause=maintenance_planifiee&\(times)")
      #expect(planned.status == 303)
      let levels = try await sample.operations.levels(of: agreement.id, over: .current)
      #expect(levels.availability.map(\.downSeconds) == [0])
      #expect(levels.availability.map(\.excludedSeconds) == [3600])
      for wrong in [
        "groupe=autre&\(times)", "groupe=serveurs&debut=2026-11-19T09:00&motif=",
        "groupe=serveurs&debut=2026-11-24T09:00&motif=x",
        "groupe=serveurs&debut=2020-11-24T09:00&motif=x",
        "groupe=serveurs&debut=2026-11-19T09:00&fin=2026-11-19T08:00&motif=x",
        "groupe=serveurs&debut=jadis&motif=x", "ticket=0000000000009&groupe=serveurs&\(times)",
      ] {
        #expect(try await sample.visitor.post(path, wrong).status == 422, "\(wrong)")
      }
    }
  }

  @Test func `programs read levels over any days and record outages`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/api/v1/contracts/\(agreement.id.text)"
      let json: HTTPFields = [.contentType: "application/json"]
      let body = """
        {"group":"serveurs","from":"2026-11-19T09:00","to":"2026-11-19T10:00","reason":"Panne"}
        """
      let made = try await sample.visitor.post("\(path)/outages", body, headers: json)
      #expect(made.status == 201, "\(made.text)")
      let read = try await sample.visitor.get("\(path)/levels?from=2026-11-01&to=2026-11-30")
      let levels = try JSON(reading: Array(read.text.utf8))
      guard case .list(let availability)? = levels["availability"] else {
        Issue.record("no availability")
        return
      }
      #expect(availability.first?["downSeconds"] == 3600)
      #expect(availability.first?["isHeld"] == .flag(false))
      #expect(availability.first?["isOver"] == .flag(false))
      let refused = try await sample.visitor.post(
        "\(path)/outages", body.replacing("serveurs", with: "rien"), headers: json)
      #expect(refused.status == 422)
      let wrong = try await sample.visitor.get("\(path)/levels?from=2026-11-30&to=2026-11-01")
      #expect(wrong.status == 400)
      #expect(wrong.text.contains("\"field\":\"to\""))
    }
  }
}
