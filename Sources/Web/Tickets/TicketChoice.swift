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

  var isEmpty: Bool { filter == TicketFilter() }

  /// The address of the same choice, with another state.
  func path(state: TicketFilter.State?) -> Path {
    var path: Path = "/tickets"
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
  /// Of all that the filter keeps; more than a thousand are not counted.
  var count: Int
  var isMore: Bool
}
