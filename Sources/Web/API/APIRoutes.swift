import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// The same operations for programs: JSON in and out, problems as RFC 9457, pages by key.
struct APIRoutes {
  let site: Website

  static let opening: [APIField] = [
    .text("title", most: 200), .text("text", least: 0).optional, .text("requester", most: 200),
    .choice("channel", Channel.self), .text("site", most: 200), .text("group", most: 200),
    .choice("nature", TicketNature.self), .text("impact", most: 200),
    .text("urgency", most: 200), .text("exclusion", most: 200).optional,
    APIField(name: "assets", kind: .texts(most: Ticket.mostAssets)).optional,
    APIField(name: "received", kind: .wallTime).optional,
    .text("receivedReason", most: 200).optional,
  ]

  /// Each place with its methods; any other method is answered by those that are.
  func add(to router: Router<WebContext>) {
    let root: RouterPath = "/api/v1"
    place("openapi.json", get: { _, _ in try answer(APIDescription.document) })
    place("contracts", get: contracts)
    place("contracts/:contract", get: contract)
    place("contracts/:contract/tickets", post: open)
    place("contracts/:contract/levels", get: levels)
    place("contracts/:contract/outages", post: recordOutage)
    place("contracts/:contract/advice", get: adviceList)
    place("contracts/:contract/advice/drafts", post: draftAdvice)
    place("contracts/:contract/advice/:advice", get: advice)
    place("contracts/:contract/advice/:advice/acts", post: actOnAdvice)
    place("contracts/:contract/entries/:entry", get: entry)
    place("tickets", get: tickets)
    place("tickets/:ticket", get: ticket)
    place("tickets/:ticket/facts", get: facts)
    place("tickets/:ticket/acts", post: act)
    place("tickets/:ticket/attachments", post: attach)
    place("tickets/:ticket/attachments/:number", get: attachment)
    place("invoices", get: invoices)
    place("invoices/:invoice", get: invoice)
    place("invoices/:invoice/files/:kind", get: invoiceFile)
    place("invoices/:invoice/payments", post: payInvoice)
    place("invoices/:invoice/credits", post: creditInvoice)
    place("invoices/:invoice/replacements", post: replaceInvoice)
    place("contracts/:contract/invoices", post: issueInvoice)
    place("contracts/:contract/counts", post: countFleet)
    place("contracts/:contract/packs", post: orderPack)

    func place(_ path: String, get: Answering? = nil, post: Answering? = nil) {
      let path = RouterPath("\(root)/\(path)")
      if let get { router.get(path, use: get) }
      if let post { router.post(path, use: post) }
      let allowed = get == nil ? "POST" : "GET, HEAD"
      let others = [.put, .patch, .delete, .options, .trace, HTTPRequest.Method("QUERY")]
        .compactMap(\.self)
      for method in others + (get == nil ? [.get, .head] : [.post]) {
        router.on(path, method: method) { _, _ in try Problem.methodNotAllowed(allowed) }
      }
    }
  }

  typealias Answering = @Sendable (Request, WebContext) async throws -> Response

  private func contracts(_ request: Request, _ context: WebContext) async throws -> Response {
    let lines = try await site.operations.agreements()
    return try answer(["items": .list(lines.map(APIRecord.contract))])
  }

  private func contract(_ request: Request, _ context: WebContext) async throws -> Response {
    let (agreement, terms) = try await site.operations.agreementTerms(context.id("contract"))
    return try answer(APIRecord.contract(agreement, terms))
  }

  private func tickets(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    let limit = try whole(asked["limit"].map(String.init), "limit", in: 1...200) ?? 50
    let agreement: ID<Agreement>? = try context.key(asked["contract"].map(String.init))
    let before: ID<Ticket>? = try context.key(asked["before"].map(String.init))
    let lines = try await site.operations.tickets(of: agreement, before: before, limit: limit + 1)
    let page = lines.prefix(limit)
    let next = lines.count > limit ? page.last?.id.text : nil
    return try answer(
      .object(present: [
        "items": .list(page.map(APIRecord.ticket)), "next": next.map(JSON.text),
      ]))
  }

  private func ticket(_ request: Request, _ context: WebContext) async throws -> Response {
    try answer(APIRecord.ticket(try await site.operations.ticket(context.id("ticket"))))
  }

  private func facts(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.ticket(context.id("ticket"))
    try await site.noteNotes(reading)
    let items = zip(reading.facts, reading.entries).map { APIRecord.fact($0, entry: $1) }
    return try answer(["items": .list(items)])
  }

  private func entry(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    guard let n = context.parameters.get("entry", as: Int64.self),
      let receipt = try await site.operations.receipt(of: id, entry: n)
    else { throw HTTPError(.notFound) }
    return try answer(["entry": .whole(n), "receipt": .text(receipt)])
  }

  private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let body = try APIBody(try await json(request), APIRoutes.opening)
    let asked = TicketRequest(
      channel: try body.choice("channel"), site: body.text("site"), group: body.text("group"),
      nature: try body.choice("nature"), impact: body.text("impact"),
      urgency: body.text("urgency"), exclusion: body.optional("exclusion"),
      title: body.text("title"), text: body.text("text"), requester: body.text("requester"),
      assets: body.texts("assets"))
    let received = body.optional("received").flatMap(WallTime.init).map {
      EarlierReceipt(at: $0, reason: body.text("receivedReason"))
    }
    let ticket = try await site.operations.openTicket(
      asked, received: received, under: id, by: site.actor)
    let place: Path = "/api/v1/tickets/\(ticket.id)"
    var response = try answer(try await acted(ticket), .created)
    response.headers[.location] = place.text
    return response
  }

  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    let (act, seen) = try ActShape.act(try await json(request))
    let ticket = try await site.operations.act(on: id, by: site.actor, seen: seen, act)
    return try answer(try await acted(ticket))
  }

  /// The ticket after an act, with the act's receipt: its entry, proof and signed head.
  func acted(_ ticket: Ticket) async throws -> JSON {
    let reading = try await site.operations.ticket(ticket.id)
    // A ticket's version counts its facts.
    let n = reading.entries[min(ticket.version, reading.entries.count) - 1]
    let receipt = try await site.operations.receipt(of: ticket.agreement, entry: n)
    return APIRecord.ticket(reading, receipt: receipt)
  }

  func json(_ request: Request) async throws -> JSON {
    let type = request.headers[.contentType] ?? ""
    guard type.prefix(while: { $0 != ";" }) == "application/json" else {
      throw Problem(
        status: .unsupportedMediaType, code: "type", detail: "expected application/json")
    }
    let body = try await request.body.collect(upTo: Form.limit)
    do {
      return try JSON(reading: Array(body.readableBytesView))
    } catch {
      throw APIBody.problem("the body is not JSON", field: nil)
    }
  }

  func whole(_ text: String?, _ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text else { return nil }
    guard text.utf8.allSatisfy({ (48...57) ~= $0 }), let number = Int(text), range ~= number else {
      throw Problem(
        status: .badRequest, code: "query",
        detail: "expected a whole number from \(range.lowerBound) to \(range.upperBound)",
        field: name)
    }
    return number
  }

  func answer(_ value: JSON, _ status: HTTPResponse.Status = .ok) throws -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try value.bytes)))
  }
}
