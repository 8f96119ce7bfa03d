extension Contract {
  /// What the parties say of themselves besides their identification.
  @ClauseList
  var addedPartyClauses: [ClauseDraft] {
    let provided = provider.particulars(holdsAccount: payment.method != .transfer)
    if !provided.isEmpty {
      ClauseDraft("mentions_prestataire", "\(sentences(provided, about: "Le Prestataire"))")
    }
    let asked = client.particulars(holdsAccount: true) + client.cover
    if !asked.isEmpty { ClauseDraft("mentions_client", "\(sentences(asked, about: "Le Client"))") }
    if conclusion != .offPremises || isOutsideMainActivity != nil || isWithdrawalFormJoined {
      ClauseDraft("conclusion", conclusionText)
    }
  }

  private var conclusionText: Passage {
    var text: Passage =
      switch conclusion {
      case .providerPremises: "Le Contrat est conclu dans l'établissement du Prestataire."
      case .distance: "Le Contrat est conclu à distance."
      case .offPremises: "Le Contrat est conclu hors établissement."
      }
    switch isOutsideMainActivity {
    case true?: text += " Son objet n'entre pas dans le champ de l'activité principale du Client."
    case false?: text += " Son objet entre dans le champ de l'activité principale du Client."
    case nil: break
    }
    if isWithdrawalFormJoined { text += " Le formulaire de rétractation est joint." }
    return text
  }

  /// Reference, amendment, documents and their order.
  @ClauseList
  var addedObjectClauses: [ClauseDraft] {
    ClauseDraft(
      "designation", "Le Contrat porte la référence \(reference) : « \(title.asPhrase) ».")
    if let amendment { ClauseDraft("avenant", amendmentText(amendment)) }
    if !documents.isEmpty {
      ClauseDraft(
        "documents",
        [
          .text("Forment le Contrat, avec le présent texte :"),
          .items(documents.map { "\(documentText($0)) ;" }.asFinalList),
        ])
    }
    if !precedence.isEmpty {
      let order = precedence.map { $0 == "contrat" ? "le présent texte" : documentTitle($0) }
      ClauseDraft(
        "hierarchie",
        """
        En cas de contradiction, les documents prévalent dans l'ordre suivant : \
        \(order.joined(separator: ", puis ")).
        """)
    }
  }

  private func amendmentText(_ amendment: Amendment) -> Passage {
    var text: Passage = "Le présent texte est la version du Contrat issue de l'avenant"
    if let number = amendment.number { text += " n° \(number)" }
    if let effective = amendment.effective {
      text += ", applicable à compter du \(effective.french)"
    }
    text += "."
    if let purpose = amendment.purpose { text += " Objet de l'avenant : \(purpose.asPhrase)." }
    return text
  }

  private func documentText(_ document: LinkedDocument) -> Passage {
    let parts: [String?] = [
      "\(documentTitle(document.id)) (\(document.id))", spelled(document.nature.rawValue),
      document.day.map { "du \($0.french)" }, document.version.map { "version \($0)" },
      document.siret.map { "établissement \($0)" }, document.isJoined ? "joint" : "non joint",
      document.isAccepted ? "que le Client reconnaît avoir lu et accepté" : nil,
    ]
    return "\(parts.compactMap { $0 }.joined(separator: ", "))"
  }
}
