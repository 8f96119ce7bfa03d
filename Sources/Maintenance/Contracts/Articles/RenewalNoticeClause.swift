extension Contract {
  /// What a non-professional client must be told of a tacit renewal, and the law that says so,
  /// word for word as C. conso. L215-4 asks.
  @ClauseList
  var renewalNotice: [ClauseDraft] {
    if client.isNonProfessional, term.initial != nil, term.renewal == .tacit {
      ClauseDraft(
        "information_reconduction",
        [
          .text(
            """
            Le Client agissant en qualité de non-professionnel, le Prestataire l'informe de la \
            faculté de ne pas reconduire le Contrat, par une lettre nominative ou un courrier \
            électronique dédiés, au plus tôt trois mois et au plus tard un mois avant le dernier \
            jour pour s'y opposer, que cette information porte dans un encadré apparent. Les \
            articles L215-1 à L215-3 et L241-3 du code de la consommation sont ici reproduits :
            """),
          .framed("\(renewalLaw)"),
        ])
    }
  }
}

/// C. conso. L215-1 (as of 18 August 2022), L215-2, L215-3 and L241-3.
private let renewalLaw = """
  Article L215-1. – Pour les contrats de prestations de services conclus pour une durée \
  déterminée avec une clause de reconduction tacite, le professionnel prestataire de services \
  informe le consommateur par écrit, par lettre nominative ou courrier électronique dédiés, au \
  plus tôt trois mois et au plus tard un mois avant le terme de la période autorisant le rejet de \
  la reconduction, de la possibilité de ne pas reconduire le contrat qu'il a conclu avec une \
  clause de reconduction tacite. Cette information, délivrée dans des termes clairs et \
  compréhensibles, mentionne, dans un encadré apparent, la date limite de non-reconduction.
  Lorsque cette information ne lui a pas été adressée conformément aux dispositions du premier \
  alinéa, le consommateur peut mettre gratuitement un terme au contrat, à tout moment à compter \
  de la date de reconduction.
  Les avances effectuées après la dernière date de reconduction ou, s'agissant des contrats à \
  durée indéterminée, après la date de transformation du contrat initial à durée déterminée, sont \
  dans ce cas remboursées dans un délai de trente jours à compter de la date de résiliation, \
  déduction faite des sommes correspondant, jusqu'à celle-ci, à l'exécution du contrat.
  Les dispositions du présent article s'appliquent sans préjudice de celles qui soumettent \
  légalement certains contrats à des règles particulières en ce qui concerne l'information du \
  consommateur.
  Par exception au premier alinéa du présent article, pour les contrats de fourniture de service \
  de télévision au sens de l'article 2 de la loi n° 86-1067 du 30 septembre 1986 relative à la \
  liberté de communication et pour les contrats de fourniture de services de médias audiovisuels \
  à la demande, le consommateur peut mettre gratuitement un terme au contrat, à tout moment à \
  compter de la première reconduction, dès lors qu'il change de domicile ou que son foyer fiscal \
  évolue.
  Article L215-2. – Les dispositions du présent chapitre ne sont pas applicables aux exploitants \
  des services d'eau potable et d'assainissement.
  Article L215-3. – Les dispositions du présent chapitre sont également applicables aux contrats \
  conclus entre des professionnels et des non-professionnels.
  Article L241-3. – Lorsque le professionnel n'a pas procédé au remboursement dans les conditions \
  prévues à l'article L. 215-1, les sommes dues sont productives d'intérêts au taux légal.
  """
