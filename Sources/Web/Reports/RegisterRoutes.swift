import Hummingbird
import Maintenance
import Operations

/// The register: its heads, an agreement's entries, and the verification of everything.
struct RegisterRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/registre", use: heads)
    router.post("/registre/verifications", use: verify)
    router.get("/contrats/:contract/registre", use: entries)
  }

  private static let pageRows = 50

  private func heads(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).registerPage(try await site.operations.registerHeads()).response()
  }

  /// Verifies now and shows what was found; nothing is recorded, so there is nothing to repeat.
  private func verify(_ request: Request, _ context: WebContext) async throws -> Response {
    let report = try await site.verification.run { try await site.operations.verify() }
    let heads = try await site.operations.registerHeads()
    return site.frame(request).registerPage(heads, report: report).response()
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
