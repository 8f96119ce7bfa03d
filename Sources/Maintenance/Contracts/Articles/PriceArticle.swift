extension Contract {
  var priceArticle: ArticleDraft {
    ArticleDraft("prix", "Prix", basis: "Code civil, art. 1163 à 1165") {
      price.fees.map { ClauseDraft($0.id, feeText($0)) }
      if let prepaid = price.prepaid { ClauseDraft("carnet", prepaidText(prepaid)) }
      if let rates = price.timeAndMaterials, let hourly = rates.hourlyRate {
        ClauseDraft("hors_forfait", hourlyText(rates, hourly))
      }
      if let travel = price.travel { ClauseDraft("deplacement", travelText(travel)) }
      addedPriceClauses
      ClauseDraft("devis", quoteText)
      ClauseDraft("tva", vatText)
    }
  }

  private func feeText(_ fee: FlatFee) -> Passage {
    let name = named(fee.label, fee.id)
    let unit = fee.group == nil ? "" : " par \(spelled(fee.unit)) et"
    var text: Passage = """
      Forfait « \(name.asPhrase) » : \(fee.amount.french) hors taxes\(unit) par \
      \(fee.period.french).
      """
    let details = feeDetails(fee)
    if fee.isPerSite || fee.quantity != nil { return text + details }
    if let id = fee.group {
      let count = scope.groups.first { $0.id == id }?.count ?? 0
      let total = fee.amount * FixedPoint(count)
      text += """
         Il est dû pour chaque équipement du groupe « \(spelled(id)) », soit \(count) à la prise \
        d'effet et une redevance \(fee.period.frenchAdverb) de \(total.french) hors taxes.
        """
    } else {
      text += " Il est dû pour l'ensemble du Contrat, quel que soit le nombre d'équipements."
    }
    return text + details
  }

  private func prepaidText(_ prepaid: PrepaidHours) -> Passage {
    var text: Passage = """
      Carnet d'heures : \(Delay(prepaid.hours, .hours).french) achetées à la prise d'effet au prix \
      de \(prepaid.amount.french) hors taxes. Chaque intervention est décomptée par tranches de \
      \(Delay(prepaid.stepMinutes, .minutes).french), toute tranche entamée étant due, et le solde \
      est communiqué au Client après chaque décompte.
      """
    if let validity = prepaid.validity {
      text += " Le carnet est valable \(validity.french) à compter de son achat."
    }
    switch prepaid.remainder {
    case .carriedOver:
      text += " À son terme, le solde est reporté sur le carnet suivant."
    case .lost:
      text += " À son terme, le solde est perdu, le Client en étant prévenu un mois avant."
    case .refunded:
      text += " À son terme, le solde est remboursé au prix d'achat de l'heure."
    case nil: break
    }
    if let alert = prepaid.alert {
      text += " Les deux Parties sont alertées quand il reste \(alert.frenchPercent) des heures."
    }
    return text + prepaidDetails(prepaid)
  }

  private func hourlyText(_ rates: TimeAndMaterials, _ hourly: Money) -> Passage {
    var text: Passage = """
      Les prestations hors forfait sont facturées au temps passé, \(hourly.french) hors taxes par \
      heure\(rates.stepMinutes == nil ? ", à la minute" : "").
      """
    let night =
      rates.night == nil
      ? "la nuit de 21 h à 6 h, le dimanche et les jours fériés"
      : "la nuit, le dimanche et les jours fériés"
    switch (rates.eveningSurcharge, rates.nightSurcharge) {
    case (let evening?, let surcharge?):
      text += """
         Hors des Heures ouvrées, ce taux est majoré de \(evening.frenchPercent) ; \(night), la \
        majoration est de \(surcharge.frenchPercent).
        """
    case (let evening?, nil):
      text += " Hors des Heures ouvrées, ce taux est majoré de \(evening.frenchPercent)."
    case (nil, let surcharge?):
      text += " Il est majoré de \(surcharge.frenchPercent) \(night)."
    case (nil, nil): break
    }
    return text + workDetails(rates)
  }

  private func travelText(_ travel: Travel) -> Passage {
    var charges = travel.zones.sorted { $0.key < $1.key }.map { zone, charge in
      "zone \(zone.french), \(charge.french)"
    }
    if let beyond = travel.beyond { charges.append("au-delà, \(beyond.french)") }
    guard !charges.isEmpty else {
      return "Les déplacements sont compris dans le prix."
    }
    return """
      Prix d'un déplacement aller et retour, selon la zone du Site portée à \(annex: "parc") : \
      \(charges.joined(separator: " ; ")).
      """ + travelDetails(travel)
  }

  private var quoteText: Passage {
    var text: Passage = """
      Toute prestation que le Contrat ne comprend pas et dont il ne fixe pas le prix fait l'objet \
      d'un devis gratuit et détaillé, exécuté après l'accord écrit du Client.
      """
    if let threshold = price.timeAndMaterials?.quoteAbove {
      text += """
         Il en va de même de toute prestation hors forfait dont le prix prévisible dépasse \
        \(threshold.french) hors taxes.
        """
    }
    return text
  }

  private var vatText: Passage {
    var text: Passage = "Les prix sont exprimés en euros et hors taxes."
    switch price.vatRegime {
    case .franchise: return text + " TVA non applicable, art. 293 B du code général des impôts."
    case .reverseCharge: return text + " La taxe est due par le Client (autoliquidation)."
    case .normal: break
    }
    if let rate = price.vatRate {
      text += " La taxe sur la valeur ajoutée s'y ajoute au taux en vigueur à la date de "
      text += "facturation, soit \(rate.frenchPercent) à la conclusion du Contrat."
    }
    return text + """
       Chaque ligne de facture est arrondie au centime le plus proche, et la taxe calculée sur le \
      total des lignes de même taux.
      """
  }
}

extension Travel.Charge {
  fileprivate var french: String {
    switch self {
    case .included: "compris dans le prix"
    case .amount(let amount): "\(amount.french) hors taxes"
    case .quote: "sur devis"
    }
  }
}
