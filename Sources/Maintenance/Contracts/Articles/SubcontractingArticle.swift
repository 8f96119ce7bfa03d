extension Contract {
  var subcontractingArticle: ArticleDraft {
    ArticleDraft(
      "sous_traitance", "Sous-traitance et cession",
      basis: "Loi n° 75-1334 du 31 décembre 1975 ; code civil, art. 1216"
    ) {
      ClauseDraft("sous_traitants", subcontractorsText)
      ClauseDraft(
        "vigilance",
        """
        Le Prestataire remet au Client, à la conclusion puis tous les six mois, les attestations \
        sociales et le justificatif d'immatriculation que la loi lui permet d'exiger.
        """)
      ClauseDraft("cession", assignmentText)
    }
  }
}
