import Hummingbird
import Maintenance
import Operations

extension TicketRoutes {
  /// The list of today, sent again as time passes.
  func live(_ request: Request, _ context: WebContext) async throws -> Response {
    try site.events(every: .seconds(20)) { [site] in
      let lines = try await site.operations.openTickets(limit: 100)
      return ("tickets", site.frame(request).todayList(lines))
    }
  }

  /// One ticket's clocks, sent again as time passes.
  func liveClocks(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    // Refuses at once what does not exist, before a stream begins.
    _ = try await site.operations.ticket(id)
    return try site.events(every: .seconds(20)) { [site] in
      let reading = try await site.operations.ticket(id)
      return ("clocks", site.frame(request, reading.terms).clocks(reading))
    }
  }
}
