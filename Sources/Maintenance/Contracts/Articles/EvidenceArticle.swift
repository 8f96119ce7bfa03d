extension Contract {
  var evidenceArticle: ArticleDraft {
    ArticleDraft(
      "preuve", "Preuve et signature",
      basis: "Code civil, art. 1356, 1366, 1367 et 1379 ; code de commerce, art. L123-22"
    ) {
      ClauseDraft(
        "registre",
        """
        Les Parties conviennent que les inscriptions du Registre, horodatées et liées entre elles \
        par des empreintes qui révèlent toute altération, sont admises comme preuve des actes \
        qu'elles rapportent, sauf preuve contraire. Chaque Partie peut en obtenir à tout moment \
        une copie et la vérifier sans le concours de l'autre.
        """)
      ClauseDraft("signature", signatureText)
      acceptedFindingsClauses
      ClauseDraft(
        "conservation",
        """
        Le Contrat, ses avenants et les inscriptions du Registre sont conservés pendant la durée \
        du Contrat et cinq ans après sa fin ; les factures et leurs justificatifs, dix ans après \
        la clôture de l'exercice.
        """)
      ClauseDraft(
        "integralite",
        """
        Le Contrat et ses annexes expriment l'entier accord des Parties sur son objet. La nullité \
        d'une clause n'entraîne pas celle des autres, et la tolérance d'un manquement ne vaut pas \
        renonciation.
        """)
    }
  }

  private var signatureText: Passage {
    let level: Passage =
      switch signature.level {
      case .simple: "par signature électronique simple"
      case .advanced: "par signature électronique avancée"
      case .qualified: "par signature électronique qualifiée, présumée fiable"
      case .handwritten: "de la main de leurs représentants, en deux originaux"
      }
    var text: Passage = "Les Parties signent le Contrat \(level)"
    if let place = signature.place { text += ", \(place.asPhrase)" }
    text += "."
    switch signature.level {
    case .simple, .advanced:
      text += """
         Elles lui reconnaissent la valeur d'un écrit signé ; le dossier de preuve (identité des \
        signataires, horodatages, empreinte du document) est conservé aussi longtemps que le \
        Contrat.
        """
    case .qualified, .handwritten: break
    }
    return text + signatureDetails
  }
}
