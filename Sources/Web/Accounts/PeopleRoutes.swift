import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// A client's own people under a contract, for its signatory: who asks, who reads.
struct PeopleRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats/:contract/personnes", use: list)
    router.post("/contrats/:contract/personnes", use: invite)
    router.post("/contrats/:contract/personnes/:account/:part", use: change)
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(request, try context.id("contract")).response()
  }

  private func invite(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    let role: Role = try form.choice("role")
    guard Role.managedByClient.contains(role) else { throw HTTPError(.badRequest) }
    do {
      let (account, link) = try await site.operations.openAccount(
        email: form["courriel"] ?? "", name: form["nom"] ?? "", role: role,
        reach: try reach(under: id, form), by: site.actor)
      return try await page(request, id, link: (account, link)).response()
    } catch let refusal as AccountRefusal {
      return try await page(request, id, refusal, typed: form.fields)
        .response(.unprocessableContent)
    }
  }

  private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let account = try await site.operations.account(try context.id("account"))
    guard account.reach.agreements.contains(id), manages(account) else {
      throw HTTPError(.notFound)
    }
    let form = try await Form(request, context)
    do {
      switch try context.parameters.require("part") {
      case "desactivation":
        _ = try await site.operations.setDisabled(true, account.id, by: site.actor)
      case "reactivation":
        _ = try await site.operations.setDisabled(false, account.id, by: site.actor)
      case "role":
        let role: Role = try form.choice("role")
        guard Role.managedByClient.contains(role) else { throw HTTPError(.badRequest) }
        _ = try await site.operations.setRole(
          role, reach: try reach(account.reach, under: id, form), of: account.id,
          seen: form["vu"].flatMap { Int($0) } ?? account.version, by: site.actor)
      case "lien":
        guard let link = try await site.operations.accessLink(for: account.email) else {
          throw HTTPError(.notFound)
        }
        return try await page(request, id, link: (account, link)).response()
      default: throw HTTPError(.notFound)
      }
      return .see("/contrats/\(id)/personnes")
    } catch let refusal as AccountRefusal {
      let isRole = context.parameters.get("part") == "role"
      // Somebody else's change is shown before it is changed again.
      let isStale = refusal == .accountChanged
      return try await page(
        request, id, refusal, of: isRole ? account.id : nil,
        typed: isRole && !isStale ? form.fields : [:]
      ).response(.unprocessableContent)
    }
  }

  /// With those of the contract's sites that were ticked.
  private func reach(
    _ before: Reach? = nil, under id: ID<Agreement>, _ form: Form
  ) throws -> Reach {
    var reach = before ?? Reach([id])
    reach.sites[id] = try Reach.sites(of: id, form)
    return reach
  }

  private func manages(_ account: Account) -> Bool {
    Visit.current.map { $0.account.manages(account) } ?? true
  }

  private func page(
    _ request: Request, _ id: ID<Agreement>, _ refusal: AccountRefusal? = nil,
    of changed: ID<Account>? = nil, typed: [String: String] = [:],
    link: (Account, AccessToken)? = nil
  ) async throws -> HTML {
    let (agreement, terms) = try await site.operations.agreementTerms(id)
    let people = try await site.operations.accounts().filter { $0.reach.agreements.contains(id) }
    return site.frame(request).peoplePage(
      agreement, terms, people.map { ($0, manages($0)) }, refusal, changed: changed, typed: typed,
      choice: ReachChoice(agreement, terms),
      link: link.map { ($0.0, "\(site.origin(for: $0.0, request))/acces/\($0.1.text)") })
  }
}
