extension Contract {
  var subcontractingArticle: ArticleDraft {
    ArticleDraft(
      "sous_traitance", "Sous-traitance et cession",
      basis: "Loi n° 75-1334 du 31 décembre 1975 ; code civil, art. 1216"
    ) {
      ClauseDraft(
        "sous_traitants",
        """
        Le Prestataire ne confie une partie des prestations à un sous-traitant qu'après l'avoir \
        fait accepter par le Client et avoir fait agréer ses conditions de paiement. Il reste \
        entièrement responsable des prestations sous-traitées et impose au sous-traitant des \
        obligations de même portée, notamment de confidentialité.
        """)
      ClauseDraft(
        "vigilance",
        """
        Le Prestataire remet au Client, à la conclusion puis tous les six mois, les attestations \
        sociales et le justificatif d'immatriculation que la loi lui permet d'exiger.
        """)
      ClauseDraft(
        "cession",
        """
        Aucune Partie ne cède le Contrat sans l'accord écrit de l'autre. La cession est constatée \
        par écrit.
        """)
    }
  }
}
