import HTTPTypes
import Maintenance
import Operations
import Testing

@testable import Web

struct TicketPagesTests {
  @Test func `opening a ticket shows its verdict with the article, and its clocks`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let contract = try await sample.operations.terms(of: agreement.id).contract
      let path = "/contrats/\(agreement.id.text)/tickets"
      try await #expect(sample.visitor.get(path + "/nouveau").status == 200)
      let form = """
        objet=Serveur+muet&texte=Plus+rien&demandeur=Jeanne&canal=telephone\
        &site=\(contract.scope.sites[0].id)&groupe=\(contract.scope.groups[0].id)&nature=incident\
        &impact=\(contract.serviceLevels.matrix.impacts[1])\
        &urgence=\(contract.serviceLevels.matrix.urgencies[0])&exclusion=
        """
      let answer = try await sample.visitor.post(path, form)
      #expect(answer.status == 303)
      let page = try await sample.visitor.get(try #require(answer.headers[.location]))
      #expect(page.text.contains("<h1>Serveur muet</h1>"))
      #expect(page.text.contains("Compris au forfait"))
      #expect(page.text.contains("version\u{A0}1</a>"))
      #expect(page.text.contains("class=\"clockbar\""))
      #expect(page.text.contains("Pourquoi cette échéance"))
    }
  }

  @Test func `a refused form comes back with what was typed`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let path = "/tickets/\(ticket.id.text)/resolutions"
      let answer = try await sample.visitor.post(path, "cause=logiciel&note=++")
      #expect(answer.status == 422)
      #expect(answer.text.contains("Dites en une phrase ce qui a été fait."))
      #expect(answer.text.contains("<option value=\"logiciel\" selected>"))
      let time = try await sample.visitor.post(
        "/tickets/\(ticket.id.text)/travaux", "minutes=abc&note=Essai+%C3%A9lectrique")
      #expect(time.status == 422)
      #expect(time.text.contains("Essai électrique"))
    }
  }

  @Test func `an act leads to the ticket, and is refused the second time`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/tickets/\(try await sample.ticket(under: agreement).id.text)"
      let answer = try await sample.visitor.post(path + "/prises-en-charge")
      #expect(answer.status == 303)
      #expect(answer.headers[.location] == path)
      try await #expect(sample.visitor.get(path).text.contains("Lina Roche"))
      try await #expect(sample.visitor.post(path + "/prises-en-charge").status == 422)
    }
  }

  @Test func `every text of a ticket is shown as text`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let evil = "<script>alert(1)</script>\" onload='x"
      let ticket = try await sample.ticket(under: agreement, title: evil)
      _ = try await sample.operations.act(
        on: ticket.id, by: SampleSite.actor, .work(minutes: 5, note: evil))
      for path in ["/", "/tickets", "/tickets/\(ticket.id.text)"] {
        let page = try await sample.visitor.get(path)
        #expect(page.status == 200)
        #expect(!page.text.contains("<script>alert"))
        #expect(page.text.contains("&lt;script&gt;alert(1)"))
      }
    }
  }

  @Test func `an address that names nothing is a page of ours`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let nothing = ID<Ticket>(number: 1).text
      for path in ["/tickets/\(nothing)", "/tickets/x", "/tickets/\(nothing)/horloges"] {
        try await #expect(sample.visitor.get(path).status == 404)
      }
      let act = try await sample.visitor.post("/tickets/\(ticket.id.text)/inventions", "note=a")
      #expect(act.status == 404)
      try await #expect(sample.visitor.get("/tickets?avant=zz").status == 400)
      try await #expect(
        sample.visitor.post("/tickets/\(ticket.id.text)/pauses", "motif=envie").status
          == 400)
    }
  }

  @Test func `a long list goes on after its last row`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      for index in 1...51 {
        _ = try await SampleSite(
          visitor: sample.visitor, operations: sample.operations.at(SampleSite.now + index)
        ).ticket(under: agreement, title: "Ticket numéro \(index).")
      }
      let first = try await sample.visitor.get("/tickets")
      #expect(first.text.contains("Ticket numéro 51."))
      #expect(!first.text.contains("Ticket numéro 1."))
      let next = try #require(first.text.firstRange(of: "/tickets?avant="))
      let key = first.text[next.upperBound...].prefix(13)
      let second = try await sample.visitor.get("/tickets?avant=\(key)")
      #expect(second.text.contains("Ticket numéro 1."))
      #expect(!second.text.contains("avant="))
      let back = try #require(second.text.firstRange(of: "/tickets?apres="))
      let oldest = second.text[back.upperBound...].prefix(13)
      let again = try await sample.visitor.get("/tickets?apres=\(oldest)")
      #expect(again.text.contains("Ticket numéro 51."))
      #expect(!again.text.contains("Ticket numéro 1."))
      #expect(!again.text.contains("apres="))
    }
  }

  @Test func `today counts every open ticket, not only those it shows`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      for index in 1...103 {
        _ = try await sample.ticket(under: agreement, title: "Poste \(index)")
      }
      let page = try await sample.visitor.get("/").text
      #expect(page.contains("103 tickets ouverts"))
      #expect(page.ranges(of: "class=\"row\"").count == 100)
    }
  }

  @Test func `today says in words how many tickets are late`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      try await #expect(sample.visitor.get("/").text.contains("Aucun ticket encore"))
      _ = try await SampleSite(
        visitor: sample.visitor, operations: sample.operations.at(SampleSite.now + -5 * 86_400)
      ).ticket(under: agreement)
      let page = try await sample.visitor.get("/")
      #expect(page.text.contains("Un ticket dépasse son délai"))
      let english = try await sample.visitor.get("/?lang=en")
      #expect(english.text.contains("One ticket is late"))
    }
  }
}
