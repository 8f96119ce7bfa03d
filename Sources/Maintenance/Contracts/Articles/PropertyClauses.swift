extension Contract {
  @ClauseList
  var addedPropertyClauses: [ClauseDraft] {
    if let property {
      if property.sellsHardware || property.retainsTitle != nil || property.riskPasses != nil {
        ClauseDraft("ventes", salesText(property))
      }
      if let rights = property.rights { ClauseDraft("droits", rightsText(rights)) }
    }
  }

  private func salesText(_ property: Property) -> Passage {
    var text: Passage =
      property.sellsHardware
      ? "Le Prestataire peut vendre du matériel au Client dans le cadre du Contrat."
      : "Si du matériel est vendu au Client à l'occasion du Contrat :"
    switch property.retainsTitle {
    case true?: text += " Il en conserve la propriété jusqu'au paiement complet du prix."
    case false?: text += " La propriété en est transférée à la livraison."
    case nil: break
    }
    if let moment = property.riskPasses {
      text += " Les risques passent au Client à l'étape suivante : \(spelled(moment).asPhrase)."
    }
    return text
  }

  private func rightsText(_ rights: Property.Rights) -> Passage {
    let parts = [
      rights.extent.map { "étendue, \($0.asPhrase)" },
      rights.purpose.map { "usage, \($0.asPhrase)" },
      rights.territory.map { "territoire, \($0.asPhrase)" },
      rights.duration.map { "durée, \($0.asPhrase)" },
    ].compactMap { $0 }
    return parts.isEmpty
      ? "Les droits sur les Livrables sont ceux de \(clause: "propriete.livrables"), sans plus."
      : "Limites des droits sur les Livrables : \(parts.joined(separator: " ; "))."
  }

  func loanDetails(_ loan: Property.Loan) -> Passage {
    var text: Passage = ""
    if let after = loan.after {
      text += " Il est prêté dès qu'une réparation dépasse \(after.french)."
    }
    if !loan.items.isEmpty {
      text += " Matériel disponible : \(frenchList(loan.items.map(\.asPhrase)))."
    }
    if loan.isInsuredByClient { text += " Le Client l'assure pendant le prêt." }
    return text
  }

  var subcontractorsText: Passage {
    let rule: Passage =
      switch subcontracting?.mode {
      case .forbidden?: "Le Prestataire exécute lui-même les prestations et ne les sous-traite pas."
      case .free?:
        """
        Le Prestataire peut confier une partie des prestations à des sous-traitants qu'il fait \
        connaître au Client, et dont les conditions de paiement sont agréées comme la loi le veut.
        """
      case .withConsent?, nil:
        """
        Le Prestataire ne confie une partie des prestations à un sous-traitant qu'après l'avoir \
        fait accepter par le Client et avoir fait agréer ses conditions de paiement.
        """
      }
    var text = rule
    if subcontracting?.mode != .forbidden {
      text += """
         Il reste entièrement responsable des prestations sous-traitées et impose au sous-traitant \
        des obligations de même portée, notamment de confidentialité.
        """
    }
    if let delay = subcontracting?.consentDelay {
      text += " Le Client répond à une demande dans un délai \(delay.afterDe)."
    }
    let known = (subcontracting?.subcontractors ?? []).map { other in
      other.name + (other.siren.map { " (SIREN \($0))" } ?? "")
        + (other.purpose.isEmpty ? "" : ", \(other.purpose.asPhrase)")
    }
    if let mode = subcontracting?.mode, !known.isEmpty {
      let lead =
        mode == .forbidden ? "Sous-traitants cités" : "Sous-traitants acceptés à la conclusion"
      text += " \(lead) : \(known.joined(separator: " ; "))."
    } else if subcontracting != nil {
      text += " Aucun sous-traitant n'intervient à la conclusion du Contrat."
    }
    return text
  }

  /// Reports and meetings beyond the yearly one.
  @ClauseList
  var followUpClauses: [ClauseDraft] {
    if let followUp {
      ClauseDraft("rendez_vous", followUpText(followUp))
    }
  }

  private func followUpText(_ followUp: FollowUp) -> Passage {
    var text: Passage = ""
    if let report = followUp.report {
      text += "Le rapport est remis par \(report.period.french)"
      if let delay = report.delay { text += ", dans un délai \(delay.afterDe) après sa fin" }
      text += ". "
    } else {
      text += "Les Parties fixent d'un commun accord le rythme des rapports. "
    }
    let meetings = followUp.committees.map { committee in
      "\(spelled(committee.id)), \(committee.recurrence.french)"
        + (committee.purpose.isEmpty ? "" : " (\(committee.purpose.asPhrase))")
    }
    if !meetings.isEmpty { text += "Réunions : \(meetings.joined(separator: " ; "))." }
    return text
  }

  func arbitrationClause(_ arbitration: Disputes.Arbitration) -> Passage {
    let institution = arbitration.institution.map { " sous l'égide de : \($0.asPhrase)" } ?? ""
    let seat = arbitration.seat.map { ", siège de l'arbitrage : \($0.asPhrase)" } ?? ""
    return "Les Parties conviennent d'un arbitrage\(institution)\(seat)."
  }

  var signatureDetails: Passage {
    var text: Passage = ""
    if let day = signature.day { text += " Date de signature : \(day.french)." }
    if let copies = signature.copies { text += " Le Contrat est établi en \(copies) exemplaires." }
    return text
  }
}
