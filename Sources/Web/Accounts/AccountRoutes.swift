import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// The people who have an account, for those who manage them.
struct AccountRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/comptes", use: list)
    router.post("/comptes", use: open)
    router.post("/comptes/regles", use: setPolicy)
    router.get("/comptes/:account", use: person)
    router.get("/comptes/:account/donnees", use: personalData)
    router.post("/comptes/:account/:part", use: change)
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(request).response()
  }

  private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    do {
      let (account, link) = try await site.operations.openAccount(
        email: form["courriel"] ?? "", name: form["nom"] ?? "", role: try form.choice("role"),
        reach: try Reach(form), by: site.actor)
      return try await page(request, link: (account, link)).response()
    } catch let refusal as AccountRefusal {
      return try await page(request, refusal, typed: form.fields).response(.unprocessableContent)
    }
  }

  private func setPolicy(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    do {
      try await site.operations.requireSecondFactor(
        form["second-facteur"] == "exige", by: site.actor)
      return .see("/comptes")
    } catch let refusal as AccountRefusal {
      return try await page(request, refusal).response(.unprocessableContent)
    }
  }

  private func person(_ request: Request, _ context: WebContext) async throws -> Response {
    try await personPage(request, try context.id("account")).response()
  }

  /// What is kept about somebody, as a file.
  private func personalData(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Account> = try context.id("account")
    let bytes = try await site.operations.personalData(of: id)
    try await site.note(.personalData, of: "account \(id.text)", under: nil)
    return .download(bytes, named: "donnees-\(id.text).json", type: "application/json")
  }

  private func personPage(
    _ request: Request, _ id: ID<Account>, _ refusal: AccountRefusal? = nil
  ) async throws -> HTML {
    let account = try await site.operations.account(id)
    let contracts = try await site.operations.agreements()
    return site.frame(request).personPage(
      account, try await site.operations.sessions(of: account),
      try await site.operations.tokens(of: id), contracts,
      try await choices(for: account, contracts), refusal)
  }

  /// The contracts of the clients whose contracts the account names.
  private func choices(
    for account: Account, _ contracts: [AgreementLine]
  ) async throws -> [ReachChoice] {
    let named = contracts.filter { account.reach.agreements.contains($0.id) }
    let clients = Set(named.map(\.clientName))
    var choices: [ReachChoice] = []
    for line in contracts where clients.contains(line.clientName) {
      choices.append(try await site.operations.reachChoice(line.id))
    }
    return choices
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
          try form.choice("role"), reach: try Reach(form), of: id,
          seen: form["vu"].flatMap { Int($0) }, by: site.actor)
      case "sessions": try await site.operations.endSessions(of: id)
      case "jetons":
        guard let token = ID<APIToken>(try form.text("jeton")) else {
          throw HTTPError(.notFound)
        }
        try await site.operations.revokeToken(token, of: id, by: site.actor)
      case "second-facteur":
        _ = try await site.operations.resetSecondFactor(of: id, by: site.actor)
      case "lien":
        let account = try await site.operations.account(id)
        guard let link = try await site.operations.accessLink(for: account.email) else {
          throw HTTPError(.notFound)
        }
        return try await page(request, link: (account, link)).response()
      default: throw HTTPError(.notFound)
      }
      return .see("/comptes/\(id)")
    } catch let refusal as AccountRefusal {
      return try await personPage(request, id, refusal).response(.unprocessableContent)
    }
  }

  private func page(
    _ request: Request, _ refusal: AccountRefusal? = nil, typed: [String: String] = [:],
    link: (Account, AccessToken)? = nil
  ) async throws -> HTML {
    let accounts = try await site.operations.accounts()
    let contracts = try await site.operations.agreements()
    let failing = try await site.operations.failing(among: Set(accounts.map(\.email)))
    let isRequired = try await site.operations.isSecondFactorRequired()
    return site.frame(request).accountsPage(
      accounts, contracts, refusal, failing: failing, typed: typed,
      isSecondFactorRequired: isRequired,
      link: link.map { ($0.0, "\(site.origin(for: $0.0, request))/acces/\($0.1.text)") })
  }
}
