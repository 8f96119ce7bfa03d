import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Issued invoices, what is left to bill, and what becomes of each invoice.
struct InvoiceRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/factures", use: list)
    router.get("/factures/a-emettre", use: run)
    router.get("/factures/journal", use: journal)
    router.get("/factures/rapprochement", use: bank)
    router.get("/factures/plateforme", use: platform)
    router.post("/factures/rapprochement", use: match)
    router.post("/factures/a-emettre", use: issueAll)
    router.post("/factures", use: issue)
    router.get("/factures/:invoice", use: show)
    router.get("/factures/:invoice/:part", use: file)
    router.post("/factures/:invoice/avoirs", use: credit)
    router.post("/factures/:invoice/remises", use: handOver)
    router.post("/factures/:invoice/:part", use: act)
  }

  private static let rows = 100
  /// Invoices that one request issues at most: some seconds of work.
  private static let runLimit = 40

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    let standing = try asked["etat"].map { text in
      guard let standing = InvoiceFilter.Standing(rawValue: String(text)) else {
        throw HTTPError(.badRequest)
      }
      return standing
    }
    let reading = try await site.operations.invoices(
      InvoiceFilter(standing: standing), before: context.key(asked["apres"].map(String.init)),
      limit: InvoiceRoutes.rows)
    return site.frame(request).invoiceListPage(reading).response()
  }

  private func run(_ request: Request, _ context: WebContext) async throws -> Response {
    let lines = try await site.operations.unbilled()
    return site.frame(request).invoiceRunPage(lines).response()
  }

  private func bank(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).bankPage().response()
  }

  /// Reads a bank's file and tells what each line pays; writes nothing.
  private func match(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: Form.contractLimit)
    let frame = site.frame(request)
    let statement: BankStatement
    do {
      statement = try BankStatement(form.file("fichier") ?? [])
    } catch {
      return frame.bankPage(fault: error).response(.unprocessableContent)
    }
    let matches = try await site.operations.matches(statement)
    return frame.bankPage(matches, unread: statement.unread).response()
  }

  /// The file of accounting entries of a year's sales.
  private func journal(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let year = request.uri.queryParameters["annee"].flatMap({ Int($0) }),
      (2000...2099).contains(year)
    else { throw HTTPError(.badRequest) }
    guard let journal = try await site.operations.salesJournal(year: year) else {
      throw HTTPError(.notFound)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/plain; charset=utf-8",
        .contentDisposition: "attachment; filename=\"\(journal.name).txt\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: journal.text)))
  }

  /// Issues what can be, one invoice after the other, as far as one request goes.
  private func issueAll(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try await Form(request, context)
    let ready = try await site.operations.unbilled().filter { $0.refusal == nil }
    var (issued, refused) = (0, [ID<Agreement>: InvoiceRefusal]())
    // Each is its own act: what the request as a whole is asked once does not name them.
    try await Command.$current.withValue(nil) {
      for line in ready.prefix(InvoiceRoutes.runLimit) {
        do {
          _ = try await site.operations.issueInvoice(
            of: line.agreement, month: line.month, by: site.actor, press: site.invoices)
          issued += 1
        } catch let refusal as InvoiceRefusal {
          refused[line.agreement] = refusal
        }
      }
    }
    var lines = try await site.operations.unbilled()
    for index in lines.indices {
      lines[index].refusal = refused[lines[index].agreement] ?? lines[index].refusal
    }
    var frame = site.frame(request)
    frame.shell.notice = Notice(
      text: frame.words.invoicing.issuedSome(issued, refused.count),
      tone: refused.isEmpty ? .good : .warning)
    return frame.invoiceRunPage(lines).response()
  }

  private func issue(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    guard let agreement = ID<Agreement>(try form.text("contrat")),
      let month = Month(iso: try form.text("mois"))
    else { throw HTTPError(.badRequest) }
    do {
      let invoice = try await site.operations.issueInvoice(
        of: agreement, month: month, by: site.actor, press: site.invoices)
      return .see("/factures/\(invoice.id)")
    } catch let refusal as InvoiceRefusal {
      let reading = try await site.operations.invoiceDraft(of: agreement, month: month)
      var frame = site.frame(request, reading.terms)
      frame.shell.notice = frame.said(refusal)
      return frame.invoicePage(reading).response(.unprocessableContent)
    }
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(of: context.id("invoice"), request).response()
  }

  private func page(
    of id: ID<Invoice>, _ request: Request, _ said: Notice? = nil, typed: [String: String] = [:]
  ) async throws -> HTML {
    let reading = try await site.operations.invoice(id)
    let handover = try await site.operations.handover(of: id)
    var frame = site.frame(request, reading.terms)
    if let said { frame.shell.notice = said }
    return frame.issuedInvoicePage(reading, handover, typed: typed)
  }

  /// Invoices that the platform or their buyers turned down.
  private func platform(_ request: Request, _ context: WebContext) async throws -> Response {
    let handovers = try await site.operations.handoversInTrouble()
    return site.frame(request).handoverListPage(handovers).response()
  }

  private func handOver(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try await Form(request, context)
    let id: ID<Invoice> = try context.id("invoice")
    do {
      try await site.operations.handOver(id, by: site.actor)
      return .see("/factures/\(id)")
    } catch let refusal as HandoverRefusal {
      let word = site.frame(request).words.handover.refusals[refusal] ?? refusal.rawValue
      return try await page(of: id, request, Notice(text: word, tone: .bad))
        .response(.unprocessableContent)
    }
  }

  private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let name = try context.parameters.require("part")
    guard let kind = Invoice.Files.Kind.allCases.first(where: { name == "facture.\($0.rawValue)" })
    else { throw HTTPError(.notFound) }
    let (invoice, bytes) = try await site.operations.file(of: context.id("invoice"), kind)
    let number = invoice.content.number.text
    let ending = kind == .ubl ? "ubl.xml" : kind.rawValue
    return Response(
      status: .ok,
      headers: [
        .contentType: kind == .pdf ? "application/pdf" : "application/xml",
        .contentDisposition:
          "\(kind == .pdf ? "inline" : "attachment"); filename=\"\(number).\(ending)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func credit(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    return try await refusable(request, context, form) { id in
      try await site.operations.creditInvoice(
        id, reason: form["motif"] ?? "", by: site.actor, press: site.invoices)
    }
  }

  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let name = try context.parameters.require("part")
    return try await refusable(request, context, form) { id in
      let operations = site.operations
      switch name {
      case "paiements":
        guard let amount = form.amount("montant") else { throw InvoiceRefusal.amountOutOfBounds }
        guard let day = Day(iso: form["jour"] ?? "") else { throw InvoiceRefusal.dayOutOfBounds }
        return try await operations.recordPayment(
          Invoice.Payment(
            day: day, amount: amount, means: form["moyen"] ?? "",
            reference: form["reference"] ?? ""), of: id, by: site.actor)
      case "envois":
        return try await operations.recordSending(
          of: id, to: form["destinataire"] ?? "", by: site.actor)
      case "relances":
        return try await operations.recordReminder(
          try form.choice("ton"), of: id, to: form["destinataire"] ?? "", by: site.actor)
      default: throw HTTPError(.notFound)
      }
    }
  }

  /// Leads to the invoice that the act made or changed; a refusal gives back what was typed.
  private func refusable(
    _ request: Request, _ context: WebContext, _ form: Form,
    _ act: (ID<Invoice>) async throws -> Invoice
  ) async throws -> Response {
    let id: ID<Invoice> = try context.id("invoice")
    do {
      return .see("/factures/\(try await act(id).id)")
    } catch let refusal as InvoiceRefusal {
      return try await page(
        of: id, request, site.frame(request).said(refusal), typed: form.fields
      ).response(.unprocessableContent)
    }
  }
}

extension Frame {
  func said(_ refusal: InvoiceRefusal) -> Notice {
    Notice(text: words.invoicing.refusal(refusal, formats), tone: .bad)
  }
}
