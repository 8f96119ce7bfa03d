import Maintenance

/// Words of who is told of delays, and of who is on call.
struct OnCallWords: Sendable {
  var grounds: [ToldPerson.Ground: String]
  /// The share of the delay.
  var near: @Sendable (_ share: String) -> String
  var over: String
  var told: @Sendable (_ names: String) -> String
  var nobodyTold: String
  var uncovered: String
  var next: @Sendable (_ share: String, _ when: String) -> String
  var title: String
  var now: @Sendable (_ name: String, _ until: String) -> String
  var nobody: String
  var noPromise: String
  var promises: @Sendable (Int) -> String
  var gaps: String
  var gapLead: @Sendable (Int) -> String
  var week: @Sendable (_ first: String) -> String
  var day: String
  var hours: String
  var who: String
  var from: String
  var until: String
  var person: String
  var plan: String
  var planHint: String
  var cancel: String
  var previous: String
  var following: String
  var covered: String
  var noPeople: String
  var refusals: [ShiftRefusal: String]
}

extension OnCallWords {
  static let french = OnCallWords(
    grounds: [.named: "au contrat", .assignee: "en charge", .onCall: "d’astreinte"],
    near: { "\($0) du délai" }, over: "Délai dépassé", told: { "prévenus\u{A0}: \($0)" },
    nobodyTold: "personne à prévenir", uncovered: "personne n’était d’astreinte",
    next: { "Prochaine alerte à \($0)\u{A0}: \($1)" }, title: "Astreintes",
    now: { "\($0) est d’astreinte jusqu’à \($1)." }, nobody: "Personne n’est d’astreinte.",
    noPromise: "Aucun contrat en vigueur ne promet d’astreinte.",
    promises: { $0 == 1 ? "Un contrat promet une astreinte" : "\($0) contrats en promettent une" },
    gaps: "Promis, et personne d’astreinte",
    gapLead: {
      $0 == 1
        ? "Un créneau promis au contrat reste sans personne d’astreinte sous sept jours."
        : "\($0) créneaux promis aux contrats restent sans personne d’astreinte sous sept jours."
    },
    week: { "Semaine du \($0)" }, day: "Jour", hours: "De 0\u{A0}h à 24\u{A0}h", who: "D’astreinte",
    from: "Du", until: "Au", person: "Personne", plan: "Mettre d’astreinte",
    planHint: "Qui était d’astreinte pendant ce temps est relevé.", cancel: "Annuler",
    previous: "Semaine précédente", following: "Semaine suivante",
    covered: "couvert", noPeople: "Ouvrez d’abord un compte à qui peut être d’astreinte.",
    refusals: [
      .badSpan: "La fin vient après le début, d’un mois au plus.",
      .tooFar: "Donnez un début entre la semaine passée et l’an prochain.",
      .cannotAnswer: "Cette personne ne travaille pas sur les tickets, ou son compte est fermé.",
      .alreadyCancelled: "Cette astreinte est déjà annulée.",
      .isOver: "Cette astreinte est passée\u{A0}: elle reste ce qu’elle fut.",
    ])

  static let english = OnCallWords(
    grounds: [.named: "in the contract", .assignee: "in charge", .onCall: "on call"],
    near: { "\($0) of the delay" }, over: "Delay over", told: { "told: \($0)" },
    nobodyTold: "nobody to tell", uncovered: "nobody was on call",
    next: { "Next alert at \($0): \($1)" }, title: "On call",
    now: { "\($0) is on call until \($1)." }, nobody: "Nobody is on call.",
    noPromise: "No contract in force promises somebody on call.",
    promises: {
      $0 == 1 ? "One contract promises somebody on call" : "\($0) contracts promise it"
    },
    gaps: "Promised, and nobody on call",
    gapLead: {
      $0 == 1
        ? "One span promised by a contract has nobody on call within seven days."
        : "\($0) spans promised by contracts have nobody on call within seven days."
    },
    week: { "Week of \($0)" }, day: "Day", hours: "0 to 24 h", who: "On call", from: "From",
    until: "Until", person: "Person", plan: "Put on call",
    planHint: "Whoever was on call then is relieved.", cancel: "Cancel",
    previous: "Previous week", following: "Following week", covered: "covered",
    noPeople: "First open an account for somebody who may be on call.",
    refusals: [
      .badSpan: "The end comes after the start, by a month at most.",
      .tooFar: "Give a start between last week and next year.",
      .cannotAnswer: "This person does not work on tickets, or the account is disabled.",
      .alreadyCancelled: "This shift is cancelled already.",
      .isOver: "This shift is over: it stays what it was.",
    ])
}
