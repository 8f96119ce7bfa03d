import Operations
import Store

/// Words of what chooses among tickets.
struct ListWords: Sendable {
  var search: String
  var choose: String
  var all: String
  var nothing: String
  var states: String
  var stateWords: [TicketFilter.State: String]
  var count: @Sendable (TicketCount) -> String
  var newCount: @Sendable (Int) -> String
  var pages: String
  var newer: String
  var newest: String
  var goOn: String
  /// Until which day all was looked at.
  var searched: @Sendable (String) -> String
  var views: String
  var ownView: String
  var keepView: String
  var removeView: String
  var viewName: String
  var viewFor: String
  var forMe: String
  var forAll: String
  var keep: String
  var viewRefusals: [SavedViewRefusal: String]
}

extension ListWords {
  static let french = ListWords(
    search: "Chercher", choose: "Afficher", all: "Tous", nothing: "Aucun ticket ne répond.",
    states: "États",
    stateWords: [
      .open: "Ouverts", .late: "En retard", .awaited: "Réponse attendue", .resolved: "Résolus",
    ],
    count: { count in
      let number = count.number
      guard count.isWhole else {
        switch number {
        case TicketCount.most: return "Plus de 1\u{202F}000 tickets"
        case 0: return "Aucun ticket trouvé jusqu’ici"
        default: return "Au moins \(number) ticket\(number > 1 ? "s" : "")"
        }
      }
      return number > 1 ? "\(number) tickets" : number == 1 ? "Un ticket" : "Aucun ticket"
    },
    newCount: { $0 > 1 ? "\($0) nouveaux, les afficher" : "un nouveau, l’afficher" },
    pages: "Pages", newer: "Plus récents", newest: "Les derniers",
    goOn: "Continuer la recherche",
    searched: { "Recherche menée jusqu’au \($0)\u{A0}: il peut y en avoir de plus anciens." },
    views: "Vues enregistrées", ownView: "(à moi)", keepView: "Enregistrer cette vue",
    removeView: "Retirer cette vue", viewName: "Nom de la vue", viewFor: "Pour", forMe: "Moi",
    forAll: "Tous", keep: "Enregistrer",
    viewRefusals: [
      .nameOutOfBounds: "Donnez un nom de soixante caractères au plus.",
      .tooMany: "Cinquante vues sont déjà enregistrées\u{A0}: retirez-en une.",
    ])

  static let english = ListWords(
    search: "Search", choose: "Show", all: "All", nothing: "No ticket answers.", states: "States",
    stateWords: [
      .open: "Open", .late: "Late", .awaited: "Answer awaited", .resolved: "Resolved",
    ],
    count: { count in
      let number = count.number
      guard count.isWhole else {
        switch number {
        case TicketCount.most: return "More than 1,000 tickets"
        case 0: return "No ticket found so far"
        default: return "At least \(number) ticket\(number == 1 ? "" : "s")"
        }
      }
      return number > 1 ? "\(number) tickets" : number == 1 ? "One ticket" : "No ticket"
    },
    newCount: { $0 > 1 ? "\($0) new ones, show them" : "a new one, show it" },
    pages: "Pages", newer: "Newer", newest: "Newest", goOn: "Search on",
    searched: { "Searched back to \($0): there may be older ones." },
    views: "Saved views", ownView: "(mine)", keepView: "Save this view",
    removeView: "Remove this view", viewName: "Name of the view", viewFor: "For", forMe: "Me",
    forAll: "Everybody", keep: "Save",
    viewRefusals: [
      .nameOutOfBounds: "Give it a name of at most sixty characters.",
      .tooMany: "Fifty views are saved already: remove one.",
    ])
}
