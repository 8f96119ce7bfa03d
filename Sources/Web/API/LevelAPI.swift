import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Service levels and outages for programs.
extension APIRoutes {
  static let outage: [APIField] = [
    .text("group", most: 200), .wallTime("from"), .wallTime("to").optional,
    .text("cause", most: 200).optional, .text("reason"), .text("ticket", most: 13).optional,
  ]

  func levels(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let asked = request.uri.queryParameters
    let (from, to) = (asked["from"].map(String.init), asked["to"].map(String.init))
    var period = LevelPeriod.current
    if from != nil || to != nil {
      guard let first = Day(iso: from ?? ""), let last = Day(iso: to ?? ""),
        let days = LevelPeriod(from: first, to: last)
      else {
        throw Problem(
          status: .badRequest, code: "query",
          detail: "expected two days in order, 2026-11-01, five years apart at most",
          field: Day(iso: from ?? "") == nil ? "from" : "to")
      }
      period = days
    }
    return try answer(LevelsRecord.json(try await site.operations.levels(of: id, over: period)))
  }

  func recordOutage(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let body = try APIBody(try await json(request), APIRoutes.outage)
    let zone = try await site.operations.terms(of: id).contract.zone
    guard let start = WallTime(iso: body.text("from")) else {
      throw APIBody.problem("expected a day and a time", field: "from")
    }
    let ticket = try body.optional("ticket").map { text in
      guard let ticket = ID<Ticket>(text) else {
        throw APIBody.problem("expected a key", field: "ticket")
      }
      return ticket
    }
    do {
      let outage = try await site.operations.recordOutage(
        OutageReport(
          group: body.text("group"), start: start.instant(in: zone),
          end: body.optional("to").flatMap { WallTime(iso: $0)?.instant(in: zone) },
          cause: body.optional("cause"), reason: body.text("reason")),
        from: ticket, under: id, by: site.actor)
      return try answer(LevelsRecord.json(outage), .created)
    } catch let refusal as OutageRefusal {
      let words = site.shell(of: request).words.availability
      throw Problem(
        status: .unprocessableContent, code: refusal.rawValue,
        detail: words.refusals[refusal] ?? refusal.rawValue)
    }
  }
}
