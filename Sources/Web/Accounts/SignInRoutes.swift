import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Signing in by a password and, where there is a second factor, a code; signing out; the links by
/// which a password is chosen.
struct SignInRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/connexion", use: signInPage)
    router.post("/connexion", use: signIn)
    router.get("/connexion/code", use: codePage)
    router.post("/connexion/code", use: enterCode)
    router.post("/deconnexion", use: signOut)
    router.get("/acces/:token", use: accessPage)
    router.post("/acces/:token", use: enter)
  }

  private func signInPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let target = request.uri.queryParameters["vers"].map(String.init)
    return site.frame(request).signInPage(target: target, by: site).response()
  }

  private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let (email, target) = (form["courriel"] ?? "", form["vers"] ?? "")
    let (name, sender) = (email.lowercased(), site.sender(of: request, context))
    do {
      guard site.attempts.mayTry(name, from: sender, at: site.now()) else {
        throw AccountRefusal.tooManyAttempts
      }
      let (account, token) = try await site.hashing.run {
        try await site.operations.signIn(
          email: email, password: form["secret"] ?? "", agent: agent(request),
          side: site.side(of: request))
      }
      site.attempts.succeeded(name, from: sender)
      return site.into(account, token, target, request)
    } catch let refusal as AccountRefusal {
      return site.frame(request)
        .signInPage(target: target, email: email, refusal, by: site)
        .response(refusal == .tooManyAttempts ? .tooManyRequests : .unprocessableContent)
    }
  }

  private func codePage(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let token = site.sessionToken(request),
      try await site.operations.awaitingCode(token) != nil
    else { return .see("/connexion") }
    let target = request.uri.queryParameters["vers"].map(String.init)
    return site.frame(request).codePage(target: target).response()
  }

  private func enterCode(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    guard let token = site.sessionToken(request),
      let account = try await site.operations.awaitingCode(token),
      site.admits(account, request)
    else { return .see("/connexion") }
    let (name, sender) = ("code \(account.id.text)", site.sender(of: request, context))
    let target = form["vers"] ?? ""
    do {
      guard site.attempts.mayTry(name, from: sender, at: site.now()) else {
        throw AccountRefusal.tooManyAttempts
      }
      let (_, entered) = try await site.operations.enter(
        awaiting: token, code: form["code"] ?? "", agent: agent(request))
      site.attempts.succeeded(name, from: sender)
      let home: Path = account.role.side == .client ? "/contrats" : "/"
      return site.withSession(.see(Path(asked: target) ?? home), entered, request)
    } catch AccountRefusal.linkSpent {
      return .see("/connexion")
    } catch let refusal as AccountRefusal {
      return site.frame(request).codePage(target: target, refusal)
        .response(refusal == .tooManyAttempts ? .tooManyRequests : .unprocessableContent)
    }
  }

  private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
    if let session = Visit.current?.session { try await site.operations.signOut(session) }
    var response = Response.see("/connexion")
    response.setCookie(site.sessionCookie("", request, maxAge: 0))
    response.headers[.clearSiteData] = "\"cache\", \"cookies\", \"storage\""
    return response
  }

  private func accessPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let account = try await site.operations.accountOfLink(token),
      account.map({ site.admits($0, request) }) ?? (site.side(of: request) != .client)
    else { throw HTTPError(.notFound) }
    return site.frame(request).accessPage(token, account, provider: site.signOn?.settings.name)
      .response()
  }

  private func enter(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    let form = try await Form(request, context)
    // Nobody without a link makes the server work on a password.
    guard let invited = try await site.operations.accountOfLink(token),
      invited.map({ site.admits($0, request) }) ?? (site.side(of: request) != .client)
    else { throw HTTPError(.notFound) }
    do {
      let account = try await site.hashing.run {
        try await site.operations.enter(
          link: token, password: form["secret"] ?? "", email: form["courriel"] ?? "",
          name: form["nom"] ?? "")
      }
      let session = try await site.operations.beginSession(of: account, agent: agent(request))
      return site.into(account, session, "", request)
    } catch let refusal as AccountRefusal where refusal != .linkSpent {
      guard let account = try await site.operations.accountOfLink(token) else {
        throw HTTPError(.notFound)
      }
      return site.frame(request)
        .accessPage(
          token, account, typed: form.fields, refusal, provider: site.signOn?.settings.name
        )
        .response(.unprocessableContent)
    } catch AccountRefusal.linkSpent {
      throw HTTPError(.notFound)
    }
  }

  private func agent(_ request: Request) -> String { request.headers[.userAgent] ?? "" }
}

extension Website {
  /// Where the code is asked, else where the visitor wanted to go.
  func into(
    _ account: Account, _ token: AccessToken, _ target: String, _ request: Request
  ) -> Response {
    let home: Path = account.role.side == .client ? "/contrats" : "/"
    guard account.hasSecondFactor else {
      return withSession(.see(Path(asked: target) ?? home), token, request)
    }
    let place: Path = "/connexion/code"
    return withSession(
      .see(target.isEmpty ? place : place.asking("vers", target)), token, request)
  }

  /// What the browser holds; nothing when it cannot be a session's.
  func sessionToken(_ request: Request) -> String? {
    let token = request.cookies[cookieName(request)]?.value
    return token?.utf8.count == 64 ? token : nil
  }

  func withSession(
    _ response: Response, _ token: AccessToken, _ request: Request
  ) -> Response {
    var response = response
    response.setCookie(sessionCookie(token.text, request, maxAge: nil))
    return response
  }

  func sessionCookie(_ value: String, _ request: Request, maxAge: Int?) -> Cookie {
    Cookie(
      name: cookieName(request), value: value, maxAge: maxAge, path: "/",
      secure: !Website.isOnLoopback(request), httpOnly: true, sameSite: .lax)
  }
}
