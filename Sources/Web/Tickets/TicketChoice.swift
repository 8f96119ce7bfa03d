import Hummingbird
import Maintenance
import Store

/// What the list of tickets is asked to show, as its address says it.
struct TicketChoice: Sendable {
  private(set) var filter = TicketFilter()
  /// As typed.
  private(set) var search = ""

  private static let longest = 200

  /// Throws 400 for a value that no form of ours sends.
  init(_ asked: (String) -> String?) throws {
    search = String((asked("q") ?? "").prefix(TicketChoice.longest))
    filter.words = SearchWords(search)
    filter.state = try TicketChoice.word(asked("etat"))
    filter.stage = try TicketChoice.word(asked("etape"))
    filter.priority = TicketChoice.text(asked("priorite"))
    filter.assignee = TicketChoice.text(asked("attribue"))
    if let key = TicketChoice.text(asked("contrat")) {
      guard let id = ID<Agreement>(key) else { throw HTTPError(.badRequest) }
      filter.agreement = id
    }
  }

  /// Reads what `query` writes.
  init(query: String) throws {
    guard query.utf8.count <= 4000 else { throw HTTPError(.badRequest) }
    let asked = try Form(Array(query.utf8), type: "application/x-www-form-urlencoded").fields
    try self.init { asked[$0] }
  }

  var isEmpty: Bool { filter == TicketFilter() }

  var path: Path { path(state: filter.state) }

  /// What the address of the same choice asks.
  var query: String {
    path.text.firstIndex(of: "?").map { String(path.text[$0...].dropFirst()) } ?? ""
  }

  /// The address of the same choice, with another state.
  func path(state: TicketFilter.State?) -> Path {
    asking("/tickets", state: state)
  }

  /// What tells the count of the same choice, and of what is newer than a row.
  func livePath(since key: ID<Ticket>?) -> Path {
    let path = asking("/tickets/direct", state: filter.state)
    return key.map { path.asking("depuis", $0.text) } ?? path
  }

  private func asking(_ place: Path, state: TicketFilter.State?) -> Path {
    var path = place
    if !search.isEmpty { path = path.asking("q", search) }
    if let state { path = path.asking("etat", state.rawValue) }
    if let stage = filter.stage { path = path.asking("etape", stage.rawValue) }
    if let priority = filter.priority { path = path.asking("priorite", priority) }
    if let assignee = filter.assignee { path = path.asking("attribue", assignee) }
    if let agreement = filter.agreement { path = path.asking("contrat", agreement.text) }
    return path
  }

  private static func text(_ asked: String?) -> String? {
    asked.flatMap { $0.isEmpty ? nil : String($0.prefix(longest)) }
  }

  private static func word<Value: RawRepresentable<String>>(_ asked: String?) throws -> Value? {
    guard let text = text(asked) else { return nil }
    guard let value = Value(rawValue: text) else { throw HTTPError(.badRequest) }
    return value
  }
}

/// The rows of one page of the list.
struct TicketPageRows {
  var lines: [TicketLine]
  /// Of all that the filter keeps.
  var count: TicketCount
  /// Where the look for older ones stopped before the page was full.
  var searchedTo: ID<Ticket>?
  /// The same on the way up.
  var searchedUpTo: ID<Ticket>?
  var isNewest: Bool
  /// Older ones follow.
  var isMore: Bool
}
