extension Contract {
  var reversibilityArticle: ArticleDraft {
    ArticleDraft("reversibilite", "Réversibilité", basis: "Code civil, art. 1104") {
      ClauseDraft("principe", principleText)
      ClauseDraft("restitution", [.text(returnText)] + returnedItems)
      ClauseDraft(
        "fin_des_acces",
        """
        Le Prestataire supprime ses propres accès au plus tard à la fin du Contrat ou de cette \
        assistance, et en atteste par écrit. La restitution ne peut être refusée ni retardée en \
        raison d'un litige.
        """)
    }
  }

  private var principleText: Passage {
    var text: Passage = """
      À la fin du Contrat, quelle qu'en soit la cause, le Prestataire aide le Client à reprendre \
      lui-même les prestations ou à les confier à un tiers, sans interruption de service qui lui \
      soit imputable.
      """
    if let duration = termination.exit?.duration {
      text += """
         Cette assistance dure \(duration.french) et commence à la notification de la fin du \
        Contrat, qui continue de s'appliquer, prix compris, à ce qui est exécuté pendant ce temps.
        """
    }
    return text + (termination.exit.map(exitDetails) ?? "")
  }

  private var returned: [String] {
    termination.exit?.handedOver ?? []
  }

  private var returnText: Passage {
    returned.isEmpty
      ? """
      Le Prestataire remet au Client, sans frais et dans un format courant, les moyens d'accès, la \
      documentation et les sauvegardes du Parc.
      """
      : "Le Prestataire remet au Client, sans frais et dans un format courant :"
  }

  private var returnedItems: [BlockDraft] {
    let items: [Passage] = returned.map { "\(spelled($0)) ;" }
    return items.isEmpty ? [] : [.items(items.asFinalList)]
  }
}
