extension Contract {
  var confidentialityArticle: ArticleDraft {
    ArticleDraft(
      "confidentialite", "Confidentialité",
      basis: "Code civil, art. 1112-2 ; code de commerce, art. L151-1"
    ) {
      ClauseDraft("obligation", dutyText)
      ClauseDraft(
        "exceptions",
        """
        Ne sont pas confidentielles les informations publiques sans faute de la Partie qui les a \
        reçues, celles qu'elle détenait déjà ou a obtenues licitement d'un tiers, et celles dont \
        une loi ou une autorité impose la communication, dans cette seule mesure.
        \(confidentialExceptions)
        """)
      ClauseDraft(
        "mesures",
        """
        Ces informations ne sont communiquées qu'aux personnes qui doivent en connaître pour \
        exécuter le Contrat\(staffDuty). Les moyens d'accès et mots de passe \
        du Client sont conservés chiffrés, et leur consultation est inscrite au Registre.
        """)
      ClauseDraft("duree", durationText)
    }
  }

  private var staffDuty: String {
    confidentiality?.bindsStaff == false ? "" : " et qui sont tenues au même secret"
  }

  private var confidentialExceptions: String {
    let exceptions = confidentiality?.exceptions ?? []
    return exceptions.isEmpty ? "" : "Ne le sont pas non plus : \(frenchList(exceptions))."
  }

  private var dutyText: Passage {
    confidentiality.map(\.isMutual) ?? true
      ? """
      Chaque Partie garde confidentielles les informations de l'autre dont elle a connaissance à \
      l'occasion du Contrat, quel qu'en soit le support, et ne les utilise que pour l'exécuter.
      """
      : """
      Le Prestataire garde confidentielles les informations du Client dont il a connaissance à \
      l'occasion du Contrat, quel qu'en soit le support, et ne les utilise que pour l'exécuter.
      """
  }

  private var durationText: Passage {
    var text: Passage = "Cette obligation vaut pendant la durée du Contrat"
    if let after = confidentiality?.afterEnd { text += " et \(after.french) après sa fin" }
    return text + """
      . À la fin du Contrat, les informations confidentielles sont restituées ou détruites, à \
      l'exception de ce que la loi impose de conserver.
      """
  }
}
