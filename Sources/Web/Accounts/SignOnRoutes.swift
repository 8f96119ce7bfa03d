import HTTPTypes
import Hummingbird
import Logging
import Maintenance
import Operations

/// Signing in by an identity provider: out to it, and back with a code.
struct SignOnRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/connexion/externe", use: leave)
    router.get("/acces/:token/externe", use: leaveByInvitation)
    router.get("/connexion/retour", use: comeBack)
  }

  private func leave(_ request: Request, _ context: WebContext) async throws -> Response {
    try await sendOut(request, context, link: nil)
  }

  private func leaveByInvitation(
    _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let token = try context.parameters.require("token")
    // The first owner's link opens no account yet that could be bound.
    guard case .some(.some(_)) = try await site.operations.accountOfLink(token) else {
      throw HTTPError(.notFound)
    }
    return try await sendOut(request, context, link: token)
  }

  private func sendOut(
    _ request: Request, _ context: WebContext, link: String?
  ) async throws -> Response {
    guard let provider = site.signOn else { throw HTTPError(.notFound) }
    let target = request.uri.queryParameters["vers"].map(String.init) ?? ""
    do {
      let (address, errand) = try await provider.begin(
        target: target, link: link, at: site.now())
      var response = Response(status: .seeOther, headers: [.location: address])
      response.setCookie(
        errandCookie(try site.operations.sealed(errand), request, maxAge: 600))
      return response
    } catch let refusal as AccountRefusal {
      return refuse(refusal, request)
    } catch {
      return fail(error, request, context)
    }
  }

  private func comeBack(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    guard let provider = site.signOn,
      let sealed = request.cookies[errandName(request)]?.value,
      let errand = site.operations.errand(sealed)
    else { return .see("/connexion") }
    var response: Response
    do {
      if let said = asked["error"] { throw SignOnFault.refused(String(said.prefix(100))) }
      let identity = try await provider.identity(
        code: String(asked["code"] ?? ""), state: String(asked["state"] ?? ""),
        issuer: asked["iss"].map(String.init), errand: errand, at: site.now())
      let account = try await site.operations.signOn(identity, link: errand.link)
      guard site.admits(account, request) else { throw AccountRefusal.unknownIdentity }
      let session = try await site.operations.beginSession(
        of: account, agent: request.headers[.userAgent] ?? "")
      response = site.into(account, session, errand.target, request)
    } catch let refusal as AccountRefusal {
      response = refuse(refusal, request)
    } catch {
      response = fail(error, request, context)
    }
    response.setCookie(errandCookie("", request, maxAge: 0))
    return response
  }

  private func refuse(_ refusal: AccountRefusal, _ request: Request) -> Response {
    site.frame(request).signInPage(target: nil, refusal, by: site)
      .response(.unprocessableContent)
  }

  /// Told to the log, not to whoever tries.
  private func fail(
    _ error: any Error, _ request: Request, _ context: WebContext
  ) -> Response {
    context.logger.warning("sign-on failed", metadata: ["error": "\(String(reflecting: error))"])
    return refuse(.signOnFailed, request)
  }

  private func errandName(_ request: Request) -> String {
    Website.isOnLoopback(request) ? "diligence-entree" : "__Host-diligence-entree"
  }

  private func errandCookie(_ value: String, _ request: Request, maxAge: Int) -> Cookie {
    Cookie(
      name: errandName(request), value: value, maxAge: maxAge, path: "/",
      secure: !Website.isOnLoopback(request), httpOnly: true, sameSite: .lax)
  }
}
