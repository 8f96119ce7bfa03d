import Documents
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
    router.post("/factures", use: issue)
    router.get("/factures/:invoice", use: show)
    router.get("/factures/:invoice/avoir", use: creditForm)
    router.get("/factures/:invoice/:part", use: file)
    router.post("/factures/:invoice/avoirs", use: credit)
    router.post("/factures/:invoice/remises", use: handOver)
    router.post("/factures/:invoice/:part", use: act)
  }

  private static let rows = 100

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
    try await site.note(.export, of: "journal \(year)", under: nil)
    return .download(
      Array(journal.text.utf8), named: "\(journal.name).txt", type: "text/plain; charset=utf-8")
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
    return kind == .pdf
      ? .inline(bytes, "application/pdf", "\(number).\(ending)")
      : .download(bytes, named: "\(number).\(ending)", type: "application/xml")
  }

  private func creditForm(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.invoice(context.id("invoice"))
    let first = request.uri.queryParameters["depuis"].flatMap { Int($0) } ?? 1
    guard reading.invoice.content.lines.indices.contains(first - 1),
      !reading.invoice.content.kind.isCredit
    else { throw HTTPError(.notFound) }
    return site.frame(request, reading.terms).creditPage(reading, from: first).response()
  }

  private func credit(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let id: ID<Invoice> = try context.id("invoice")
    do {
      let asked = try form.creditRequest(of: try await site.operations.invoice(id).invoice)
      let note = try await site.operations.creditInvoice(
        id, asked, by: site.actor, press: site.invoices)
      return .see("/factures/\(note.id)")
    } catch let refusal as InvoiceRefusal {
      let reading = try await site.operations.invoice(id)
      var frame = site.frame(request, reading.terms)
      frame.shell.notice = frame.said(refusal)
      guard let first = form["depuis"].flatMap({ Int($0) }),
        reading.invoice.content.lines.indices.contains(first - 1)
      else {
        return try await page(of: id, request, frame.said(refusal), typed: form.fields)
          .response(.unprocessableContent)
      }
      return frame.creditPage(reading, from: first, typed: form.fields)
        .response(.unprocessableContent)
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
      case "remboursements":
        guard let amount = form.amount("rendu") else { throw InvoiceRefusal.amountOutOfBounds }
        guard let day = Day(iso: form["jour"] ?? "") else { throw InvoiceRefusal.dayOutOfBounds }
        return try await operations.recordPayment(
          Invoice.Payment(
            day: day, amount: .zero - amount, means: "virement",
            reference: form["reference"] ?? ""), of: id, by: site.actor)
      case "remplacements":
        return try await operations.replaceInvoice(
          id, reason: form["erreur"] ?? "", by: site.actor, press: site.invoices)
      case "envois":
        return try await operations.recordSending(
          of: id, to: form["destinataire"] ?? "", by: site.actor)
      case "relances":
        let tone: Invoice.Reminder.Tone = try form.choice("ton")
        let (letter, seen) = try await operations.reminderLetter(tone, of: id)
        let printed = try await site.printing.run { try await site.press.letterPDF(letter) }
        return try await operations.recordReminder(
          tone, of: id, to: form["destinataire"] ?? "", letter: printed.bytes, seen: seen,
          by: site.actor)
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
