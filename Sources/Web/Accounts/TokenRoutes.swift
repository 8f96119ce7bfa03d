import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Tokens by which programs act for somebody.
struct TokenRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/compte/jetons", use: list)
    router.post("/compte/jetons", use: give)
    router.post("/compte/jetons/:token", use: revoke)
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(request).response()
  }

  private func page(
    _ request: Request, _ refusal: AccountRefusal? = nil, typed: [String: String] = [:],
    given: String? = nil
  ) async throws -> HTML {
    let signedIn = try visitor
    let frame = site.frame(request)
    return frame.tokensPage(
      signedIn, try await site.operations.tokens(of: signedIn.account.id),
      isProved: signedIn.hasProof(at: site.now()), refusal, typed: typed, given: given)
  }

  private func give(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let signedIn = try visitor
    guard signedIn.hasProof(at: site.now()) else {
      return site.frame(request).proofPage(signedIn.account, target: "/compte/jetons")
        .response(.unprocessableContent)
    }
    do {
      let (_, text) = try await site.operations.giveToken(
        named: form["nom"] ?? "",
        scopes: Set(TokenScope.allCases.filter { form["portee-\($0.rawValue)"] != nil }),
        days: form["jours"].flatMap { Int($0) } ?? 0, to: signedIn.account)
      return try await page(request, given: text).response()
    } catch let refusal as AccountRefusal {
      return try await page(request, refusal, typed: form.fields).response(.unprocessableContent)
    }
  }

  private func revoke(_ request: Request, _ context: WebContext) async throws -> Response {
    try await site.operations.revokeToken(
      try context.id("token"), of: try visitor.account.id, by: site.actor)
    return .see("/compte/jetons")
  }

  private var visitor: SignedIn {
    get throws {
      guard let signedIn = Visit.current else { throw HTTPError(.notFound) }
      return signedIn
    }
  }
}
