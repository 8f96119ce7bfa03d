import Hummingbird
import Maintenance
import Operations

/// The register of advice: of all contracts, of one, one advice and what becomes of it.
struct AdviceRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/conseils", use: all)
    router.get("/contrats/:contract/conseils", use: list)
    router.post("/contrats/:contract/conseils", use: draft)
    router.get("/contrats/:contract/conseils/:advice", use: show)
    router.post("/contrats/:contract/conseils/:advice/vues", use: act)
    router.post("/contrats/:contract/conseils/:advice/reponses", use: act)
    router.post("/contrats/:contract/conseils/:advice/:act", use: act)
  }

  private static let rows = 50

  private func all(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    let stage = try asked["etat"].map { text in
      guard let stage = Advice.Stage(rawValue: String(text)) else { throw HTTPError(.badRequest) }
      return stage
    }
    let before: ID<Advice>? = try context.key(asked["avant"].map(String.init))
    let (lines, counts) = try await site.operations.advice(
      at: stage ?? .sent, before: before, limit: AdviceRoutes.rows + 1)
    return site.frame(request).adviceOverviewPage(
      Array(lines.prefix(AdviceRoutes.rows)), counts, at: stage ?? .sent,
      hasMore: lines.count > AdviceRoutes.rows
    ).response()
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    var typed: [String: String] = [:]
    let asked = request.uri.queryParameters["ticket"].map(String.init)
    if let ticket: ID<Ticket> = try context.key(asked), !Visit.isClient {
      let found = try await site.operations.ticket(ticket).ticket
      guard found.agreement == id else { throw HTTPError(.notFound) }
      let name = site.frame(request).words.tickets.ticket(found.number)
      typed = [
        "objet": name, "constat": "\(name) : \(found.request.title).",
        "origine": Advice.Origin.Kind.ticket.rawValue, "reference": ticket.text,
      ]
    }
    return try await listPage(id, request, typed: typed).response()
  }

  private func listPage(
    _ id: ID<Agreement>, _ request: Request, typed: [String: String] = [:],
    refused: RefusedForm? = nil
  ) async throws -> HTML {
    let list = try await site.operations.adviceList(of: id)
    return site.frame(request, list.terms).adviceListPage(list, typed: typed, refused: refused)
  }

  private func draft(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    do {
      let kind: Advice.Origin.Kind =
        form.filled("origine") == nil ? .other : try form.choice("origine")
      let advice = try await site.operations.draftAdvice(
        try AdviceContent(form), from: Advice.Origin(kind, form["reference"] ?? ""), under: id,
        by: site.actor)
      return .see("/contrats/\(id)/conseils/\(advice.id)")
    } catch let refusal as AdviceRefusal {
      let message = site.frame(request).words.advice.refusals[refusal] ?? refusal.rawValue
      let refused = RefusedForm(act: "", message: message, fields: form.fields)
      return try await listPage(id, request, typed: form.fields, refused: refused)
        .response(.unprocessableContent)
    }
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context.id("contract"), context.id("advice"), request).response()
  }

  private func page(
    _ id: ID<Agreement>, _ advice: ID<Advice>, _ request: Request, refused: RefusedForm? = nil
  ) async throws -> HTML {
    let reading = try await site.operations.advice(advice, under: id)
    return site.frame(request, reading.terms).advicePage(reading, refused: refused)
  }

  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let advice: ID<Advice> = try context.id("advice")
    let name =
      request.uri.path.split(separator: "/").last.map(String.init) ?? ""
    let form = try await Form(request, context)
    do {
      guard let act = try AdviceAct(name, form) else { throw HTTPError(.notFound) }
      // Nobody answers what they do not find.
      if Visit.isClient { _ = try await site.operations.advice(advice, under: id) }
      try await site.operations.act(
        on: advice, under: id, by: site.actor, seen: form["vu"].flatMap { Int($0) }, act)
      return .see("/contrats/\(id)/conseils/\(advice)")
    } catch let refusal as AdviceRefusal {
      let message = site.frame(request).words.advice.refusals[refusal] ?? refusal.rawValue
      let refused = RefusedForm(act: name, message: message, fields: form.fields)
      return try await page(id, advice, request, refused: refused)
        .response(.unprocessableContent)
    }
  }
}

extension AdviceContent {
  /// A price or a day that cannot be read is refused: what was typed comes back.
  init(_ form: Form) throws {
    let price = form.amount("prix")
    if price == nil, form.filled("prix") != nil { throw AdviceRefusal.priceOutOfBounds }
    let due = form.filled("echeance").map { Day(iso: $0) }
    if let due, due == nil { throw AdviceRefusal.dayOutOfBounds }
    self.init(
      thing: form["objet"] ?? "", fact: form["constat"] ?? "", risk: form["risque"] ?? "",
      consequence: form["consequence"] ?? "", recommendation: form["recommandation"] ?? "",
      price: price, due: due ?? nil)
  }
}

extension AdviceAct {
  /// The act that an address names; nothing when it names none.
  fileprivate init?(_ name: String, _ form: Form) throws {
    switch name {
    case "brouillon": self = .revise(try AdviceContent(form))
    case "envoi": self = .send(to: form["destinataire"] ?? "", by: try form.choice("moyen"))
    case "relances": self = .remind(by: try form.choice("moyen"))
    case "vues": self = .see
    case "reponses":
      let kind: ClientAnswer.Kind = try form.choice("reponse")
      guard kind != .silent else { throw HTTPError(.badRequest) }
      // A client's person answers in their own name.
      let person = Visit.isClient ? Visit.current?.account.name : form["personne"]
      self = .answer(kind, from: person ?? "", reason: form["motif"] ?? "")
    case "silences": self = .answer(.silent, from: "", reason: "")
    case "reprises": self = .raiseAgain(try form.choice("occasion"), note: form["note"] ?? "")
    case "cloture": self = .close(reason: form["motif"] ?? "")
    default: return nil
    }
  }
}
