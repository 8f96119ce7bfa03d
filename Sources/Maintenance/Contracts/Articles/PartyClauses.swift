extension Contract {
  /// What the parties say of themselves besides their identification.
  @ClauseList
  var addedPartyClauses: [ClauseDraft] {
    let provided = particulars(provider, holdsAccount: payment.method != .transfer)
    if !provided.isEmpty {
      ClauseDraft("mentions_prestataire", "Le Prestataire précise : \(provided).")
    }
    let asked = particulars(client, holdsAccount: true)
    if !asked.isEmpty { ClauseDraft("mentions_client", "Le Client précise : \(asked).") }
    if conclusion != .offPremises || isOutsideMainActivity != nil || isWithdrawalFormJoined {
      ClauseDraft("conclusion", conclusionText)
    }
  }

  private func particulars(_ party: Party, holdsAccount: Bool) -> String {
    let items: [String?] = [
      party.kind.map { "nature : \(spelled($0.rawValue))" },
      party.isVariableCapital ? "capital variable" : nil,
      party.associationNumber.map { "numéro RNA \($0)" }, party.activityCode.map { "APE \($0)" },
      party.isTrader.map { $0 ? "agit en commerçant" : "n'est pas commerçant" },
      party.isNonProfessional ? "agit hors de toute activité professionnelle" : nil,
      party.establishment.map { "établissement servi, \($0.line)" },
      party.headcount.map { "effectif \($0.french)" }, powerWords(party.representative),
      party.vigilance.map {
        "attestation de vigilance" + ($0.issued.map { " du \($0.french)" } ?? "")
          + ($0.isJoined ? ", jointe" : "")
      }, invoicingWords(party.invoicing), holdsAccount ? party.iban.map { "IBAN \($0)" } : nil,
      party.bic.map { "BIC \($0)" },
      party.insurance?.cover.map { "garantie d'assurance de \($0.french) par sinistre" },
      party.insurance?.isCertificateJoined == true ? "attestation d'assurance jointe" : nil,
      party == client ? party.insurance.map { insured($0) } : nil,
    ]
    return items.compactMap { $0 }.joined(separator: " ; ")
  }

  private func insured(_ insurance: Insurance) -> String {
    "assuré auprès \(frenchOf(insurance.insurer)), police n° \(insurance.policy)"
      + (insurance.expiry.map { ", jusqu'au \($0.french)" } ?? "")
  }

  private func powerWords(_ representative: Representative) -> String? {
    let office = representative.isLegalRepresentative.map {
      $0 ? "le signataire est le représentant légal" : "le signataire agit par délégation"
    }
    let power = representative.power.map {
      "pouvoir" + ($0.day.map { " du \($0.french)" } ?? "") + ($0.isJoined ? ", joint" : "")
    }
    let words = [office, power].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func invoicingWords(_ address: InvoicingAddress?) -> String? {
    guard let address else { return nil }
    let parts = [
      address.email.map { "courriel \($0)" },
      address.electronicAddress.map { "adresse électronique \($0)" },
      address.unitCode.map { "code service \($0)" },
      address.commitmentNumber.map { "numéro d'engagement \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "facturation : \(parts.joined(separator: ", "))"
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
