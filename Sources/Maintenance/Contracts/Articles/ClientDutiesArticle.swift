extension Contract {
  var clientDutiesArticle: ArticleDraft {
    ArticleDraft(
      "obligations_client", "Obligations du Client", basis: "Code civil, art. 1104"
    ) {
      ClauseDraft(
        "collaboration",
        """
        Le Client collabore de bonne foi à l'exécution du Contrat : il exprime ses besoins, répond \
        aux demandes du Prestataire, désigne un interlocuteur et signale ce qui peut affecter les \
        prestations.
        """)
      clientDuties.map { ClauseDraft($0.id, dutyText($0)) }
      ClauseDraft(
        "environnement",
        """
        Le Client maintient un environnement d'exploitation conforme aux prescriptions des \
        constructeurs et détient les droits d'usage des logiciels du Parc. Il ne confie \
        d'intervention sur le Parc à un tiers qu'après en avoir informé le Prestataire.
        """)
    }
  }

  private func dutyText(_ duty: ClientDuty) -> Passage {
    let asked = duty.text.asPhrase
    let delay = duty.delay.map { ", dans un délai \($0.afterDe)" } ?? ""
    var text: Passage =
      asked.startsWithInfinitive
      ? "Le Client s'oblige à \(asked.prefix(1).lowercased() + asked.dropFirst())\(delay)."
      : "Le Client est tenu de ce qui suit\(delay) : « \(asked) »."
    if duty.suspendsClocks, !serviceLevels.pauses.isEmpty {
      text += " Tant que le Client y manque, les délais du Prestataire sont suspendus, selon "
      text += "\(clause: "niveaux_de_service.suspensions")."
    }
    return text
  }
}

extension String {
  /// «Prévenir de…»: a first word that stands after «à» once its capital is gone.
  fileprivate var startsWithInfinitive: Bool {
    let word = prefix { $0.isLetter }.lowercased()
    let tail = word.dropFirst()
    return ["er", "ir", "re"].contains { word.hasSuffix($0) } && word.count > 3
      && prefix(word.count).dropFirst() == tail && first != "«"
  }
}
