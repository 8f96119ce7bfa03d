import Documents
import Hummingbird
import Maintenance
import Operations

/// Acceptance: what awaits a decision, one contract's deliveries, one delivery and its report.
struct DeliveryRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/recettes", use: all)
    router.get("/contrats/:contract/recettes", use: list)
    router.post("/contrats/:contract/recettes", use: notify)
    router.get("/contrats/:contract/recettes/:delivery", use: show)
    router.get("/contrats/:contract/recettes/:delivery/pv.pdf", use: report)
    router.post("/contrats/:contract/recettes/:delivery/decisions", use: act)
    router.post("/contrats/:contract/recettes/:delivery/levees", use: act)
    router.post("/contrats/:contract/recettes/:delivery/presentations", use: act)
    router.post("/contrats/:contract/recettes/:delivery/signatures", use: sign)
  }

  private static let rows = 200

  private func all(_ request: Request, _ context: WebContext) async throws -> Response {
    let lines = try await site.operations.awaitedDeliveries(limit: DeliveryRoutes.rows)
    return site.frame(request).deliveryOverviewPage(lines).response()
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await listPage(context.id("contract"), request).response()
  }

  private func listPage(
    _ id: ID<Agreement>, _ request: Request, refused: RefusedForm? = nil
  ) async throws -> HTML {
    let list = try await site.operations.deliveries(of: id)
    return site.frame(request, list.terms).deliveryListPage(list, refused: refused)
  }

  private func notify(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    do {
      guard let day = Day(iso: form["jour"] ?? "") else { throw DeliveryRefusal.dayOutOfBounds }
      let delivery = try await site.operations.notifyDelivery(
        DeliveryNotice(
          kind: try form.choice("nature"), title: form["objet"] ?? "",
          operation: form["operation"] ?? "", criteria: form.lines("criteres"), day: day),
        under: id, by: site.actor)
      return .see("/contrats/\(id)/recettes/\(delivery.id)")
    } catch let refusal as DeliveryRefusal {
      let message = site.frame(request).words.deliveries.refusals[refusal] ?? refusal.rawValue
      return try await listPage(
        id, request, refused: RefusedForm(act: "", message: message, fields: form.fields)
      ).response(.unprocessableContent)
    }
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context.id("contract"), context.id("delivery"), request).response()
  }

  private func page(
    _ id: ID<Agreement>, _ delivery: ID<Delivery>, _ request: Request,
    refused: RefusedForm? = nil
  ) async throws -> HTML {
    let reading = try await site.operations.delivery(delivery, under: id)
    return site.frame(request, reading.terms).deliveryPage(reading, refused: refused)
  }

  private func report(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.delivery(
      context.id("delivery"), under: context.id("contract"))
    guard reading.delivery.verdict != nil else { throw HTTPError(.notFound) }
    let document = acceptanceReport(reading)
    let rendered = try await site.printing.run { try await site.press.acceptancePDF(document) }
    let file = "pv-recette-\(reading.delivery.number).pdf"
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf",
        .contentDisposition: "inline; filename=\"\(file)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: rendered.bytes)))
  }

  /// Puts the report of what was decided before both parties.
  private func sign(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let reading = try await site.operations.delivery(context.id("delivery"), under: id)
    guard reading.delivery.verdict != nil else { throw HTTPError(.notFound) }
    let form = try await Form(request, context)
    do {
      var document = acceptanceReport(reading)
      document.signatures = []
      let report = document
      let printed = try await site.printing.run { try await site.press.acceptancePDF(report) }
      let envelope = try await site.operations.requestSigning(
        of: DocumentToSign(
          .acceptance, titled: "\(report.title), \(reading.delivery.title)", pdf: printed.bytes,
          text: report.text, accepting: reading.delivery),
        under: id, by: form.signatories, days: Int(form["jours"] ?? "") ?? 0, asked: site.actor)
      return .see("/contrats/\(id)/signatures/\(envelope.id)")
    } catch {
      let words = site.frame(request).words
      let message: String
      switch error {
      case let refusal as EnvelopeRefusal:
        message = words.signatures.refusals[refusal] ?? refusal.rawValue
      case let refusal as DeliveryRefusal:
        message = words.deliveries.refusals[refusal] ?? refusal.rawValue
      default: throw error
      }
      let refused = RefusedForm(act: "signatures", message: message, fields: form.fields)
      return try await page(id, reading.delivery.id, request, refused: refused)
        .response(.unprocessableContent)
    }
  }

  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let delivery: ID<Delivery> = try context.id("delivery")
    let name = request.uri.path.split(separator: "/").last.map(String.init) ?? ""
    let form = try await Form(request, context)
    do {
      guard let act = try DeliveryAct(name, form) else { throw HTTPError(.notFound) }
      try await site.operations.act(
        on: delivery, under: id, by: site.actor, seen: form["vu"].flatMap { Int($0) }, act)
      return .see("/contrats/\(id)/recettes/\(delivery)")
    } catch let refusal as DeliveryRefusal {
      let message = site.frame(request).words.deliveries.refusals[refusal] ?? refusal.rawValue
      let refused = RefusedForm(act: name, message: message, fields: form.fields)
      return try await page(id, delivery, request, refused: refused)
        .response(.unprocessableContent)
    }
  }
}

extension DeliveryAct {
  /// The act that an address names; nothing when it names none.
  fileprivate init?(_ name: String, _ form: Form) throws {
    switch name {
    case "decisions":
      // A client's person decides in their own name.
      let person = Visit.isClient ? Visit.current?.account.name : form["personne"]
      self = .decide(
        DeliveryDecision(
          try form.choice("decision"), by: person ?? "", capacity: form["qualite"] ?? "",
          reason: form["motif"] ?? "", reservations: form.lines("reserves")))
    case "levees": self = .lift(Int(form["numero"] ?? "") ?? 0, note: form["note"] ?? "")
    case "presentations":
      guard let day = Day(iso: form["jour"] ?? "") else { throw DeliveryRefusal.dayOutOfBounds }
      self = .presentAgain(day, note: form["note"] ?? "")
    default: return nil
    }
  }
}

extension Form {
  /// The lines of a field that say something.
  fileprivate func lines(_ name: String) -> [String] {
    (self[name] ?? "").split(separator: "\n").map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
