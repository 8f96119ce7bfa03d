extension Contract {
  /// Comes second; defines only the terms that `words`, or another definition, uses.
  func definitionsArticle(usedIn words: String) -> ArticleDraft {
    ArticleDraft(
      "definitions", "Définitions et interprétation",
      basis: "Code civil, art. 1119 et 1190"
    ) {
      ClauseDraft(
        "termes",
        [
          .text(
            """
            Dans le Contrat, les termes suivants, au singulier comme au pluriel et avec ou sans \
            majuscule, ont le sens qui leur est donné ici :
            """),
          .items(used(in: words).map { "\($0.term) : \($0.meaning) ;" }.asFinalList),
        ])
      ClauseDraft(
        "documents",
        """
        Le Contrat est formé des présents articles et de leurs annexes. En cas de contradiction, \
        les articles l'emportent sur les annexes. Les conditions générales d'une Partie n'en font \
        pas partie, sauf acceptation écrite, et ne prévalent jamais sur lui. Un délai en jours, \
        mois ou années se compte en jours civils, sauf mention de jours ouvrés.
        """)
      ClauseDraft("couverture", coverageBlocks)
    }
  }

  private func used(in words: String) -> [Definition] {
    var used = definitions.map { $0.isUsed(in: words) || $0.isUsed(in: coverageWords) }
    // A definition may call another one: each turn adds at least one, or the search is over.
    for _ in definitions {
      let before = used
      for (index, definition) in definitions.enumerated() where !used[index] {
        used[index] = zip(definitions, before).contains { other, isUsed in
          isUsed && definition.isUsed(in: other.meaning.words)
        }
      }
      if used == before { break }
    }
    return zip(definitions, used).filter(\.1).map(\.0)
  }

  private var coverageWords: String {
    coverageBlocks.map(\.words).joined(separator: "\n")
  }
}
