import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Lets each request in as somebody who may, or not at all: what is not theirs is not found.
struct AccountGate: RouterMiddleware {
  let site: Website

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard site.needsAccounts, let route = context.endpointPath, route != "NotFound" else {
      return try await next(request, context)
    }
    guard let access = Access.of(request.method.rawValue, route) else {
      throw HTTPError(.notFound)
    }
    if access == .everybody { return try await next(request, context) }
    guard let token = request.cookies[Website.sessionCookie(request)]?.value, token.count == 64,
      let signedIn = try await site.operations.signedIn(token)
    else { return try turnedAway(request) }
    // A client's person is led to what is theirs from the page where all begins.
    if signedIn.account.role.side == .client, request.uri.path == "/" { return .see("/contrats") }
    try await check(signedIn.account, access, request, context)
    return try await Visit.$current.withValue(signedIn) { try await next(request, context) }
  }

  /// To the page where one signs in, and back; a program is told so instead.
  private func turnedAway(_ request: Request) throws -> Response {
    if request.uri.path.hasPrefix(APIProblems.root) {
      throw Problem(status: .unauthorized, code: "signedOut", detail: "sign in first")
    }
    guard request.method == .get, request.uri.path != "/" else { return .see("/connexion") }
    return .see(Path("/connexion").asking("vers", request.uri.string))
  }

  private func check(
    _ account: Account, _ access: Access, _ request: Request, _ context: WebContext
  ) async throws {
    let isClient = account.role.side == .client
    switch access {
    case .everybody, .signedIn: return
    case .ownList(let right): try require(account.role.may(right))
    case .provider(let right):
      try require(!isClient && account.role.may(right))
    case .ticketList(let right):
      try require(account.role.may(right))
      guard isClient else { return }
      let asked = request.uri.queryParameters["contrat"].flatMap { ID<Agreement>(String($0)) }
      try require(asked.map(account.sees) ?? false)
    case .contract(let right):
      try require(account.role.may(right))
      try require(account.sees(try context.id("contract")))
    case .ticket(let right):
      let act = context.parameters.get("act")
      let isOwnAct = isClient && act.map(Access.clientActs.contains) ?? false
      try require(account.role.may(isOwnAct ? .answerTickets : right))
      guard isClient else { return }
      try require(account.sees(try await site.operations.agreement(of: context.id("ticket"))))
    case .invoice(let right):
      try require(account.role.may(right))
      guard isClient else { return }
      let reading = try await site.operations.invoice(context.id("invoice"))
      try require(account.sees(reading.invoice.agreement))
    }
  }

  private func require(_ isAllowed: Bool) throws {
    if !isAllowed { throw HTTPError(.notFound) }
  }
}

extension Website {
  /// Bound to the host and to TLS wherever that is possible: loopback has none.
  static func sessionCookie(_ request: Request) -> String {
    isOnLoopback(request) ? "diligence" : "__Host-diligence"
  }

  static func isOnLoopback(_ request: Request) -> Bool {
    let host = request.head.authority ?? ""
    return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
  }
}
