extension Contract {
  var scopeArticle: ArticleDraft {
    ArticleDraft(
      "perimetre", "Périmètre et parc",
      basis: "Code civil, art. 1112-1 et 1163"
    ) {
      ClauseDraft("sites", sitesText)
      ClauseDraft("parc", [.text(fleetText)])
      addedScopeClauses
      ClauseDraft(
        "hors_perimetre",
        """
        Une demande qui porte sur un lieu ou un équipement extérieur aux Sites et au Parc n'est \
        pas refusée d'office : le Prestataire propose un devis, dans les conditions de \
        \(clause: "prix.devis").
        """)
      if let change = scope.fleetChange { ClauseDraft("evolution", changeText(change)) }
      if let backup = scope.backup { ClauseDraft("sauvegarde", backupText(backup)) }
    }
  }

  private var sitesText: Passage {
    let names = scope.sites.map { named($0.name, $0.id) }
    guard !names.isEmpty else {
      return "Les prestations sont exécutées à distance ; le Contrat ne couvre aucun Site."
    }
    let noun = names.count == 1 ? "le Site suivant" : "les \(names.count.french) Sites suivants"
    return """
      Le Contrat couvre \(noun) : \(frenchList(names)). Le calendrier de jours fériés et la zone \
      de déplacement de chaque Site sont portés à \(annex: "parc").
      """
  }

  private var fleetText: Passage {
    let groups = scope.groups.map { "\(spelled($0.id)) (\($0.count.french))" }
    guard !groups.isEmpty else {
      return "Le Parc est vide à la prise d'effet ; il ne s'étend que par avenant."
    }
    let total = scope.groups.reduce(0) { $0 + $1.count }
    return """
      Le Parc comprend \(total) équipements à la prise d'effet, répartis ainsi : \
      \(frenchList(groups)). Leur criticité est portée à \(annex: "parc").
      """
  }

  private func changeText(_ change: FleetChange) -> Passage {
    let addition =
      switch change.addition {
      case .proRataStartedMonth: "est facturé au prorata à partir du mois entamé"
      case .nextMonth: "est facturé à partir du mois suivant"
      }
    let removal =
      switch change.removal {
      case .endOfMonth: "cesse de l'être à la fin du mois"
      case .endOfTerm: "cesse de l'être à la fin de la période contractuelle en cours"
      }
    var text: Passage = """
      Le Client notifie tout ajout ou retrait d'équipement. Un équipement ajouté \(addition) ; un \
      équipement retiré \(removal).
      """
    if change.tolerance > 0 {
      let unit = change.tolerance > 1 ? "équipements" : "équipement"
      text += " Un écart n'excédant pas \(change.tolerance) \(unit) ne change pas le prix."
    }
    return text + " Au-delà de ces règles, le périmètre ne change que par avenant."
  }

  private func backupText(_ backup: Backup) -> Passage {
    var text: Passage =
      backup.responsible == .provider
      ? "Les sauvegardes du Parc sont à la charge du Prestataire, qui en contrôle l'exécution"
      : "Les sauvegardes du Parc sont à la charge du Client, qui en contrôle l'exécution"
    if let frequency = backup.frequency { text += " ; fréquence : \(spelled(frequency))" }
    if let point = backup.recoveryPoint {
      text += " ; perte de données maximale admise : \(point.french)"
    }
    if let time = backup.recoveryTime {
      text += " ; délai maximal de restauration : \(time.french)"
    }
    if let test = backup.test { text += " ; test de restauration : \(spelled(test))" }
    text += "."
    if backup.responsible == .client {
      text += """
         Le Prestataire a mis en garde le Client contre le risque de perte définitive de données \
        en l'absence de sauvegarde contrôlée et testée.
        """
    }
    if backup.warningKept {
      text += " La preuve de cette mise en garde est conservée par les Parties."
    }
    return text + """
       Avant toute intervention de nature à altérer des données, le Prestataire s'assure auprès du \
      Client qu'une sauvegarde récente existe.
      """
  }
}
