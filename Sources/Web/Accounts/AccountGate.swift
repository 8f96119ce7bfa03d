import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Lets each request in as somebody who may, or not at all: what is not theirs is not found.
struct AccountGate: RouterMiddleware {
  let site: Website
  /// For the test that has nothing but the store's own wall between clients.
  @TaskLocal static var leavesContractsToStore = false

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
    if request.uri.path.hasPrefix(APIProblems.root), let sent = request.headers[.authorization] {
      let program = try await program(sent)
      try require(site.admits(program.account, request))
      try await check(program, access, at: route, request, context)
      return try await Visit.$current.withValue(program) { try await next(request, context) }
    }
    guard let token = site.sessionToken(request),
      let signedIn = try await site.operations.signedIn(token, isUse: !isStream(request)),
      site.admits(signedIn.account, request)
    else { return try turnedAway(request) }
    if signedIn.mustEnrol, !mayBeforeEnrolling(request) {
      return .see("/compte/second-facteur")
    }
    // A client's person is led to what is theirs from the page where all begins.
    if signedIn.account.role.side == .client, request.uri.path == "/" { return .see("/contrats") }
    try await check(signedIn, access, at: route, request, context)
    let scope = signedIn.account.role.side == .client && access.isOfContracts
    return try await Visit.$current.withValue(signedIn) {
      try await ClientScope.$reach.withValue(scope ? signedIn.account.reach : nil) {
        try await next(request, context)
      }
    }
  }

  /// Whoever gave the program its token; pages never take one.
  private func program(_ sent: String) async throws -> SignedIn {
    let halves = sent.split(separator: " ", maxSplits: 1)
    guard halves.count == 2, halves[0].lowercased() == "bearer",
      let program = try await site.operations.program(String(halves[1]))
    else {
      throw Problem(
        status: .unauthorized, code: "token", detail: "this token is unknown, revoked or over")
    }
    return program
  }

  /// A page that is left open is not somebody at work.
  private func isStream(_ request: Request) -> Bool {
    request.uri.path == "/direct" || request.uri.path.hasSuffix("/horloges")
  }

  private func mayBeforeEnrolling(_ request: Request) -> Bool {
    let path = request.uri.path
    return path == "/compte/identite" || path == "/deconnexion"
      || path.hasPrefix("/compte/second-facteur")
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
    _ visitor: SignedIn, _ access: Access, at route: String, _ request: Request,
    _ context: WebContext
  ) async throws {
    let account = visitor.account
    if let token = visitor.token, let right = access.right, account.role.may(right),
      !token.may(right)
    {
      throw Problem(
        status: .forbidden, code: "scope", detail: "this token does not open that")
    }
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
      try require(asked.map { isFree || account.sees($0) } ?? false)
    case .contract(let right):
      try require(account.role.may(right))
      let agreement: ID<Agreement> = try context.id("contract")
      try require(
        isFree || account.seesWhole(agreement)
          || account.sees(agreement) && Access.isOfSites(request.method.rawValue, route))
    case .ticket(let right):
      let act = context.parameters.get("act")
      let isOwnAct = isClient && act.map(Access.clientActs.contains) ?? false
      try require(account.role.may(isOwnAct ? .answerTickets : right))
      guard isClient else { return }
      let place = try await site.operations.place(of: context.id("ticket"))
      try require(isFree || account.sees(place.agreement, at: place.site))
    case .invoice(let right):
      try require(account.role.may(right))
      guard isClient else { return }
      let reading = try await site.operations.invoice(context.id("invoice"))
      try require(isFree || account.seesWhole(reading.invoice.agreement))
    }
  }

  private var isFree: Bool { AccountGate.leavesContractsToStore }

  private func require(_ isAllowed: Bool) throws {
    if !isAllowed { throw HTTPError(.notFound) }
  }
}
