import Maintenance

/// Words of service levels over some days.
struct LevelWords: Sendable {
  var link: String
  var report: String
  var title: @Sendable (String) -> String
  /// First and last day.
  var days: @Sendable (String, String) -> String
  var from: String
  var to: String
  var show: String
  var previous: String
  var next: String
  var choosePeriod: String
  var wrongPeriod: String
  /// How often the contract measures.
  var measuredOver: [FlatFee.Period: String]
  /// Tickets, promises not kept.
  var lead: @Sendable (Int, Int) -> String
  var none: String
  var tooMany: String
  var promises: String
  var promise: String
  var article: String
  var outcomes: [MilestoneOutcome: String]
  var kept: String
  var target: String
  var percent: @Sendable (String) -> String
  var breaches: String
  var due: String
  var reached: String
  var penalties: String
  var penaltiesHint: String
  var noPenalty: String
  var obstacle: String
  var computation: String
  var amount: String
  var total: String
  var cap: String
  var owed: String
  var formalNotice: String
}

extension LevelWords {
  static let french = LevelWords(
    link: "Niveaux de service", report: "Rapport du mois (PDF)",
    title: { "Niveaux de service, \($0)" },
    days: { "du \($0) au \($1)" }, from: "Du", to: "Au", show: "Afficher",
    previous: "Période précédente", next: "Période suivante", choosePeriod: "Choisir une période",
    wrongPeriod: """
      Cette période ne se lit pas\u{A0}: deux jours dans l’ordre, cinq ans au plus.
      """,
    measuredOver: [
      .month: "Le contrat mesure par mois", .quarter: "Le contrat mesure par trimestre",
      .year: "Le contrat mesure par an",
    ],
    lead: { tickets, broken in
      let received =
        tickets == 0
        ? "Aucun ticket reçu" : tickets == 1 ? "Un ticket reçu" : "\(tickets) tickets reçus"
      let missed =
        broken == 0
        ? "aucun délai manqué" : broken == 1 ? "un délai manqué" : "\(broken) délais manqués"
      return tickets == 0 ? "\(received)." : "\(received), \(missed)."
    },
    none: "Aucun délai à mesurer sur ces jours.",
    tooMany: """
      Plus de 5\u{202F}000 tickets sur ces jours\u{A0}: seuls les premiers sont comptés.
      """,
    promises: "Délais promis", promise: "Délai", article: "Article",
    outcomes: [
      .held: "Tenus", .excused: "Excusés", .broken: "Manqués", .atRisk: "En danger",
      .running: "En cours",
    ],
    kept: "Part tenue", target: "Promis", percent: { "\($0)\u{A0}%" },
    breaches: "Délais manqués", due: "Échéance", reached: "Atteint", penalties: "Pénalités",
    penaltiesHint: """
      Calculées par la règle du contrat, pour les seuls délais qui obligent au résultat. \
      Rien n’est déduit sans décision.
      """,
    noPenalty: "Aucune pénalité.",
    obstacle: "Cette pénalité ne se calcule pas à partir des seules données du contrat.",
    computation: "Calcul", amount: "Montant HT", total: "Total", cap: "Plafond", owed: "À déduire",
    formalNotice: "Due seulement après une mise en demeure restée sans effet.")

  static let english = LevelWords(
    link: "Service levels", report: "Month’s report (PDF)",
    title: { "Service levels, \($0)" },
    days: { "\($0) to \($1)" }, from: "From", to: "To", show: "Show", previous: "Previous period",
    next: "Next period", choosePeriod: "Choose a period",
    wrongPeriod: "That period cannot be read: two days in order, five years at most.",
    measuredOver: [
      .month: "The contract measures by month", .quarter: "The contract measures by quarter",
      .year: "The contract measures by year",
    ],
    lead: { tickets, broken in
      let received =
        tickets == 0
        ? "No ticket received"
        : tickets == 1 ? "One ticket received" : "\(tickets) tickets received"
      let missed =
        broken == 0
        ? "no deadline missed"
        : broken == 1 ? "one deadline missed" : "\(broken) deadlines missed"
      return tickets == 0 ? "\(received)." : "\(received), \(missed)."
    },
    none: "No deadline to measure over these days.",
    tooMany: "More than 5,000 tickets over these days: only the first are counted.",
    promises: "Promised delays", promise: "Delay", article: "Article",
    outcomes: [
      .held: "Held", .excused: "Excused", .broken: "Missed", .atRisk: "At risk",
      .running: "Running",
    ],
    kept: "Share held", target: "Promised", percent: { "\($0)%" }, breaches: "Missed deadlines",
    due: "Due", reached: "Reached", penalties: "Penalties",
    penaltiesHint: """
      Computed by the contract's rule, only for delays that bind as to result. Nothing is deducted \
      without a decision.
      """,
    noPenalty: "No penalty.",
    obstacle: "This penalty cannot be computed from the contract's data alone.",
    computation: "Computation", amount: "Amount before VAT", total: "Total", cap: "Cap",
    owed: "To deduct", formalNotice: "Due only after a formal notice stayed without effect.")
}
