extension Contract {
  /// What a fee counts and contains, besides its amount.
  func feeDetails(_ fee: FlatFee) -> Passage {
    var text: Passage = ""
    if fee.isPerSite { text += " Il est dû pour chaque Site, soit \(scope.sites.count)." }
    if let quantity = fee.quantity {
      text += " Nombre convenu à la prise d'effet : \(quantity)."
    }
    if !fee.volumeSteps.isEmpty {
      let steps = fee.volumeSteps.map { step in
        (step.upTo.map { "jusqu'à \($0.french) unités" } ?? "pour les suivantes")
          + ", \(step.amount.french)"
      }
      text += " Prix par unité selon la quantité, chaque unité au prix de sa tranche : "
      text += "\(steps.joined(separator: " ; "))."
    }
    if let allowance = fee.allowance { text += allowanceText(allowance) }
    return text
  }

  private func allowanceText(_ allowance: Allowance) -> Passage {
    let held = [
      allowance.isUnlimited ? "un usage illimité" : nil,
      allowance.hours.map { Delay($0, .hours).french + " de travail" },
      allowance.tickets.map { "\($0.french) Tickets" },
      allowance.journeys.map { "\($0.french) déplacements" },
    ].compactMap { $0 }
    let natures = allowance.natures.map(\.french)
    var text: Passage = " Il comprend \(held.isEmpty ? "les prestations" : frenchList(held))"
    text += " par \(allowance.period.french)"
    if !natures.isEmpty { text += ", pour les demandes de nature : \(frenchList(natures))" }
    text += "."
    if let use = allowance.fairUse { text += " Usage normal : \(use.asPhrase)." }
    switch allowance.beyond {
    case .hourlyRate: text += " Au-delà, le travail est facturé au taux hors forfait."
    case .quote: text += " Au-delà, le travail fait l'objet d'un devis."
    case .prepaid: text += " Au-delà, le travail est décompté du carnet d'heures."
    case .nextPeriod: text += " Au-delà, le travail est reporté sur la période suivante."
    case nil: break
    }
    return text
  }

  @ClauseList
  var addedPriceClauses: [ClauseDraft] {
    if !price.tickets.isEmpty {
      ClauseDraft("tickets", list("Prix d'un Ticket, hors taxes :", price.tickets.map(ticketText)))
    }
    if !price.options.isEmpty {
      ClauseDraft("options", list("Options, au prix hors taxes :", price.options.map(optionText)))
    }
    if !price.oneOffFees.isEmpty {
      ClauseDraft(
        "frais", list("Frais payés une seule fois, hors taxes :", price.oneOffFees.map(feeText)))
    }
    if !price.rebates.isEmpty {
      ClauseDraft("remises", list("Remises :", price.rebates.map(rebateText)))
    }
    if let minimum = price.minimum {
      ClauseDraft(
        "minimum",
        """
        Le total facturé par \(minimum.period.french) n'est pas inférieur à \
        \(minimum.amount.french) hors taxes.
        """)
    }
    if let total = price.statedTotal { ClauseDraft("total", totalText(total)) }
    if let tariff = price.tariff { ClauseDraft("tarif", tariffText(tariff)) }
    if let change = price.change { ClauseDraft("modification", changeText(change)) }
  }

  private func list(_ lead: Passage, _ items: [Passage]) -> [BlockDraft] {
    [.text(lead), .items(items.map { "\($0) ;" }.asFinalList)]
  }

  private func ticketText(_ ticket: TicketPrice) -> Passage {
    let natures = ticket.natures.map(\.french)
    var text: Passage = "\(named(ticket.label, ticket.id))"
    text += " : \(ticket.amount.french)"
    if !natures.isEmpty { text += ", pour les demandes de nature : \(frenchList(natures))" }
    if !ticket.priorities.isEmpty { text += ", priorités \(frenchList(ticket.priorities))" }
    if let included = ticket.includes {
      text += ", \(included.french) de travail comprises, le surplus au taux horaire"
    }
    return text
  }

  private func optionText(_ option: PriceOption) -> Passage {
    var text: Passage = "\(named(option.label, option.id)) : "
    text += "\(option.amount.french) par \(spelled(option.unit)) et par \(option.period.french)"
    if let group = option.group { text += ", pour le groupe « \(spelled(group)) »" }
    if let quantity = option.quantity { text += ", nombre : \(quantity)" }
    text += option.isTaken ? ", retenue" : ", proposée et non retenue"
    if let from = option.from { text += ", à compter du \(from.french)" }
    return text
  }

  private func feeText(_ fee: OneOffFee) -> Passage {
    let moment =
      switch fee.moment {
      case .signature: "à la signature"
      case .start: "à la prise d'effet"
      case .acceptance: "à la recette"
      case .end: "à la fin du Contrat"
      }
    return """
      \(named(fee.label, fee.id)) : \(fee.amount.french), \(moment)
      """
  }

  private func rebateText(_ rebate: Rebate) -> Passage {
    var text: Passage = "\(named(rebate.label, rebate.id))"
    if let rate = rebate.rate { text += " : \(rate.frenchPercent)" }
    if let amount = rebate.amount { text += " : \(amount.french) par période" }
    if !rebate.fees.isEmpty { text += ", sur \(frenchList(rebate.fees.map(spelled)))" }
    if let from = rebate.from { text += ", du \(from.french)" }
    if let until = rebate.until { text += ", jusqu'au \(until.french)" }
    return text
  }

  private func totalText(_ total: StatedTotal) -> Passage {
    var text: Passage = "Le total des forfaits s'élève, à la prise d'effet, à "
    text += "\(total.amount.french) hors taxes par \(total.period.french)"
    if let words = total.inWords { text += " (\(words.asPhrase))" }
    return text + "."
  }

  private func tariffText(_ tariff: ExternalTariff) -> Passage {
    let day = tariff.day.map { " du \($0.french)" } ?? ""
    let document = tariff.document.map { " « \(documentTitle($0)) »" } ?? ""
    let address = tariff.address.map { " (\($0))" } ?? ""
    return """
      Pour ce que le présent article ne chiffre pas, s'applique le \
      tarif\(document)\(address)\(day), \
      dans sa rédaction à la date de conclusion.
      """
  }

  private func changeText(_ change: PriceChange) -> Passage {
    let notice = change.notice.map { " au moins \($0.french) à l'avance" } ?? ""
    var text: Passage = """
      Le Prestataire peut modifier ses prix pour un motif qu'il justifie, en l'annonçant au Client \
      par écrit\(notice).
      """
    switch change.allowsExit {
    case true?: text += " Le Client peut alors résilier le Contrat sans frais avant cette date."
    case false?: text += " Cette modification n'ouvre pas de faculté de résiliation particulière."
    case nil: break
    }
    return text
  }

  func documentTitle(_ id: String) -> String {
    documents.first { $0.id == id }.map { named($0.title, id) } ?? spelled(id)
  }
}

extension TicketNature {
  var french: String {
    switch self {
    case .incident: "incident"
    case .request: "demande"
    case .advice: "conseil"
    case .installation: "installation"
    }
  }
}
