/// A word that the contract file writes as an unaccented key, as French spells it.
///
/// Keys that are not known here lose their underscores, no more.
package func spelled(_ key: String) -> String {
  accented[key] ?? String(key.map { $0 == "_" ? " " : $0 })
}

private let accented = [
  "BE": "Belgique", "CA": "Canada", "CH": "Suisse", "DE": "Allemagne", "ES": "Espagne",
  "FR": "France", "GB": "Royaume-Uni", "IE": "Irlande", "IT": "Italie", "LU": "Luxembourg",
  "NL": "Pays-Bas", "PT": "Portugal", "US": "États-Unis", "a_planifier": "à planifier",
  "acces": "accès", "anonymes": "anonymisées",
  "conditions_generales": "conditions générales",
  "conditions_particulieres": "conditions particulières",
  "dependances": "dépendances", "indisponibilite": "indisponibilité",
  "dans_la_journee": "dans la journée", "decoupe": "découpe", "donnees": "données",
  "fait_du_client": "fait du Client", "genante": "gênante", "immediate": "immédiate",
  "maintenance_planifiee": "maintenance planifiée", "materiel": "matériel",
  "mises_a_jour": "mises à jour", "peripheriques": "périphériques", "reseau": "réseau",
  "telephonie": "téléphonie",
]

/// What something is called, else its id as French spells it.
func named(_ label: String, _ id: String) -> String {
  label.isEmpty ? spelled(id) : label
}

extension Delay {
  /// «de 12 mois», «d'un an».
  var afterDe: String {
    guard count == 1 else { return "de \(french)" }
    let isFeminine = unit == .hours || unit == .minutes
    return "d'un\(isFeminine ? "e" : "")\u{A0}\(french.dropFirst(2))"
  }
}

extension MaintenanceKind {
  var french: String {
    switch self {
    case .preventive: "maintenance préventive"
    case .corrective: "maintenance corrective"
    case .adaptive: "maintenance adaptative"
    case .perfective: "maintenance évolutive"
    case .managed: "infogérance"
    case .application: "tierce maintenance applicative"
    case .support: "assistance aux utilisateurs"
    }
  }
}

extension PlannedOperation.Nature {
  var french: String {
    switch self {
    case .preventive: "maintenance préventive"
    case .update: "mise à jour"
    case .securing: "sécurisation"
    case .installation: "installation"
    case .upkeep: "entretien"
    case .review: "revue"
    }
  }
}

extension Channel {
  var french: String {
    switch self {
    case .portal: "le portail mis à disposition par le Prestataire"
    case .email: "le courriel"
    case .telephone: "le téléphone"
    case .monitoring: "la supervision, dont les alertes ouvrent d'elles-mêmes un Ticket"
    }
  }
}

extension HolidayRegion {
  /// The law's list that applies, as a noun.
  var french: String {
    switch self {
    case .metropole: "France métropolitaine"
    case .alsaceMoselle: "Alsace-Moselle"
    case .guadeloupe: "Guadeloupe"
    case .martinique: "Martinique"
    case .guyane: "Guyane"
    case .reunion: "La Réunion"
    case .mayotte: "Mayotte"
    case .saintBarthelemy: "Saint-Barthélemy"
    case .saintMartin: "Saint-Martin"
    case .saintPierreEtMiquelon: "Saint-Pierre-et-Miquelon"
    case .polynesie: "Polynésie française"
    case .nouvelleCaledonie: "Nouvelle-Calédonie"
    case .wallisEtFutuna: "Wallis-et-Futuna"
    }
  }
}

extension AssetGroup.Criticality {
  var french: String { rawValue }
}

extension Milestone {
  package var french: String {
    switch self {
    case .response: "prise en charge"
    case .onSite: "intervention sur site"
    case .workaround: "contournement"
    case .resolution: "rétablissement"
    }
  }
}

extension PauseReason {
  /// The cause, and the side it is laid to.
  var french: String {
    switch self {
    case .awaitingClient: "attente d'une réponse ou d'une action du Client, imputée au Client"
    case .accessRefused:
      "accès aux locaux, aux équipements ou aux comptes refusé ou impossible du fait du Client, "
        + "imputé au Client"
    case .agreedPostponement:
      "report convenu entre les Parties, imputé à la Partie qui l'a demandé"
    case .namedThirdParty: "attente d'un tiers désigné au Contrat, imputée à ce tiers"
    case .forceMajeure: "force majeure, imputée à aucune Partie"
    }
  }
}

extension FlatFee.Period {
  /// After «par».
  var french: String { rawValue }

  var frenchAdverb: String {
    switch self {
    case .month: "mensuelle"
    case .quarter: "trimestrielle"
    case .year: "annuelle"
    }
  }
}

extension Payment.Method {
  var french: String {
    switch self {
    case .transfer: "virement"
    case .directDebit: "prélèvement"
    case .card: "carte bancaire"
    case .cheque: "chèque"
    case .cash: "espèces, dans la limite fixée par la loi"
    }
  }
}
