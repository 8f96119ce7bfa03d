extension Contract {
  /// Only a contract under which personal data are processed has this article.
  var personalDataArticle: ArticleDraft? {
    guard let processing else { return nil }
    let law =
      processing.role == .processor ? "art. 28, 32 et 33" : "art. 26, 32 et 33"
    return ArticleDraft(
      "donnees", "Données personnelles",
      basis: "Règlement (UE) 2016/679 (RGPD), \(law)"
    ) {
      ClauseDraft("roles", roleText(processing))
      ClauseDraft(
        "securite",
        """
        Le Prestataire met en œuvre les mesures techniques et organisationnelles propres à \
        assurer un niveau de sécurité adapté au risque, et les tient à jour.
        """)
      ClauseDraft("violation", breachText(processing))
      ClauseDraft("exploitation", usageText(processing))
    }
  }

  private func roleText(_ processing: PersonalData) -> Passage {
    switch processing.role {
    case .processor:
      """
      Pour les Données personnelles auxquelles l'exécution du Contrat lui donne accès, le Client \
      est responsable du traitement et le Prestataire son sous-traitant au sens du RGPD. \
      L'objet, la durée, la nature et les finalités du traitement, les données, les personnes et \
      les obligations des Parties figurent à \(annex: "donnees").
      """
    case .jointController, .none:
      """
      Pour les Données personnelles traitées à l'occasion du Contrat, les Parties sont \
      responsables conjoints du traitement. Chacune répond, pour les opérations qu'elle conduit, \
      de l'information des personnes et de l'exercice de leurs droits ; le Client est leur point \
      de contact. Finalités : \(frenchList(processing.purposes.map(\.asPhrase))).
      """
    }
  }

  private func breachText(_ processing: PersonalData) -> Passage {
    let delay: Passage =
      if let notice = processing.breachNotice {
        """
        dans les meilleurs délais et au plus tard \(notice.french) après en avoir pris \
        connaissance
        """
      } else {
        "dans les meilleurs délais après en avoir pris connaissance"
      }
    return """
      Le Prestataire notifie au Client toute violation de Données personnelles \(delay), avec les \
      informations utiles à la notification à l'autorité de contrôle et, s'il y a lieu, aux \
      personnes concernées.
      """
  }

  private func usageText(_ processing: PersonalData) -> Passage {
    let own: Passage =
      if let statistics = processing.statistics {
        """
        Il peut tirer de l'exécution du Contrat des statistiques internes, sous forme de données \
        \(spelled(statistics)), sans les communiquer à des tiers.
        """
      } else {
        "Il n'en tire aucune statistique pour son compte."
      }
    return "Le Prestataire n'utilise pas ces données à d'autres fins que le Contrat. \(own)"
  }
}
