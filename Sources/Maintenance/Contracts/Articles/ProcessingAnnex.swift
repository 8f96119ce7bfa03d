extension Contract {
  /// What GDPR art. 28 wants in writing, point by point, when the provider is a processor.
  var processingAnnex: AnnexDraft? {
    guard let processing, processing.role == .processor else { return nil }
    return AnnexDraft(
      id: "donnees", title: "Traitement de données personnelles (RGPD, article 28)",
      blocks: [
        .table([["Élément", "Description"]] + description(processing)),
        .text("Le Prestataire s'engage à :"),
        .items(duties.asFinalList),
        .text(processorsText(processing)),
      ] + processorTable(processing) + dataDetails(processing)
        + [.text(endText(processing))])
  }

  private func description(_ processing: PersonalData) -> [[Passage]] {
    let said: ([String]) -> Passage = { items in
      items.isEmpty ? "néant" : "\(frenchList(items.map(\.asPhrase)))"
    }
    return [
      ["Objet", "exécution du Contrat pour le compte du Client"],
      ["Durée", "celle du Contrat, augmentée de la restitution des données"],
      ["Nature", "accès, consultation, conservation, sauvegarde et restauration"],
      ["Finalités", said(processing.purposes)],
      ["Données", said(processing.categories)],
      ["Personnes", said(processing.subjects)],
      [
        "Droits et obligations du Client",
        """
        il détermine les finalités et les moyens, donne ses instructions par écrit, informe les \
        personnes et contrôle le respect de la présente annexe
        """,
      ],
    ]
  }

  private var duties: [Passage] {
    [
      """
      ne traiter les Données personnelles que sur instruction documentée du Client, y compris pour \
      un transfert hors de l'Union européenne, sauf obligation légale dont il l'informe au \
      préalable ;
      """,
      "alerter aussitôt le Client si une instruction lui paraît contraire à la réglementation ;",
      "soumettre à une obligation de confidentialité les personnes autorisées à les traiter ;",
      "prendre les mesures de sécurité requises par l'article 32 du RGPD ;",
      "aider le Client à répondre aux demandes des personnes qui exercent leurs droits ;",
      """
      aider le Client à respecter les articles 32 à 36 du RGPD : sécurité, notification des \
      violations selon \(clause: "donnees.violation"), analyse d'impact et consultation préalable ;
      """,
      "tenir le registre des catégories de traitements effectués pour le compte du Client ;",
      """
      mettre à la disposition du Client les informations qui démontrent le respect de la présente \
      annexe, et permettre des audits, inspections comprises, menés par lui ou un auditeur mandaté.
      """,
    ]
  }

  private func processorsText(_ processing: PersonalData) -> Passage {
    let list: Passage =
      processing.processors.isEmpty
      ? "Aucun autre sous-traitant n'intervient à la conclusion du Contrat."
      : "Le Client autorise les sous-traitants ultérieurs listés ci-dessous."
    return list + """
       Le Prestataire l'informe par écrit de tout ajout ou remplacement au moins \
      \((processing.objectionDelay ?? Delay(30, .days)).french) à l'avance ; le Client peut s'y \
      opposer. Le Prestataire impose à chacun les mêmes obligations \
      et répond envers le Client de leur exécution.
      """
  }

  private func processorTable(_ processing: PersonalData) -> [BlockDraft] {
    guard !processing.processors.isEmpty else { return [] }
    let rows: [[Passage]] = processing.processors.map {
      [
        "\($0.name)", "\(spelled($0.country))\($0.safeguard.map { " (\($0.asPhrase))" } ?? "")",
        "\($0.purpose.asPhrase)",
      ]
    }
    return [.table([["Sous-traitant ultérieur", "Pays", "Objet"]] + rows)]
  }

  private func endText(_ processing: PersonalData) -> Passage {
    let delay = processing.erasureDelay.map { ", dans un délai \($0.afterDe)" } ?? ""
    let choice: Passage =
      if let fate = processing.fateAtEnd {
        "Choix du Client à la conclusion : \(spelled(fate))."
      } else {
        "Sans choix exprimé, elles sont restituées puis effacées."
      }
    return """
      À la fin du Contrat\(delay), le Prestataire restitue ou efface, au choix du Client, toutes \
      les Données personnelles et en détruit les copies, sauf obligation légale de conservation, \
      puis l'atteste par écrit. \(choice)
      """
  }
}
