import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// What is not billed yet, of all contracts and of one.
struct BillingRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/facturation/reste", use: all)
    router.get("/contrats/:contract/reste", use: one)
    router.get("/contrats/:contract/marge", use: margin)
    router.get("/facturation/couts", use: costs)
    router.post("/facturation/couts", use: setCost)
    router.get("/contrats/:contract/parc", use: counts)
    router.post("/contrats/:contract/parc", use: count)
    router.post("/contrats/:contract/carnets", use: order)
  }

  private func all(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.unbilledEntries(of: nil)
    return site.frame(request).unbilledPage(reading).response()
  }

  private func one(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.unbilledEntries(of: context.id("contract"))
    return site.frame(request).unbilledPage(reading).response()
  }

  private func margin(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.margin(of: context.id("contract"))
    return site.frame(request, reading.terms).marginPage(reading).response()
  }

  private func costs(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).laborCostsPage(try await site.operations.laborCosts()).response()
  }

  private func setCost(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    do {
      guard let hourly = form.amount("cout") else { throw LaborCostRefusal.outOfBounds }
      guard let from = Day(iso: form["depuis"] ?? "") else { throw LaborCostRefusal.dayOutOfBounds }
      let role = Role(rawValue: form["role"] ?? "").flatMap { $0.side == .provider ? $0 : nil }
      let who = role.map(LaborCost.Who.role) ?? .person(form["personne"] ?? "")
      try await site.operations.setLaborCost(LaborCost(who: who, from: from, hourly: hourly))
      return .see("/facturation/couts")
    } catch let refusal as LaborCostRefusal {
      let reading = try await site.operations.laborCosts()
      var frame = site.frame(request)
      frame.shell.notice = Notice(text: frame.words.margin.refusal(refusal), tone: .bad)
      return frame.laborCostsPage(reading, typed: form.fields).response(.unprocessableContent)
    }
  }

  private func counts(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.counts(of: context.id("contract"))
    return site.frame(request, reading.terms).countsPage(reading).response()
  }

  private func count(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    return try await told(request, context, form) { id in
      guard let count = Int(form["nombre"] ?? "") else { throw CountRefusal.outOfBounds }
      guard let from = Day(iso: form["depuis"] ?? "") else { throw CountRefusal.dayOutOfBounds }
      try await site.operations.recordCount(
        FleetCount(group: form["groupe"] ?? "", count: count, from: from), of: id,
        by: site.actor)
    }
  }

  private func order(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    return try await told(request, context, form) { id in
      guard let day = Day(iso: form["jour"] ?? "") else { throw CountRefusal.dayOutOfBounds }
      try await site.operations.orderPack(of: id, on: day, by: site.actor)
    }
  }

  private func told(
    _ request: Request, _ context: WebContext, _ form: Form,
    _ act: (ID<Agreement>) async throws -> Void
  ) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    do {
      try await act(id)
      return .see("/contrats/\(id)/parc")
    } catch let refusal as CountRefusal {
      let reading = try await site.operations.counts(of: id)
      var frame = site.frame(request, reading.terms)
      frame.shell.notice = Notice(text: frame.words.counts.refusal(refusal), tone: .bad)
      return frame.countsPage(reading, typed: form.fields).response(.unprocessableContent)
    }
  }
}
