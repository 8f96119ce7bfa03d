import Maintenance
import Operations
import Testing

@testable import Web

struct TicketBatchTests {
  @Test func `ticked tickets are assigned, each by its own act with its receipt`() async throws {
    try await withTickets { sample, tickets in
      let list = try await sample.visitor.get("/tickets").text
      #expect(list.contains("name=\"t-\(tickets[0].id.text)\""))
      let form = try await sample.visitor.get("/tickets/lot?acte=affectations&\(marks(tickets))")
      #expect(form.status == 200)
      #expect(form.text.contains("2 tickets cochés"))
      #expect(form.text.contains("Écran noir") && form.text.contains("Réseau coupé"))
      let answer = try await sample.visitor.post(
        "/tickets/lot", "acte=affectations&personne=Paul&\(marks(tickets))")
      #expect(answer.status == 200)
      #expect(answer.text.contains("Fait pour les 2 tickets"))
      for ticket in tickets {
        let reading = try await sample.operations.ticket(ticket.id)
        #expect(reading.ticket.assignee == "Paul")
        let entry = try #require(reading.entries.last)
        #expect(answer.text.contains("/registre/\(entry)/preuve"))
      }
    }
  }

  @Test func `what one refuses stops no other, and comes back with what was typed`() async throws {
    try await withTickets { sample, tickets in
      _ = try await sample.operations.act(
        on: tickets[0].id, by: SampleSite.actor, .resolve(.hardware, note: "Câble"))
      let answer = try await sample.visitor.post(
        "/tickets/lot", "acte=confirmations&personne=Jeanne+Morel&\(marks(tickets))")
      #expect(answer.status == 422)
      #expect(answer.text.contains("Fait pour 1 ticket sur 2"))
      #expect(answer.text.contains("Un ticket n’a pas été changé."))
      #expect(answer.text.contains("value=\"Jeanne Morel\""))
      #expect(!answer.text.contains("name=\"t-\(tickets[0].id.text)\""))
      #expect(answer.text.contains("name=\"t-\(tickets[1].id.text)\""))
      try await #expect(sample.operations.ticket(tickets[0].id).ticket.stage == .closed)
      try await #expect(sample.operations.ticket(tickets[1].id).ticket.stage == .new)
    }
  }

  @Test func `a batch that is sent twice is done once`() async throws {
    try await withTickets { sample, tickets in
      let place = "/tickets/lot?commande=0123456789abcdef0123"
      let form = "acte=notes&note=Vu+sur+place&\(marks(tickets))"
      try await #expect(sample.visitor.post(place, form).status == 200)
      let again = try await sample.visitor.post(place, form)
      #expect(again.status == 200)
      #expect(again.text.contains("Déjà fait par le premier envoi."))
      for ticket in tickets {
        let facts = try await sample.operations.ticket(ticket.id).facts
        #expect(facts.filter { $0.kind == "ticket.noted" }.count == 1)
      }
    }
  }

  @Test func `priorities are said anew by impact and urgency`() async throws {
    try await withTickets { sample, tickets in
      let terms = try await sample.operations.ticket(tickets[0].id).terms
      let matrix = terms.contract.serviceLevels.matrix
      let (impact, urgency) = (matrix.impacts[2], matrix.urgencies[2])
      let before = tickets.map(\.priority)
      let fields = "acte=qualifications&impact=\(impact)&urgence=\(urgency)&motif=Relu"
      let refused = try await sample.visitor.post("/tickets/lot", "\(fields)&\(marks(tickets))")
      #expect(refused.status == 422)
      let answer = try await sample.visitor.post(
        "/tickets/lot", "\(fields)&accord=Jeanne+Morel&\(marks(tickets))")
      #expect(answer.status == 200)
      for (ticket, priority) in zip(tickets, before) {
        let after = try await sample.operations.ticket(ticket.id).ticket
        #expect(after.request.impact == impact && after.request.urgency == urgency)
        #expect(after.priority != priority)
        #expect(after.request.site == ticket.request.site)
      }
    }
  }

  @Test func `a batch of nothing, of too much or of no ticket is told so`() async throws {
    try await withTickets { sample, tickets in
      let none = try await sample.visitor.get(
        "/tickets/lot?acte=notes&liste=/tickets?etat%3Douverts")
      #expect(none.text.contains("Aucun ticket n’est coché."))
      #expect(none.text.contains("href=\"/tickets?etat=ouverts\""))
      let away = try await sample.visitor.get("/tickets/lot?acte=notes&liste=//ailleurs.example")
      #expect(!away.text.contains("ailleurs"))
      try await #expect(sample.visitor.get("/tickets/lot?acte=vol").status == 400)
      try await #expect(sample.visitor.get("/tickets/lot?acte=notes&t-x=1").status == 400)
      let many = (1...51).map { "t-\(ID<Ticket>(number: Int64($0)).text)=1" }
      let path = "/tickets/lot?acte=notes&\(many.joined(separator: "&"))"
      try await #expect(sample.visitor.get(path).status == 400)
      let unknown = "acte=notes&note=a&\(marks(tickets))&t-\(ID<Ticket>(number: 1).text)=1"
      try await #expect(sample.visitor.post("/tickets/lot", unknown).status == 404)
      let facts = try await sample.operations.ticket(tickets[0].id).facts
      #expect(!facts.contains { $0.kind == "ticket.noted" })
    }
  }

  private func marks(_ tickets: [Ticket]) -> String {
    tickets.map { "t-\($0.id.text)=1" }.joined(separator: "&")
  }

  private func withTickets(
    _ body: (SampleSite, [Ticket]) async throws -> Void
  ) async throws {
    try await SampleSite.runInForce { sample, agreement in
      var tickets: [Ticket] = []
      for (index, title) in ["Écran noir", "Réseau coupé"].enumerated() {
        let later = SampleSite(
          visitor: sample.visitor, operations: sample.operations.at(SampleSite.now + index * 60))
        tickets.append(try await later.ticket(under: agreement, title: title))
      }
      try await body(sample, tickets)
    }
  }
}
