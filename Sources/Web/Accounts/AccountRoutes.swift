import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Signing in and out, one's own sessions, and the people who have an account.
struct AccountRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/connexion", use: signInPage)
    router.post("/connexion", use: signIn)
    router.post("/deconnexion", use: signOut)
    router.get("/acces/:token", use: accessPage)
    router.post("/acces/:token", use: enter)
    router.get("/compte", use: own)
    router.post("/compte/sessions", use: endOthers)
    router.get("/comptes", use: list)
    router.post("/comptes", use: open)
    router.post("/comptes/:account/:part", use: change)
  }

  private func signInPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let target = request.uri.queryParameters["vers"].map(String.init)
    return site.frame(request).signInPage(target: target).response()
  }

  private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let (email, target) = (form["courriel"] ?? "", form["vers"] ?? "")
    do {
      guard site.attempts.mayTry(email.lowercased(), at: site.now()) else {
        throw AccountRefusal.tooManyAttempts
      }
      let (account, token) = try await site.hashing.run {
        try await site.operations.signIn(
          email: email, password: form["secret"] ?? "",
          agent: request.headers[.userAgent] ?? "")
      }
      site.attempts.forget(email.lowercased())
      let home: Path = account.role.side == .client ? "/contrats" : "/"
      return withSession(.see(Path(asked: target) ?? home), token, request)
    } catch let refusal as AccountRefusal {
      return site.frame(request).signInPage(target: target, email: email, refusal)
        .response(refusal == .tooManyAttempts ? .tooManyRequests : .unprocessableContent)
    }
  }

  private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
    if let session = Visit.current?.session { try await site.operations.signOut(session) }
    var response = Response.see("/connexion")
    response.setCookie(cookie("", request, maxAge: 0))
    // Nothing of the session stays in the browser, pages kept for its back button included.
    response.headers[.clearSiteData] = "\"cache\", \"cookies\", \"storage\""
    return response
  }

  private func accessPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let account = try await site.operations.accountOfLink(token) else {
      throw HTTPError(.notFound)
    }
    return site.frame(request).accessPage(token, account).response()
  }

  private func enter(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    let form = try await Form(request, context)
    do {
      let account = try await site.hashing.run {
        try await site.operations.enter(
          link: token, password: form["secret"] ?? "", email: form["courriel"] ?? "",
          name: form["nom"] ?? "")
      }
      let session = try await site.operations.beginSession(
        of: account, agent: request.headers[.userAgent] ?? "")
      return withSession(.see(account.role.side == .client ? "/contrats" : "/"), session, request)
    } catch let refusal as AccountRefusal where refusal != .linkSpent {
      guard let account = try await site.operations.accountOfLink(token) else {
        throw HTTPError(.notFound)
      }
      return site.frame(request).accessPage(token, account, typed: form.fields, refusal)
        .response(.unprocessableContent)
    } catch AccountRefusal.linkSpent {
      throw HTTPError(.notFound)
    }
  }

  private func own(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let signedIn = Visit.current else { throw HTTPError(.notFound) }
    let sessions = try await site.operations.sessions(of: signedIn.account.id)
    let language = try await site.operations.language(of: signedIn.account.email)
    return site.frame(request).ownAccountPage(signedIn, sessions, language).response()
  }

  private func endOthers(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let signedIn = Visit.current else { throw HTTPError(.notFound) }
    try await site.operations.endOtherSessions(of: signedIn)
    return .see("/compte")
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(request).response()
  }

  private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    do {
      let (account, link) = try await site.operations.openAccount(
        email: form["courriel"] ?? "", name: form["nom"] ?? "", role: try form.choice("role"),
        agreements: try agreements(form), by: site.actor)
      return try await page(request, link: (account, link)).response()
    } catch let refusal as AccountRefusal {
      return try await page(request, refusal, typed: form.fields).response(.unprocessableContent)
    }
  }

  private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let id: ID<Account> = try context.id("account")
    do {
      switch try context.parameters.require("part") {
      case "desactivation":
        _ = try await site.operations.setDisabled(true, id, by: site.actor)
      case "reactivation":
        _ = try await site.operations.setDisabled(false, id, by: site.actor)
      case "role":
        _ = try await site.operations.setRole(
          try form.choice("role"), agreements: try agreements(form), of: id, by: site.actor)
      case "lien":
        let accounts = try await site.operations.accounts()
        guard let account = accounts.first(where: { $0.id == id }),
          let link = try await site.operations.accessLink(for: account.email)
        else { throw HTTPError(.notFound) }
        return try await page(request, link: (account, link)).response()
      default: throw HTTPError(.notFound)
      }
      return .see("/comptes")
    } catch let refusal as AccountRefusal {
      return try await page(request, refusal).response(.unprocessableContent)
    }
  }

  /// The contract chosen for a client's person; a provider's has none.
  private func agreements(_ form: Form) throws -> [ID<Agreement>] {
    guard let text = form["contrat"], !text.isEmpty else { return [] }
    guard let id = ID<Agreement>(text) else { throw HTTPError(.badRequest) }
    return [id]
  }

  private func page(
    _ request: Request, _ refusal: AccountRefusal? = nil, typed: [String: String] = [:],
    link: (Account, AccessToken)? = nil
  ) async throws -> HTML {
    let accounts = try await site.operations.accounts()
    let contracts = try await site.operations.agreements()
    let failing = try await site.operations.failing(among: Set(accounts.map(\.email)))
    let origin =
      (Website.isOnLoopback(request) ? "http://" : "https://")
      + (request.head.authority ?? "")
    return site.frame(request).accountsPage(
      accounts, contracts, refusal, failing: failing, typed: typed,
      link: link.map { ($0.0, "\(origin)/acces/\($0.1.text)") })
  }

  private func withSession(
    _ response: Response, _ token: AccessToken, _ request: Request
  ) -> Response {
    var response = response
    response.setCookie(cookie(token.text, request, maxAge: nil))
    return response
  }

  private func cookie(_ value: String, _ request: Request, maxAge: Int?) -> Cookie {
    Cookie(
      name: Website.sessionCookie(request), value: value, maxAge: maxAge, path: "/",
      secure: !Website.isOnLoopback(request), httpOnly: true, sameSite: .lax)
  }
}
