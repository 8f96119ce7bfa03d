import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Invoices for programs: read, issued, paid, taken back; and what a contract is told meanwhile.
extension APIRoutes {
  static let issuing: [APIField] = [.text("month", least: 7, most: 7)]
  static let paying: [APIField] = [
    .day("day"), .whole("cents", Invoice.amounts),
    .text("means", most: 100), .text("reference", least: 0, most: 200).optional,
  ]
  static let creditedLine: [APIField] = [
    .whole("line", 1...Int64(InvoiceContent.mostLines)),
    .whole("cents", Invoice.amounts).optional,
  ]
  static let crediting: [APIField] = [
    .text("reason", most: Invoice.longestText),
    APIField(
      name: "lines", kind: .list(creditedLine, most: InvoiceContent.mostLines),
      isRequired: false),
    APIField(name: "billedAgain", kind: .flag, isRequired: false),
  ]
  static let replacing: [APIField] = [.text("reason", most: Invoice.longestText)]
  static let counting: [APIField] = [
    .text("group", most: 200), .whole("count", 0...100_000), .day("from"),
  ]
  static let ordering: [APIField] = [.day("day")]

  func invoices(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    let limit = try whole(asked["limit"].map(String.init), "limit", in: 1...200) ?? 50
    let agreement: ID<Agreement>? = try context.key(asked["contract"].map(String.init))
    let before: ID<Invoice>? = try context.key(asked["before"].map(String.init))
    let reading = try await site.operations.invoices(
      InvoiceFilter(agreement: agreement), before: before, limit: limit)
    return try answer(
      .object(present: [
        "items": .list(reading.lines.map(APIRecord.invoice)),
        "next": reading.next.map { .text($0.text) },
      ]))
  }

  func invoice(_ request: Request, _ context: WebContext) async throws -> Response {
    try answer(
      APIRecord.invoice(try await site.operations.invoice(context.id("invoice")).invoice))
  }

  /// `pdf`, `xml` or `ubl`, as they were issued.
  func invoiceFile(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let kind = context.parameters.get("kind").flatMap(Invoice.Files.Kind.init) else {
      throw HTTPError(.notFound)
    }
    let (invoice, bytes) = try await site.operations.file(of: context.id("invoice"), kind)
    let ending = kind == .ubl ? "ubl.xml" : kind.rawValue
    return .download(
      bytes, named: "\(invoice.content.number.text).\(ending)",
      type: kind == .pdf ? "application/pdf" : "application/xml")
  }

  func issueInvoice(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let body = try APIBody(try await json(request), APIRoutes.issuing)
    guard let month = Month(iso: body.text("month")) else {
      throw APIBody.problem("expected a month, 2026-11", field: "month")
    }
    return try await invoiced(.created) {
      try await site.operations.issueInvoice(
        of: id, month: month, by: site.actor, press: site.invoices)
    }
  }

  func payInvoice(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Invoice> = try context.id("invoice")
    let body = try APIBody(try await json(request), APIRoutes.paying)
    let payment = Invoice.Payment(
      day: try body.day("day"), amount: Money(cents: Int64(body.whole("cents") ?? 0)),
      means: body.text("means"), reference: body.text("reference"))
    return try await invoiced(.ok) {
      try await site.operations.recordPayment(payment, of: id, by: site.actor)
    }
  }

  func creditInvoice(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Invoice> = try context.id("invoice")
    let body = try APIBody(try await json(request), APIRoutes.crediting)
    let parts = try body.list("lines", APIRoutes.creditedLine).map { line in
      CreditRequest.Part(
        line: line.whole("line") ?? 0,
        amount: line.whole("cents").map { Money(cents: Int64($0)) })
    }
    let asked = CreditRequest(
      parts, reason: body.text("reason"), isBilledAgain: body.flag("billedAgain") ?? true)
    return try await invoiced(.created) {
      try await site.operations.creditInvoice(id, asked, by: site.actor, press: site.invoices)
    }
  }

  func replaceInvoice(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Invoice> = try context.id("invoice")
    let body = try APIBody(try await json(request), APIRoutes.replacing)
    return try await invoiced(.created) {
      try await site.operations.replaceInvoice(
        id, reason: body.text("reason"), by: site.actor, press: site.invoices)
    }
  }

  func countFleet(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let body = try APIBody(try await json(request), APIRoutes.counting)
    let count = FleetCount(
      group: body.text("group"), count: body.whole("count") ?? 0, from: try body.day("from"))
    return try answer(
      APIRecord.counts(try await site.operations.recordCount(count, of: id, by: site.actor)))
  }

  func orderPack(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let day = try APIBody(try await json(request), APIRoutes.ordering).day("day")
    return try answer(
      APIRecord.counts(try await site.operations.orderPack(of: id, on: day, by: site.actor)))
  }

  private func invoiced(
    _ status: HTTPResponse.Status, _ act: () async throws -> Invoice
  ) async throws -> Response {
    let invoice = try await act()
    var response = try answer(APIRecord.invoice(invoice), status)
    let place: Path = "/api/v1/invoices/\(invoice.id)"
    if status == .created { response.headers[.location] = place.text }
    return response
  }
}

extension APIRecord {
  static func invoice(_ line: InvoiceListLine) -> JSON {
    [
      "id": .text(line.id.text), "contract": .text(line.agreement.text),
      "number": .text(line.number), "type": .text(line.kind.rawValue),
      "client": .text(line.clientName), "issued": .text(line.issued.iso),
      "due": .text(line.due.iso), "netCents": .whole(line.net.cents),
      "grossCents": .whole(line.gross.cents), "balanceCents": .whole(line.balance.cents),
    ]
  }

  static func invoice(_ invoice: Invoice) -> JSON {
    let content = invoice.content
    return .object(present: [
      "id": .text(invoice.id.text), "contract": .text(invoice.agreement.text),
      "number": .text(content.number.text), "type": .text(content.kind.rawValue),
      "version": .whole(Int64(invoice.version)), "client": .text(content.buyer.name),
      "month": content.month.map { .text($0.iso) }, "issued": .text(content.issued.iso),
      "due": .text(content.due.iso), "netCents": .whole(content.net.cents),
      "vatCents": .whole(content.vat.cents), "grossCents": .whole(content.gross.cents),
      "balanceCents": .whole(invoice.balance.cents),
      "corrects": invoice.corrected.map { .text($0.text) },
      "replacedBy": invoice.replacement.map { .text($0.invoice.text) },
      "lines": .list(
        content.lines.enumerated().map { place, line in
          [
            "line": .whole(Int64(place + 1)), "name": .text(line.name),
            "netCents": .whole(line.net.cents),
            "leftCents": .whole(
              content.kind.isCredit ? line.net.cents : invoice.left(ofLine: place + 1).cents),
          ]
        }),
      "payments": .list(
        invoice.payments.map {
          [
            "day": .text($0.day.iso), "cents": .whole($0.amount.cents),
            "means": .text($0.means), "reference": .text($0.reference),
          ]
        }),
      "credits": .list(
        invoice.credits.map {
          [
            "invoice": .text($0.note.text), "number": .text($0.number),
            "cents": .whole($0.amount.cents),
          ]
        }),
    ])
  }

  static func counts(_ agreement: Agreement) -> JSON {
    [
      "contract": .text(agreement.id.text),
      "fleet": .list(
        agreement.fleet.map {
          [
            "group": .text($0.group), "count": .whole(Int64($0.count)),
            "from": .text($0.from.iso),
          ]
        }),
      "packOrders": .list(agreement.packOrders.map { .text($0.iso) }),
    ]
  }
}
