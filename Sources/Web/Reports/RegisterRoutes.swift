import Documents
import Hummingbird
import Maintenance
import Operations

/// The register: its heads, an agreement's entries, and the verification of everything.
struct RegisterRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/registre", use: heads)
    router.post("/registre/verifications", use: verify)
    router.post("/registre/horodatages", use: stamp)
    router.get("/contrats/:contract/registre", use: entries)
    router.get("/contrats/:contract/registre/:entry/preuve", use: proof)
    router.get("/contrats/:contract/consultations", use: reads)
    router.post("/contrats/:contract/dossiers", use: evidence)
  }

  private static let pageRows = 50

  private func heads(_ request: Request, _ context: WebContext) async throws -> Response {
    let heads = try await site.operations.registerHeads()
    let seal = try await site.operations.registerSeal()
    return site.frame(request).registerPage(heads, seal: seal).response()
  }

  /// Verifies now and shows what was found; nothing is recorded, so there is nothing to repeat.
  private func verify(_ request: Request, _ context: WebContext) async throws -> Response {
    let report = try await site.verification.run { try await site.operations.verify() }
    let heads = try await site.operations.registerHeads()
    let seal = try await site.operations.registerSeal()
    return site.frame(request).registerPage(heads, seal: seal, report: report).response()
  }

  /// Asks now; whatever came of it stands on the page.
  private func stamp(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try await site.verification.run { try await site.operations.stamp() }
    return .see("/registre")
  }

  /// The entry's proof as a file, for whoever wants to check it without this service.
  private func proof(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let n = context.parameters.get("entry", as: Int64.self),
      let proof = try await site.operations.receipt(of: context.id("contract"), entry: n)
    else { throw HTTPError(.notFound) }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/plain; charset=utf-8",
        .contentDisposition: "attachment; filename=\"\(n).tlog-proof\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: proof)))
  }

  /// Makes an evidence file, records that it was made, and gives it: each time anew.
  private func evidence(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    func day(_ name: String) throws -> Day? {
      guard let text = form[name], !text.isEmpty else { return nil }
      guard let day = Day(iso: text) else { throw HTTPError(.badRequest) }
      return day
    }
    let disclosure = Disclosure(
      of: id, ticket: try context.key(form["ticket"].flatMap { $0.isEmpty ? nil : $0 }),
      from: try day("du"), to: try day("au"), isAnchored: form["ancrage"] != nil,
      recipient: form["destinataire"] ?? "", reason: form["motif"] ?? "")
    let made: [UInt8]?
    do {
      made = try await site.operations.disclose(disclosure, by: site.actor) { reading in
        try await site.printing.run {
          try await site.press.evidencePDF(evidenceAccount(reading))
        }
      }
    } catch is DisclosureRefusal {
      throw HTTPError(.badRequest)
    }
    guard let made else { throw HTTPError(.notFound) }
    let name = disclosure.ticket?.text ?? id.text
    try await site.note(.evidence, of: "evidence \(name)", under: id)
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/zip",
        .contentDisposition: "attachment; filename=\"dossier-\(name).zip\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: made)))
  }

  /// Who read what is confidential under a contract.
  private func reads(_ request: Request, _ context: WebContext) async throws -> Response {
    let (agreement, _) = try await site.operations.agreementTerms(context.id("contract"))
    return site.frame(request).readsPage(
      agreement, try await site.operations.reads(of: agreement.id)
    ).response()
  }

  private func entries(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters["avant"].map(String.init)
    let before = try asked.map { text in
      guard let number = Int64(text) else { throw HTTPError(.badRequest) }
      return number
    }
    var reading = try await site.operations.register(
      of: context.id("contract"), before: before, limit: RegisterRoutes.pageRows + 1)
    let isMore = reading.entries.count > RegisterRoutes.pageRows
    reading.entries = Array(reading.entries.prefix(RegisterRoutes.pageRows))
    return site.frame(request).agreementRegisterPage(reading, isMore: isMore).response()
  }
}
