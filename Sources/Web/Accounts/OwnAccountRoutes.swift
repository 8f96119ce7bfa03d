import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// One's own account: sessions, password, second factor.
struct OwnAccountRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/compte", use: own)
    router.get("/compte/donnees", use: personalData)
    router.get("/compte/identite", use: proofPage)
    router.post("/compte/identite", use: prove)
    router.post("/compte/mot-de-passe", use: changePassword)
    router.post("/compte/sessions", use: endOthers)
    router.post("/compte/sessions/:session", use: endOne)
    router.get("/compte/second-facteur", use: secondFactor)
    router.post("/compte/second-facteur/:part", use: changeSecondFactor)
  }

  private func own(_ request: Request, _ context: WebContext) async throws -> Response {
    try await ownPage(request).response()
  }

  private func ownPage(_ request: Request, _ refusal: AccountRefusal? = nil) async throws -> HTML {
    let signedIn = try visitor
    let sessions = try await site.operations.sessions(of: signedIn.account)
    let language = try await site.operations.language(of: signedIn.account.email)
    return site.frame(request).ownAccountPage(signedIn, sessions, language, refusal)
  }

  private func endOthers(_ request: Request, _ context: WebContext) async throws -> Response {
    try await site.operations.endOtherSessions(of: try visitor)
    return .see("/compte")
  }

  private func endOne(_ request: Request, _ context: WebContext) async throws -> Response {
    try await site.operations.endSession(
      try context.session(), of: try visitor.account.id)
    return .see("/compte")
  }

  private func changePassword(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let signedIn = try visitor
    do {
      try await guarded(request, context) {
        try await site.operations.changePassword(
          of: signedIn, from: form["present"] ?? "", to: form["secret"] ?? "")
      }
      return .see("/compte")
    } catch let refusal as AccountRefusal {
      return try await ownPage(request, refusal).response(.unprocessableContent)
    }
  }

  /// What is kept about oneself, as a file; asks who it is, as what protects the account does.
  private func personalData(_ request: Request, _ context: WebContext) async throws -> Response {
    let signedIn = try visitor
    guard signedIn.hasProof(at: site.now()) else {
      return site.frame(request).proofPage(signedIn.account, target: "/compte/donnees").response()
    }
    let id = signedIn.account.id
    let bytes = try await site.operations.personalData(of: id, toThemselves: true)
    try await site.note(.personalData, of: "account \(id.text)", under: nil)
    return .download(bytes, named: "donnees-\(id.text).json", type: "application/json")
  }

  private func proofPage(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters["vers"].map(String.init) ?? ""
    return site.frame(request).proofPage(
      try visitor.account, target: Path(asked: asked) ?? "/compte"
    ).response()
  }

  private func prove(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let target = form["vers"].flatMap(Path.init(asked:)) ?? "/compte"
    let signedIn = try visitor
    do {
      try await guarded(request, context) {
        try await site.operations.prove(
          signedIn, password: form["secret"] ?? "", code: form["code"] ?? "")
      }
      return .see(target)
    } catch let refusal as AccountRefusal {
      return site.frame(request).proofPage(signedIn.account, target: target, refusal)
        .response(.unprocessableContent)
    }
  }

  /// What takes a password, or a code: slowed down as signing in is.
  private func guarded(
    _ request: Request, _ context: WebContext, _ body: () async throws -> Void
  ) async throws {
    let name = "proof \(try visitor.account.id.text)"
    let sender = site.sender(of: request, context)
    guard site.attempts.mayTry(name, from: sender, at: site.now()) else {
      throw AccountRefusal.tooManyAttempts
    }
    try await site.hashing.run(body)
    site.attempts.succeeded(name, from: sender)
  }

  private func secondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
    try await secondFactorPage(request).response()
  }

  private func secondFactorPage(
    _ request: Request, _ refusal: AccountRefusal? = nil
  ) async throws -> HTML {
    let signedIn = try visitor
    let frame = site.frame(request)
    guard signedIn.hasProof(at: site.now()) else {
      return frame.proofPage(signedIn.account, target: "/compte/second-facteur")
    }
    let account = signedIn.account
    return frame.secondFactorPage(
      account, seed: try await site.operations.proposedSeed(of: account),
      codesLeft: try await site.operations.recoveryCodeCount(of: account),
      isRequired: try await site.operations.isSecondFactorRequired(), refusal)
  }

  private func changeSecondFactor(
    _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let form = try await Form(request, context)
    let signedIn = try visitor
    guard signedIn.hasProof(at: site.now()) else { return .see("/compte/second-facteur") }
    do {
      switch try context.parameters.require("part") {
      case "proposition": try await site.operations.proposeSecondFactor(of: signedIn.account)
      case "confirmation":
        try codeMayBeTried(request, context)
        let codes = try await site.operations.confirmSecondFactor(
          form["code"] ?? "", of: signedIn)
        return site.frame(request).recoveryCodesPage(codes.texts).response()
      case "secours":
        let codes = try await site.operations.renewRecoveryCodes(of: signedIn.account)
        return site.frame(request).recoveryCodesPage(codes.texts).response()
      case "retrait":
        _ = try await site.operations.resetSecondFactor(
          of: signedIn.account.id, by: site.actor, keeping: signedIn.session)
      default: throw HTTPError(.notFound)
      }
      return .see("/compte/second-facteur")
    } catch let refusal as AccountRefusal {
      return try await secondFactorPage(request, refusal).response(.unprocessableContent)
    }
  }

  private func codeMayBeTried(_ request: Request, _ context: WebContext) throws {
    let name = "code \(try visitor.account.id.text)"
    let sender = site.sender(of: request, context)
    guard site.attempts.mayTry(name, from: sender, at: site.now()) else {
      throw AccountRefusal.tooManyAttempts
    }
  }

  private var visitor: SignedIn {
    get throws {
      guard let signedIn = Visit.current else { throw HTTPError(.notFound) }
      return signedIn
    }
  }
}

extension WebContext {
  /// A session as its page names it: the SHA-256 of what a browser holds, which opens nothing.
  func session() throws -> [UInt8] {
    let digits = Array(try parameters.require("session").utf8)
    let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard values.count == 64, digits.count == 64 else { throw HTTPError(.notFound) }
    return stride(from: 0, to: 64, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}

extension WebSession {
  /// As an address names it.
  var key: String {
    token.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
