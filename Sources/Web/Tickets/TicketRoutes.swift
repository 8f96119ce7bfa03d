import Hummingbird
import Maintenance
import Operations
import Store

/// Tickets: those of today, one ticket, and the acts upon it.
struct TicketRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/", use: today)
    router.get("/direct", use: live)
    router.get("/tickets/:ticket", use: show)
    router.get("/tickets/:ticket/horloges", use: liveClocks)
    router.post("/tickets/:ticket/redaction", use: writing)
    router.post("/tickets/:ticket/:act", use: act)
    router.get("/contrats/:contract/tickets/nouveau", use: form)
    router.post("/contrats/:contract/tickets", use: open)
  }

  static let todayRows = 100

  private func today(_ request: Request, _ context: WebContext) async throws -> Response {
    let lines = try await site.operations.openTickets(limit: TicketRoutes.todayRows)
    let indebted = try await site.operations.indebtedTickets(limit: 20)
    let counts = try await site.operations.openCounts()
    let onCall = try await site.operations.onCallNow()
    let mentions = try await mentions()
    let deliveries = try await site.operations.awaitedDeliveries(limit: 10)
    return site.frame(request)
      .todayPage(
        lines, counts, indebted: indebted, onCall: onCall, mentions: mentions,
        deliveries: deliveries
      ).response()
  }

  private func mentions() async throws -> [Mention] {
    guard let visit = Visit.current else { return [] }
    return try await site.operations.mentions(of: visit.account.id)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.ticket(context.id("ticket"))
    if let visit = Visit.current, visit.account.role.side == .provider {
      try await site.operations.readMentions(on: reading.ticket.id, by: visit.account.id)
    }
    try await site.noteNotes(reading)
    return site.frame(request, reading.terms).ticketPage(reading).response()
  }

  /// One act, then the ticket again; a refused one gives the page back with what was typed.
  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    let name = try context.parameters.require("act")
    let form = try await Form(request, context)
    if name == "reponses", form["inserer"] != nil {
      return try await inserted(form, on: id, request)
    }
    do {
      guard let act = try TicketAct(name, form) else { throw HTTPError(.notFound) }
      _ = try await site.operations.act(
        on: id, by: site.actor, seen: form["vu"].flatMap { Int($0) }, act)
      if let page = form["page"], !page.isEmpty {
        try await site.operations.stopWriting(on: page)
      }
      return .see("/tickets/\(id)")
    } catch let refusal as TicketRefusal {
      let reading = try await site.operations.ticket(id)
      let frame = site.frame(request, reading.terms)
      let refused = RefusedForm(
        act: name, message: frame.words.tickets.refusals(refusal), fields: form.fields)
      return frame.ticketPage(reading, refused: refused).response(.unprocessableContent)
    }
  }

  /// The page with a template at the end of the answer that is being written; nothing is sent.
  private func inserted(
    _ form: Form, on id: ID<Ticket>, _ request: Request
  ) async throws -> Response {
    let reading = try await site.operations.ticket(id)
    let frame = site.frame(request, reading.terms)
    let forms = ActForms(frame: frame, ticket: reading.ticket, terms: reading.terms, refused: nil)
    let chosen = reading.templates.first { $0.id.text == form["modele"] }
    let texts = [form["note"] ?? "", chosen.map { forms.filled($0.template) } ?? ""]
    var fields = form.fields
    fields["note"] = texts.filter { !$0.isEmpty }.joined(separator: "\n")
    let back = RefusedForm(
      act: "reponses", message: frame.words.templates.inserted, fields: fields, tone: .good)
    return frame.ticketPage(reading, refused: back).response()
  }

  private func form(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let (agreement, terms) = try await site.operations.agreementTerms(id)
    return site.frame(request, terms).ticketFormPage(agreement, terms).response()
  }

  private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    do {
      let ticket = try await site.operations.openTicket(
        TicketRequest(form), received: try form.received, under: id, by: site.actor)
      return .see("/tickets/\(ticket.id)")
    } catch let refusal as TicketRefusal {
      let (agreement, terms) = try await site.operations.agreementTerms(id)
      let frame = site.frame(request, terms)
      let refused = RefusedForm(
        act: "tickets", message: frame.words.tickets.refusals(refusal), fields: form.fields)
      return frame.ticketFormPage(agreement, terms, refused: refused)
        .response(.unprocessableContent)
    }
  }
}

extension TicketRequest {
  /// What a client's person sends comes by the portal, and is not theirs to exclude.
  fileprivate init(_ form: Form) throws {
    let exclusion = Visit.isClient ? "" : form["exclusion"] ?? ""
    self.init(
      channel: Visit.isClient ? .portal : try form.choice("canal"), site: try form.text("site"),
      group: try form.text("groupe"), nature: try form.choice("nature"),
      impact: try form.text("impact"), urgency: try form.text("urgence"),
      exclusion: exclusion.isEmpty ? nil : exclusion, title: form["objet"] ?? "",
      text: form["texte"] ?? "", requester: form["demandeur"] ?? "",
      assets: form.list("materiels[]"))
  }
}

extension Form {
  /// Empty when the request came in as it is entered.
  fileprivate var received: EarlierReceipt? {
    get throws {
      guard let text = self["recu"], !text.isEmpty else { return nil }
      guard let at = WallTime(iso: text) else { throw TicketRefusal.receiptOutOfBounds }
      return EarlierReceipt(at: at, reason: self["recu_motif"] ?? "")
    }
  }
}
