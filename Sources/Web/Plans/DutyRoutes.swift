import Hummingbird
import Maintenance
import Operations

/// Dated duties: those of all contracts, those of one, and what becomes of them.
struct DutyRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/echeances", use: all)
    router.get("/contrats/:contract/echeances", use: show)
    router.post("/contrats/:contract/echeances", use: settle)
  }

  private static let daysAhead = 60
  private static let contractDaysAhead = 92
  private static let yearAhead = 400
  private static let rows = 300

  private func all(_ request: Request, _ context: WebContext) async throws -> Response {
    let bearer = try request.uri.queryParameters["partie"].map { text in
      guard let bearer = Duty.Bearer(rawValue: String(text)) else { throw HTTPError(.badRequest) }
      return bearer
    }
    let lines = try await site.operations.openDuties(
      of: bearer, ahead: DutyRoutes.daysAhead, limit: DutyRoutes.rows)
    return site.frame(request).dutyListPage(lines, bearer).response()
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let isWholeYear = request.uri.queryParameters["periode"] == "an"
    let reading = try await reading(of: context.id("contract"), isWholeYear: isWholeYear)
    return site.frame(request, reading.terms).dutyPage(reading, isWholeYear: isWholeYear)
      .response()
  }

  /// Settles one duty, then shows them all again; a refusal gives back what was typed.
  private func settle(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    do {
      guard let key = DutyKey(try form.text("echeance")) else { throw DutyRefusal.unknownDuty }
      try await site.operations.settle(key, under: id, by: site.actor, DutyAct(form))
      return .see("/contrats/\(id)/echeances")
    } catch let refusal as DutyRefusal {
      let reading = try await reading(of: id, isWholeYear: true)
      let frame = site.frame(request, reading.terms)
      let refused = RefusedForm(
        act: form["echeance"] ?? "",
        message: frame.words.duties.refusals[refusal] ?? refusal.rawValue, fields: form.fields)
      return frame.dutyPage(reading, isWholeYear: true, refused: refused).response(
        .unprocessableContent)
    }
  }

  private func reading(of id: ID<Agreement>, isWholeYear: Bool) async throws -> DutyReading {
    try await site.operations.duties(
      of: id, ahead: isWholeYear ? DutyRoutes.yearAhead : DutyRoutes.contractDaysAhead,
      limit: DutyRoutes.rows)
  }
}

extension DutyAct {
  fileprivate init(_ form: Form) throws {
    let note = form["note"] ?? ""
    switch form["acte"] {
    case "fait":
      let entry = form["entree"] ?? ""
      // What is no number names no entry either: the form comes back with what was typed.
      self = .done(note: note, entry: entry.isEmpty ? nil : Int64(entry) ?? -1)
    case "dispense": self = .waived(reason: note)
    default: throw HTTPError(.badRequest)
    }
  }
}
