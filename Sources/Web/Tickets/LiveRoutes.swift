import Hummingbird
import Maintenance
import Operations
import Store

extension TicketRoutes {
  /// The list of today, sent again when anything moved and as time passes.
  func live(_ request: Request, _ context: WebContext) async throws -> Response {
    try site.events(TodayStream(site: site, request: request))
  }

  /// One ticket, sent again when somebody acted on it and as time passes.
  func liveClocks(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    // Refuses at once what does not exist, before a stream begins.
    let version = try await site.operations.version(of: id)
    let page = request.uri.queryParameters["page"].map(String.init) ?? ""
    let seen = request.uri.queryParameters["vu"].flatMap { Int($0) } ?? version
    return try site.events(
      TicketStream(site: site, request: request, id: id, page: page, version: seen))
  }

  /// Somebody types an answer: others who look at the ticket are shown it for some seconds.
  func writing(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    let form = try await Form(request, context)
    let page = try form.text("page")
    guard TicketStream.isPage(page) else { throw HTTPError(.badRequest) }
    _ = try await site.operations.version(of: id)
    try await site.operations.noteWriting(
      TicketWriter(page: page, ticket: id, name: site.actor.name))
    return Response(status: .noContent)
  }
}

/// Seconds between what is sent although nothing moved: clocks count down, and a page that hears
/// nothing for longer knows that it is cut off.
private let heartbeat = 10

private struct TodayStream: LiveStream {
  let site: Website
  let request: Request
  var size: Int64?

  mutating func events(at second: Int) async throws -> [(String, HTML)] {
    let size = try await site.changes.state().size
    guard size != self.size || second % heartbeat == 0 else { return [] }
    self.size = size
    let lines = try await site.operations.openTickets(limit: TicketRoutes.todayRows)
    let counts = try await site.operations.openCounts()
    let frame = site.frame(request)
    var sent = [("tickets", frame.todayList(lines)), ("lead", frame.todayLead(counts))]
    if let visit = Visit.current {
      let mentions = try await site.operations.mentions(of: visit.account.id)
      sent.append(("mentions", frame.mentionList(mentions)))
    }
    return sent
  }
}

private struct TicketStream: LiveStream {
  let site: Website
  let request: Request
  let id: ID<Ticket>
  /// Of the page that listens: its own typing is not told to it.
  let page: String
  /// That the page shows.
  var version: Int
  var size: Int64?
  var writers: [String] = []

  mutating func events(at second: Int) async throws -> [(String, HTML)] {
    let state = try await site.changes.state()
    var sent: [(String, HTML)] = []
    let own = Visit.current?.account.name
    let names = state.writers.filter { $0.ticket == id && $0.page != page && $0.name != own }
      .map(\.name)
    if names != writers {
      writers = names
      sent.append(("writers", site.frame(request).writers(names)))
    }
    let isMoved = state.size == size ? false : try await moved()
    size = state.size
    guard isMoved || second % heartbeat == 0 else { return sent }
    let reading = try await site.operations.ticket(id)
    version = reading.ticket.version
    var frame = site.frame(request, reading.terms)
    // Forms sent anew are still that page's, whose own typing is not told to it.
    if TicketStream.isPage(page) { frame.shell.command = page }
    return sent + (isMoved ? frame.liveParts(reading) : [("clocks", frame.clocks(reading))])
  }

  /// What a page is told by: the identity of its forms.
  static func isPage(_ text: String) -> Bool {
    (16...64).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126) ~= $0 }
  }

  private func moved() async throws -> Bool {
    try await site.operations.version(of: id) != version
  }
}
