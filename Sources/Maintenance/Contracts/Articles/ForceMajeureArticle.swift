extension Contract {
  var forceMajeureArticle: ArticleDraft {
    ArticleDraft(
      "force_majeure", "Force majeure et imprévision", basis: "Code civil, art. 1195 et 1218"
    ) {
      ClauseDraft(
        "definition",
        """
        Aucune Partie ne répond d'une inexécution due à un événement qui échappe à son contrôle, \
        qui ne pouvait être raisonnablement prévu à la conclusion du Contrat et dont les effets ne \
        peuvent être évités par des mesures appropriées. Une attaque informatique que des mesures \
        conformes aux règles de l'art auraient évitée n'en est pas un.
        """)
      ClauseDraft(
        "effets",
        """
        La Partie empêchée en avertit l'autre sans délai et limite les effets de l'empêchement. \
        S'il est temporaire, l'obligation est suspendue et le prix des prestations non exécutées \
        n'est pas dû. S'il dure plus \(forceMajeureDelay.afterDe), chaque Partie peut résilier \
        le \
        Contrat par notification écrite, sans indemnité.
        """)
      addedForceMajeureClauses
      ClauseDraft("imprevision", hardshipText)
    }
  }
}
