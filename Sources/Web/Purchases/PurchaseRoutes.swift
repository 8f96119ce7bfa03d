import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Suppliers' invoices: read, shown and kept.
struct PurchaseRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/achats", use: list)
    router.post("/achats", use: keep)
    router.get("/achats/:purchase", use: show)
    router.get("/achats/:purchase/:part", use: file)
  }

  private static let rows = 100
  /// A file of ten megabytes, and what a form puts around it.
  private static let limit = 10 << 20 + 65_536

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(request, context).response()
  }

  private func page(
    _ request: Request, _ context: WebContext, _ said: Notice? = nil,
    typed: [String: String] = [:]
  ) async throws -> HTML {
    let lines = try await site.operations.purchases(
      before: context.key(request.uri.queryParameters["apres"].map(String.init)),
      limit: PurchaseRoutes.rows + 1)
    let contracts = try await site.operations.agreements()
    var frame = site.frame(request)
    if let said { frame.shell.notice = said }
    return frame.purchaseListPage(
      Array(lines.prefix(PurchaseRoutes.rows)),
      next: lines.count > PurchaseRoutes.rows ? lines[PurchaseRoutes.rows - 1].id : nil,
      contracts: contracts, typed: typed)
  }

  private func keep(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: PurchaseRoutes.limit)
    let word = site.frame(request).words.purchases
    func refused(_ text: String) async throws -> Response {
      try await page(request, context, Notice(text: text, tone: .bad), typed: form.fields)
        .response(.unprocessableContent)
    }
    guard let agreement = ID<Agreement>(try form.text("contrat")) else {
      throw HTTPError(.badRequest)
    }
    guard let file = form.file("fichier") else { return try await refused(word.noFile) }
    do {
      let purchase = try await site.operations.keepPurchase(
        file, under: agreement, note: form["objet"] ?? "", by: site.actor, press: site.press)
      return .see("/achats/\(purchase.id)")
    } catch let refusal as PurchaseRefusal {
      return try await refused(word.sentence(refusal))
    }
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.purchase(context.id("purchase"))
    return site.frame(request).purchasePage(reading).response()
  }

  /// Never shown in the site's own pages: a stranger made it.
  private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    guard try context.parameters.require("part") == "fichier" else { throw HTTPError(.notFound) }
    let (purchase, bytes) = try await site.operations.purchaseFile(context.id("purchase"))
    let ending = purchase.isPDF ? "pdf" : "xml"
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/octet-stream",
        .contentDisposition: "attachment; filename=\"achat-\(purchase.id).\(ending)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
