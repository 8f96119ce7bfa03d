import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// The list of tickets, what keeps it true while it is looked at, and its saved views.
struct TicketListRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/tickets", use: list)
    router.get("/tickets/direct", use: live)
    router.post("/tickets/vues", use: keepView)
    router.post("/tickets/vues/:view/retrait", use: removeView)
  }

  private static let pageRows = 50

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let choice = try choice(request)
    let page = try await rows(choice, place(request, context))
    return try await answer(page, choice, request)
  }

  private func answer(
    _ page: TicketPageRows, _ choice: TicketChoice, _ request: Request,
    refused: RefusedForm? = nil
  ) async throws -> Response {
    let agreements = try await site.operations.agreements()
    let views = Visit.isClient ? [] : try await site.operations.savedViews(of: visitor)
    return site.frame(request)
      .ticketListPage(page, choice, agreements, views, refused: refused)
      .response(refused == nil ? .ok : .unprocessableContent)
  }

  private var visitor: ID<Account>? { Visit.current?.account.id }

  private func choice(_ request: Request) throws -> TicketChoice {
    let asked = request.uri.queryParameters
    return try TicketChoice { name in asked[name[...]].map(String.init) }
  }

  private func place(_ request: Request, _ context: WebContext) throws -> TicketPlace {
    let asked = request.uri.queryParameters
    if let key: ID<Ticket> = try context.key(asked["avant"].map(String.init)) {
      return .before(key)
    }
    if let key: ID<Ticket> = try context.key(asked["apres"].map(String.init)) {
      return .after(key)
    }
    return .newest
  }

  /// One row more than shown tells whether the list goes on. A way up that ends before the page is
  /// full has reached the top: the first page is shown whole.
  private func rows(
    _ choice: TicketChoice, _ place: TicketPlace
  ) async throws -> TicketPageRows {
    let most = TicketListRoutes.pageRows
    let (page, count) = try await site.operations.tickets(choice.filter, place, limit: most + 1)
    guard case .after = place else {
      let isMore = page.lines.count > most
      return TicketPageRows(
        lines: Array(page.lines.prefix(most)), count: count, searchedTo: page.searchedTo,
        isNewest: place == .newest, isMore: isMore)
    }
    guard page.lines.count > most || page.searchedTo != nil else {
      return try await rows(choice, .newest)
    }
    return TicketPageRows(
      lines: Array(page.lines.suffix(most)), count: count, searchedUpTo: page.searchedTo,
      isNewest: false, isMore: true)
  }

  /// How many the choice keeps, said again as others act, and how many are newer than the page.
  private func live(_ request: Request, _ context: WebContext) async throws -> Response {
    let choice = try choice(request)
    let key: ID<Ticket>? = try context.key(
      request.uri.queryParameters["depuis"].map(String.init))
    return try site.events(ListStream(site: site, request: request, choice: choice, key: key))
  }

  private func keepView(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let choice = try TicketChoice(query: form["choix"] ?? "")
    do {
      let isOwn = visitor != nil && form["pour"] != "tous"
      try await site.operations.keepView(
        named: form["nom"] ?? "", choice: choice.query, of: isOwn ? visitor : nil)
      return .see(choice.path)
    } catch let refusal as SavedViewRefusal {
      let frame = site.frame(request)
      let refused = RefusedForm(
        act: "vues", message: frame.words.list.viewRefusals[refusal] ?? "", fields: form.fields)
      return try await answer(rows(choice, .newest), choice, request, refused: refused)
    }
  }

  private func removeView(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<SavedView> = try context.id("view")
    let form = try await Form(request, context)
    let choice = try TicketChoice(query: form["choix"] ?? "")
    try await site.operations.removeView(id, by: visitor)
    return .see(choice.path)
  }
}

private struct ListStream: LiveStream {
  let site: Website
  let request: Request
  let choice: TicketChoice
  let key: ID<Ticket>?
  var size: Int64?

  private static let heartbeat = 10

  mutating func events(at second: Int) async throws -> [(String, HTML)] {
    let size = try await site.changes.state().size
    guard size != self.size || second % ListStream.heartbeat == 0 else { return [] }
    self.size = size
    let (all, newer) = try await site.operations.ticketCount(choice.filter, newerThan: key)
    return [("count", site.frame(request).ticketCount(all, newer: newer, choice))]
  }
}
