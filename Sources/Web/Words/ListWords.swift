import Store

/// Words of what chooses among tickets.
struct ListWords: Sendable {
  var search: String
  var choose: String
  var all: String
  var nothing: String
  var states: String
  var stateWords: [TicketFilter.State: String]
  /// Of up to a thousand and one: that many means more.
  var count: @Sendable (Int) -> String
}

extension ListWords {
  static let french = ListWords(
    search: "Chercher", choose: "Afficher", all: "Tous", nothing: "Aucun ticket ne répond.",
    states: "États",
    stateWords: [
      .open: "Ouverts", .late: "En retard", .awaited: "Réponse attendue", .resolved: "Résolus",
    ],
    count: { count in
      count > 1000
        ? "Plus de 1\u{202F}000 tickets"
        : count > 1
          ? "\(count) tickets"
          : count == 1 ? "Un ticket" : "Aucun ticket"
    })

  static let english = ListWords(
    search: "Search", choose: "Show", all: "All", nothing: "No ticket answers.", states: "States",
    stateWords: [
      .open: "Open", .late: "Late", .awaited: "Answer awaited", .resolved: "Resolved",
    ],
    count: { count in
      count > 1000
        ? "More than 1,000 tickets"
        : count > 1
          ? "\(count) tickets"
          : count == 1 ? "One ticket" : "No ticket"
    })
}
