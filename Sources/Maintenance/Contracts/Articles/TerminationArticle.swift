extension Contract {
  var terminationArticle: ArticleDraft {
    ArticleDraft(
      "resiliation", "Résiliation",
      basis: "Code civil, art. 1219, 1220, 1224 à 1226, 1229 et 1230"
    ) {
      ClauseDraft("manquement", breachBlocks)
      addedTerminationClauses
      ClauseDraft(
        "effets",
        """
        La résiliation ne vaut que pour l'avenir : les prestations accomplies restent dues, et les \
        sommes payées d'avance pour la période postérieure sont remboursées en proportion. \
        Survivent au Contrat les stipulations qui y sont destinées, dont \
        \(article: "confidentialite"), \(article: "reversibilite") et \(article: "litiges").
        """)
      ClauseDraft(
        "relation",
        """
        Le respect d'un préavis contractuel ne dispense pas la Partie qui met fin à une relation \
        commerciale établie d'un préavis écrit tenant compte de la durée de cette relation.
        """)
    }
  }

  private var breachBlocks: [BlockDraft] {
    let lead: Passage = """
      Chaque Partie peut résilier le Contrat de plein droit \(formalNotice) après une mise en \
      demeure restée sans effet, si l'autre manque à l'un des engagements suivants :
      """
    let notice: Passage = """
      La mise en demeure est adressée par lettre recommandée avec avis de réception ; elle décrit \
      le manquement et mentionne expressément la présente clause résolutoire. Celle-ci ne \
      s'applique pas du seul fait de l'ouverture d'une procédure collective.
      """
    guard !termination.breaches.isEmpty else {
      return [
        .text(
          """
          En cas de manquement suffisamment grave, la Partie qui en est victime peut résilier le \
          Contrat \(formalNotice) après une mise en demeure motivée restée sans effet.
          """)
      ]
    }
    return [
      .text(lead), .items(termination.breaches.map { "\(breachWords($0)) ;" }.asFinalList),
      .text(notice),
    ]
  }

  /// A breach is named after a duty of the client, or after the article that it breaks.
  private func breachWords(_ breach: String) -> Passage {
    if clientDuties.contains(where: { $0.id == breach }) {
      return "\(spelled(breach)), selon \(clause: "obligations_client.\(breach)")"
    }
    if breach == "sauvegarde", scope.backup != nil {
      return "sauvegarde, selon \(clause: "perimetre.sauvegarde")"
    }
    guard let title = breachTitles[breach] else { return "\(spelled(breach))" }
    if breach == "donnees", processing == nil { return "\(title)" }
    return "\(title), selon \(article: breach)"
  }
}

private let breachTitles = [
  "paiement": "paiement du prix", "niveaux_de_service": "niveaux de service",
  "confidentialite": "confidentialité", "donnees": "protection des données personnelles",
  "obligations_client": "obligations du Client", "sous_traitance": "sous-traitance et cession",
  "obligations_prestataire": "obligations du Prestataire", "operations": "opérations planifiées",
]
