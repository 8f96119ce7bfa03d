package import Maintenance

/// Which tickets a list shows; all of them when nothing is asked.
package struct TicketFilter: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    /// Not resolved.
    case open = "ouverts"
    /// Open, and a deadline is past.
    case late = "depasses"
    /// A proposal or a warning awaits the client's answer.
    case awaited = "reponse-attendue"
    case resolved = "resolus"
  }

  package var words = SearchWords()
  package var state: State?
  package var stage: Ticket.Stage?
  package var priority: String?
  package var agreement: ID<Agreement>?
  package var assignee: String?
  /// Ids of the contract's sites; nothing for all. Goes with `agreement`, whose they are.
  package var sites: Set<String>?

  package init() {}

  /// Open and at a step of the resolved ones, or the other way round: no ticket to look for.
  var isContradictory: Bool {
    if sites?.isEmpty == true { return true }
    guard let state, let stage else { return false }
    let isOver = stage == .resolved || stage == .closed
    return state == .resolved ? !isOver : isOver && state != .awaited
  }
}

/// From where a page of tickets goes on, all pages being newest first.
package enum TicketPlace: Hashable, Sendable {
  case newest
  /// The newest of those older than it.
  case before(ID<Ticket>)
  /// The oldest of those newer than it.
  case after(ID<Ticket>)

  var key: Int64 {
    switch self {
    case .newest: .max
    case .before(let id), .after(let id): id.number
    }
  }

  var isUpward: Bool {
    if case .after = self { true } else { false }
  }

  /// The same way, from another key.
  func moved(to key: Int64) -> TicketPlace {
    isUpward ? .after(ID(number: key)) : .before(ID(number: key))
  }
}

/// What one look for tickets found, newest first.
package struct TicketPage: Sendable, Equatable {
  package var lines: [TicketLine] = []
  /// Where the look stopped before it had enough: there may be more beyond, and none was missed
  /// before. Nothing when the page is full, or all was looked at.
  package var searchedTo: ID<Ticket>?
}

/// How many tickets a filter keeps.
package struct TicketCount: Sendable, Hashable {
  package var number: Int
  /// There are so many and no more; otherwise so many at least.
  package var isWhole: Bool

  /// What is counted one by one.
  package static let most = 1000
  /// Fewer than a page are looked for as far as the page itself would look.
  static let few = 51

  package init(_ number: Int, isWhole: Bool = true) {
    self.number = number
    self.isWhole = isWhole
  }
}
