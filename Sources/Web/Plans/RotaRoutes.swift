import Hummingbird
import Maintenance
import Operations

/// Who is on call: a week of it, and its changes.
struct RotaRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/astreintes", use: show)
    router.post("/astreintes", use: plan)
    router.post("/astreintes/:shift/annulation", use: cancel)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = try request.uri.queryParameters["semaine"].map { text in
      guard let day = Day(iso: String(text)) else { throw HTTPError(.badRequest) }
      return day
    }
    return try await page(request, of: asked).response()
  }

  private func plan(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let start = WallTime(iso: form["debut"] ?? "")
    do {
      guard let account = ID<Account>(try form.text("personne")) else {
        throw HTTPError(.badRequest)
      }
      guard let start, let end = WallTime(iso: form["fin"] ?? "") else {
        throw ShiftRefusal.badSpan
      }
      let zone = site.frame(request).formats.zone
      let span = TimeSpan(start: start.instant(in: zone), end: end.instant(in: zone))
      try await site.operations.planShift(account, span, by: site.actor)
      return .see(Path("/astreintes").asking("semaine", start.day.iso))
    } catch let refusal as ShiftRefusal {
      return try await page(request, of: start?.day, refusal, typed: form.fields)
        .response(.unprocessableContent)
    }
  }

  private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
    do {
      try await site.operations.cancelShift(context.id("shift"), by: site.actor)
      return .see("/astreintes")
    } catch let refusal as ShiftRefusal {
      return try await page(request, of: nil, refusal).response(.unprocessableContent)
    }
  }

  private func page(
    _ request: Request, of asked: Day?, _ refusal: ShiftRefusal? = nil,
    typed: [String: String] = [:]
  ) async throws -> HTML {
    let frame = site.frame(request)
    let today = frame.formats.zone.day(at: site.now())
    // Ten years around are enough for a rota.
    let day = asked.map { min(max($0, today + -3660), today + 3660) } ?? today
    let monday = day + -day.weekday.rawValue
    let rota = try await site.operations.rota(from: monday, days: 7)
    let current = try await site.operations.onCallNow().shift
    let refused = refusal.map {
      RefusedForm(
        act: "astreintes", message: frame.words.onCall.refusals[$0] ?? $0.rawValue, fields: typed)
    }
    return frame.rotaPage(rota, from: monday, current: current, refused: refused)
  }
}
