import Documents
import Hummingbird
import Maintenance
import Operations

/// The legal text of a version, on a page and as the document of that version.
struct VersionTextRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats/:contract/texte", use: show)
    router.get("/contrats/:contract/versions/:version/texte", use: show)
    router.get("/contrats/:contract/contrat.pdf", use: document)
    router.get("/contrats/:contract/versions/:version/contrat.pdf", use: document)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let version = try await version(context)
    return site.frame(request, version.text.terms).versionTextPage(version).response()
  }

  private func document(_ request: Request, _ context: WebContext) async throws -> Response {
    let version = try await version(context)
    return try await site.printed(
      ContractDocument(version), named: "contrat-v\(version.text.terms.version).pdf")
  }

  private func version(_ context: WebContext) async throws -> VersionText {
    let number = try context.parameters.get("version").map { asked in
      guard let number = Int(asked) else { throw HTTPError(.notFound) }
      return number
    }
    return try await site.operations.text(of: context.id("contract"), version: number)
  }
}

extension ContractDocument {
  init(_ version: VersionText) {
    let text = version.text
    self.init(
      contract: text.terms.contract, text: version.legal,
      version: text.isInForce ? text.terms.version : nil, source: text.source)
  }
}
