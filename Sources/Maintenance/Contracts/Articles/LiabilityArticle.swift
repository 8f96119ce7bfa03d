extension Contract {
  var liabilityArticle: ArticleDraft {
    ArticleDraft(
      "responsabilite", "Responsabilité et assurance",
      basis: "Code civil, art. 1170, 1231-3 et 1231-4"
    ) {
      ClauseDraft(
        "principe",
        """
        Chaque Partie répond envers l'autre des dommages directs et prévisibles causés par \
        l'inexécution de ses obligations. La perte de données est un dommage direct lorsqu'elle \
        résulte d'un manquement du Prestataire à une obligation qu'il a souscrite.
        """)
      if let liability { limits(liability) }
      if let insurance = provider.insurance { ClauseDraft("assurance", insuranceText(insurance)) }
    }
  }

  @ClauseList
  private func limits(_ liability: Liability) -> [ClauseDraft] {
    if liability.excludesEverything {
      ClauseDraft(
        "exclusion",
        """
        Le Prestataire n'est pas tenu à réparation, hors les cas où la loi interdit de l'en \
        dispenser et sans que cette stipulation prive de sa substance son obligation essentielle.
        """)
    } else if let cap = liability.cap {
      ClauseDraft(
        "plafond",
        """
        La responsabilité totale de chaque Partie, toutes causes réunies, est limitée, par \
        année contractuelle, au montant suivant : \(cap.asPhrase). Ce plafond ne s'applique pas \
        au paiement du prix ; les pénalités versées s'y imputent.
        """)
    }
    let details = liabilityDetails(liability)
    if !details.pieces.isEmpty, !details.words.isEmpty { ClauseDraft("precisions", details) }
    ClauseDraft("hors_plafond", outsideText(liability))
  }

  private func outsideText(_ liability: Liability) -> Passage {
    let always = ["dol", "faute_lourde", "dommage_corporel"]
    let causes = always + liability.outsideCap.filter { !always.contains($0) }
    return """
      Aucune limitation ne s'applique en cas \
      \(frenchList(causes.map { frenchOf(spelled($0)) }, "ou")).
      """
  }

  private func insuranceText(_ insurance: Insurance) -> Passage {
    var text: Passage = """
      Le Prestataire est assuré pour sa responsabilité civile professionnelle auprès \
      \(frenchOf(insurance.insurer)), police n° \(insurance.policy)
      """
    if let expiry = insurance.expiry { text += ", valable jusqu'au \(expiry.french)" }
    return text + """
      . Il maintient cette assurance pendant toute la durée du Contrat et en justifie à chaque \
      échéance, à première demande.
      """
  }
}
