extension Contract {
  var operationsArticle: ArticleDraft {
    ArticleDraft(
      "operations", "Opérations planifiées",
      basis: "Code civil, art. 1163 et 1166"
    ) {
      if operations.isEmpty {
        ClauseDraft(
          "absence",
          """
          Le Contrat ne comporte aucune opération planifiée : le Prestataire agit sur Ticket ou \
          sur devis.
          """)
      } else {
        operations.map { ClauseDraft($0.id, operationText($0)) }
        ClauseDraft(
          "calendrier",
          """
          Les dates se comptent à partir de la prise d'effet. Une opération dont la date tombe un \
          jour où le support est fermé est exécutée le premier Jour ouvré suivant, sauf si sa \
          récurrence dit le précédent. Une opération manquée du fait du Prestataire est rattrapée \
          sans frais.
          """)
        ClauseDraft(
          "compte_rendu",
          """
          Chaque opération donne lieu à une inscription au Registre : faite, faite en partie, \
          refusée par le Client ou impossible, avec son motif. Le détail des contrôles figure à \
          \(annex: "operations").
          """)
      }
    }
  }

  private func operationText(_ operation: PlannedOperation) -> Passage {
    let groups = operation.groups.map(spelled)
    var text: Passage = """
      \(spelled(operation.id).asSentence) Nature : \(operation.nature.french). Récurrence : \
      \(operation.recurrence.french).
      """
    if let duration = operation.duration { text += " Durée prévue : \(duration.french)." }
    if !groups.isEmpty { text += " Équipements concernés : \(frenchList(groups))." }
    if let deliverable = operation.deliverable {
      text += " Livrable : \(spelled(deliverable).asPhrase)."
    }
    if let criterion = operation.acceptance {
      text += " Critère de recette : \(criterion.text.asPhrase)"
      if let delay = criterion.delay { text += ", vérifié sous \(delay.french)" }
      text += "."
    }
    return text + operationDetails(operation)
  }
}
