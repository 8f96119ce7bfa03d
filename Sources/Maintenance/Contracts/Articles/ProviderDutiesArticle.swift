extension Contract {
  var providerDutiesArticle: ArticleDraft {
    ArticleDraft(
      "obligations_prestataire", "Obligations du Prestataire",
      basis: "Code civil, art. 1104, 1112-1 et 1166"
    ) {
      ClauseDraft(
        "moyens",
        """
        Le Prestataire exécute le Contrat avec la compétence, la diligence et la prudence d'un \
        professionnel de la maintenance informatique. Il est tenu d'une obligation de moyens, sauf \
        là où le Contrat stipule une obligation de résultat, et il lui appartient de justifier des \
        diligences accomplies.
        """)
      ClauseDraft(
        "conseil",
        """
        Avant la conclusion et pendant toute la durée du Contrat, le Prestataire s'informe des \
        besoins du Client, l'éclaire sur l'état de son système et lui propose les solutions \
        adaptées. Chaque conseil est écrit, daté, adressé au Client et conservé avec sa réponse.
        """)
      ClauseDraft(
        "mise_en_garde",
        """
        Le Prestataire avertit le Client par écrit des contraintes, des risques et des limites \
        d'une demande, notamment en matière de sécurité et de sauvegarde. Si une demande n'est pas \
        réalisable ou met en danger le système, il le dit avant d'agir et n'agit qu'après que le \
        Client a pris acte de l'avertissement.
        """)
      ClauseDraft(
        "personnel",
        """
        Le Prestataire affecte du personnel qualifié, placé sous sa seule autorité hiérarchique et \
        disciplinaire, y compris dans les locaux du Client, dont il respecte les règles d'accès et \
        de sécurité.
        """)
      ClauseDraft(
        "transparence",
        """
        Le Prestataire tient le Registre, où chaque acte, décision et suspension est inscrit à sa \
        date sans pouvoir être modifié. Le Client y a accès pour ce qui le concerne. Un rapport \
        mensuel, tiré du Registre seul, présente les actes accomplis, les Tickets résolus, les \
        niveaux de service tenus et les consommations.
        """)
      ClauseDraft(
        "suivi",
        """
        Les Parties se réunissent au moins une fois par an pour évaluer les prestations d'après \
        ces rapports. Le Prestataire y propose les améliorations et les adaptations utiles, qui \
        sont convenues par avenant.
        """)
      followUpClauses
    }
  }
}
