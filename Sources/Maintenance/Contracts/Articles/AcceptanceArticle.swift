extension Contract {
  /// Only a contract that has an acceptance clause (recette) has this article.
  var acceptanceArticle: ArticleDraft? {
    guard let acceptance else { return nil }
    return ArticleDraft(
      "recette", "Recette", basis: "Code de commerce, art. L441-10"
    ) {
      ClauseDraft(
        "objet",
        """
        Sont soumises à recette les installations et les opérations pour lesquelles \
        \(article: "operations") ou un devis fixe un critère de recette. Les autres prestations \
        sont constatées par leur inscription au Registre.
        """ + acceptanceDetails(acceptance))
      ClauseDraft("delai", acceptanceText(acceptance))
      ClauseDraft(
        "reserves",
        """
        La recette \(acceptance.hasReport ? signedReport : "est constatée par écrit"), \
        avec ou sans réserves. Les réserves sont \
        motivées et leur levée, à la charge du Prestataire, est constatée de la même façon. Une \
        réserve mineure n'empêche pas la recette.
        """)
      ClauseDraft(
        "paiement",
        acceptance.startsPayment
          ? "Les Parties stipulent expressément que le délai de paiement part de la recette."
          : "La procédure de recette ne prolonge pas les délais de \(clause: "paiement.delai").")
    }
  }

  private var signedReport: String { "fait l'objet d'un procès-verbal signé" }

  private func acceptanceText(_ acceptance: Acceptance) -> Passage {
    var text: Passage =
      if let delay = acceptance.delay {
        """
        Le Client prononce ou refuse la recette dans un délai \(delay.afterDe) à compter de la \
        notification de l'achèvement, au regard du critère convenu.
        """
      } else {
        "Le Client prononce ou refuse la recette à l'achèvement, au regard du critère convenu."
      }
    switch acceptance.silence {
    case .acceptance: text += " Son silence à l'expiration de ce délai vaut recette sans réserve."
    case .refusal: text += " Son silence à l'expiration de ce délai vaut refus."
    case nil: break
    }
    return text
  }
}
