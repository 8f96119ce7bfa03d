import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

extension Website {
  /// The shell of the page that a request asks for.
  func shell(of request: Request) -> Shell {
    let words = Words.of(language(of: request))
    return Shell(
      formats: Formats(words: words, zone: .paris, now: now()), assets: assets.links,
      path: Path(asked: request.uri.path) ?? "/",
      command: operations.newCommand(), isDemo: isDemo, actorName: actor.name,
      isRolledBack: operations.database.rollback != nil,
      visitor: !needsAccounts ? .unasked : Visit.current == nil ? .stranger : .known)
  }

  /// Asked for in the address, else chosen before, else what the browser prefers, else French.
  private func language(of request: Request) -> String {
    if let asked = request.uri.queryParameters["lang"] { return String(asked) }
    if let chosen = request.cookies["lang"]?.value { return chosen }
    return firstOfOurs(request.headers[.acceptLanguage] ?? "")
  }

  /// Browsers send their languages by preference (RFC 9110), so weights are not compared.
  private func firstOfOurs(_ accepted: String) -> String {
    let codes = accepted.split(separator: ",").prefix(32).map { range in
      range.drop { $0 == " " }.prefix(2).lowercased()
    }
    return codes.first { $0 == "fr" || $0 == "en" } ?? "fr"
  }
}

/// Keeps a language asked for in the address for the pages that follow.
struct LanguageChoice: RouterMiddleware {
  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    if let asked = request.uri.queryParameters["lang"] {
      response.setCookie(
        Cookie(
          name: "lang", value: Words.of(String(asked)).code, maxAge: 365 * 86_400, path: "/",
          httpOnly: true, sameSite: .lax))
    }
    return response
  }
}
