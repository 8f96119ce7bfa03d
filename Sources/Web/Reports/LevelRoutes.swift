import Hummingbird
import Maintenance
import Operations

/// Service levels over any days, and the outages from which availability is measured.
struct LevelRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats/:contract/niveaux", use: show)
    router.post("/contrats/:contract/interruptions", use: record)
    router.post("/contrats/:contract/interruptions/:outage/:part", use: change)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let asked = request.uri.queryParameters
    var forms = LevelsForms()
    var period = LevelPeriod.current
    if let text = asked["mois"] {
      guard let month = Month(iso: String(text)) else { throw HTTPError(.badRequest) }
      period = .month(month)
    } else if asked["du"] != nil || asked["au"] != nil {
      let (from, to) = (String(asked["du"] ?? ""), String(asked["au"] ?? ""))
      if let first = Day(iso: from), let last = Day(iso: to),
        let days = LevelPeriod(from: first, to: last)
      {
        period = days
      } else {
        forms.typedPeriod = (from, to)
      }
    }
    if let ticket: ID<Ticket> = try context.key(asked["ticket"].map(String.init)) {
      let found = try await site.operations.ticket(ticket).ticket
      guard found.agreement == id else { throw HTTPError(.notFound) }
      forms.ticket = found
    }
    return try await page(id, period, forms, request)
      .response(forms.typedPeriod == nil ? .ok : .unprocessableContent)
  }

  private func page(
    _ id: ID<Agreement>, _ period: LevelPeriod, _ forms: LevelsForms, _ request: Request
  ) async throws -> HTML {
    let levels = try await site.operations.levels(of: id, over: period)
    let checkpoint = try await site.operations.checkpoint(of: id)
    return site.frame(request, levels.terms).levelsPage(
      levels, checkpoint: checkpoint, forms: forms)
  }

  private func record(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    return try await answering(request, id, "", form) {
      let zone = try await site.operations.terms(of: id).contract.zone
      guard let start = WallTime(iso: form["debut"] ?? "")?.instant(in: zone) else {
        throw OutageRefusal.endsBeforeStart
      }
      let outage = try await site.operations.recordOutage(
        OutageReport(
          group: form["groupe"] ?? "", start: start, end: try form.end(in: zone),
          cause: form.filled("cause"), reason: form["motif"] ?? ""),
        from: form.filled("ticket").flatMap { ID<Ticket>($0) }, under: id, by: site.actor)
      return outage.start
    }
  }

  private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let outage: ID<Outage> = try context.id("outage")
    let part = try context.parameters.require("part")
    let form = try await Form(request, context)
    return try await answering(request, id, outage.text, form) {
      switch part {
      case "fin":
        let zone = try await site.operations.terms(of: id).contract.zone
        guard let end = try form.end(in: zone) else { throw OutageRefusal.endsBeforeStart }
        try await site.operations.endOutage(outage, under: id, at: end, by: site.actor)
      case "retrait":
        try await site.operations.withdrawOutage(
          outage, under: id, because: form["motif"] ?? "", by: site.actor)
      default: throw HTTPError(.notFound)
      }
      return nil
    }
  }

  /// Leads to the month of what was recorded; a refusal gives back what was typed.
  private func answering(
    _ request: Request, _ id: ID<Agreement>, _ act: String, _ form: Form,
    _ body: () async throws -> Instant?
  ) async throws -> Response {
    do {
      let place: Path = "/contrats/\(id)/niveaux"
      guard let start = try await body() else { return .see(place.at("interruptions")) }
      let zone = try await site.operations.terms(of: id).contract.zone
      let month = Month(containing: zone.day(at: start))
      return .see(place.asking("mois", month.iso).at("interruptions"))
    } catch let refusal as OutageRefusal {
      let words = site.frame(request).words.availability
      let refused = RefusedForm(
        act: act, message: words.refusals[refusal] ?? refusal.rawValue, fields: form.fields)
      return try await page(id, .current, LevelsForms(refused: refused), request)
        .response(.unprocessableContent)
    }
  }
}

extension Form {
  /// Nothing when the field is absent or empty.
  func filled(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  fileprivate func end(in zone: Zone) throws -> Instant? {
    guard let text = filled("fin") else { return nil }
    guard let end = WallTime(iso: text) else { throw OutageRefusal.endsBeforeStart }
    return end.instant(in: zone)
  }
}
