import Documents
import Hummingbird
import Maintenance
import Operations
import Store

/// Contracts: the list, one contract, its text in and out, its versions.
struct ContractRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats", use: list)
    router.post("/contrats", use: receive)
    router.get("/contrats/nouveau", use: form)
    router.get("/contrats/:contract", use: show)
    router.get("/contrats/:contract/source", use: source)
    router.get("/contrats/:contract/facture", use: invoice)
    router.get("/contrats/:contract/rapport.pdf", use: report)
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let seen = try await site.operations.agreements()
    return site.frame(request).contractListPage(seen).response()
  }

  private func form(_ request: Request, _ context: WebContext) async throws -> Response {
    let drafts = try await site.operations.drafts()
    return site.frame(request).contractFormPage(drafts: drafts).response()
  }

  /// Reads a text; keeps it when it has no error, else gives it back with every finding.
  private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: Form.contractLimit)
    let source = form.file("fichier") ?? Array((form["texte"] ?? "").utf8)
    let frame = site.frame(request)
    do {
      switch try await site.operations.receive(text: source, by: site.actor) {
      case .kept(let id, _): return .see("/contrats/\(id)")
      case .refused(let reading):
        let text = String(decoding: source, as: UTF8.self)
        return frame.contractFormPage(text: text, reading: reading)
          .response(.unprocessableContent)
      }
    } catch let refusal as AgreementRefusal {
      let text = String(decoding: source, as: UTF8.self)
      let message = frame.words.contracts.refusal(refusal, frame.formats)
      return frame.contractFormPage(text: text, message: message).response(.unprocessableContent)
    }
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let living = try await site.operations.livingContract(context.id("contract"))
    return site.frame(request, living.terms).livingContractPage(living).response()
  }

  private func source(_ request: Request, _ context: WebContext) async throws -> Response {
    let text = try await site.operations.document(of: context.id("contract"))
    return Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.source)))
  }

  private func invoice(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.invoiceDraft(
      of: context.id("contract"), month: month(request))
    return site.frame(request, reading.terms).invoicePage(reading).response()
  }

  /// The month as a document for the client, in French: whatever language the page is read in.
  private func report(_ request: Request, _ context: WebContext) async throws -> Response {
    guard
      let reading = try await site.operations.monthReading(
        of: context.id("contract"), month: month(request))
    else { throw HTTPError(.notFound) }
    let rendered = try await site.printing.run {
      try await site.press.evidencePDF(monthReport(reading))
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf",
        .contentDisposition: "inline; filename=\"rapport-\(reading.month.iso).pdf\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: rendered.bytes)))
  }

  private func month(_ request: Request) throws -> Month? {
    try request.uri.queryParameters["mois"].map { text in
      guard let month = Month(iso: String(text)) else { throw HTTPError(.badRequest) }
      return month
    }
  }
}

extension Website {
  /// A document in the browser's own reader, when its turn at the press has come.
  func printed(_ document: ContractDocument, named file: String) async throws -> Response {
    let rendered = try await printing.run { try await press.contractPDF(document) }
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf",
        .contentDisposition: "inline; filename=\"\(file)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: rendered.bytes)))
  }
}
