extension Contract {
  var exclusionsArticle: ArticleDraft {
    ArticleDraft(
      "exclusions", "Exclusions", basis: "Code civil, art. 1170 et 1171"
    ) {
      if scope.exclusions.isEmpty {
        ClauseDraft(
          "absence",
          "Le Contrat ne comporte pas d'exclusion particulière à l'intérieur de son périmètre.")
      } else {
        scope.exclusions.map { ClauseDraft($0.id, exclusionText($0)) }
        ClauseDraft(
          "regime",
          """
          Une demande exclue n'est jamais laissée sans réponse : le Prestataire informe le Client, \
          sur le Ticket, de la clause appliquée et de la suite possible. Aucune exclusion ne \
          dispense le Prestataire de son devoir de conseil, ni ne prive de sa substance \
          l'obligation essentielle de maintenance.
          """)
      }
    }
  }

  private func exclusionText(_ exclusion: Exclusion) -> Passage {
    let subject = exclusion.text.isEmpty ? spelled(exclusion.id) : exclusion.text
    return switch exclusion.consequence {
    case .refused:
      """
      Exclusion. \(subject.asSentence) La demande qui en relève n'est pas traitée au titre du \
      Contrat.
      """
    case .quote:
      """
      Exclusion. \(subject.asSentence) La demande qui en relève peut être traitée sur devis, dans \
      les conditions de \(clause: "prix.devis").
      """
    }
  }
}
