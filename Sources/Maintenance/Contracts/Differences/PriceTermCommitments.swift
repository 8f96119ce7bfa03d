extension Contract {
  func addPriceTerms(to list: inout CommitmentList) {
    for option in price.options {
      let key = "prix.options.\(option.id)"
      let name = "Option « \(named(option.label, option.id)) »"
      list.add("\(key).libelle", "prix.options", "Option « \(option.id) »", option.label)
      list.add(key, "prix.options", name, option.isTaken ? "retenue" : "proposée")
      list.add("\(key).montant", "prix.options", "\(name) : prix", option.amount, .lessForClient)
      list.add(
        "\(key).base", "prix.options", "\(name) : assiette",
        [
          option.unit, option.period.rawValue, option.group, option.quantity.map(\.french),
          option.from.map { "depuis le \($0.french)" },
        ].compactMap { $0 }.joined(separator: ", "))
    }
    for ticket in price.tickets {
      let key = "prix.tickets.\(ticket.id)"
      let name = "Ticket « \(named(ticket.label, ticket.id)) »"
      list.add("\(key).libelle", "prix.tickets", "Ticket « \(ticket.id) »", ticket.label)
      list.add("\(key).montant", "prix.tickets", "\(name) : prix", ticket.amount, .lessForClient)
      list.add(
        "\(key).comprend", "prix.tickets", "\(name) : temps compris", ticket.includes,
        .moreForClient)
      list.add(
        "\(key).natures", "prix.tickets", "\(name) : concerne",
        list: ticket.natures.map(\.rawValue) + ticket.priorities)
    }
    for fee in price.oneOffFees {
      let key = "prix.frais.\(fee.id)"
      let name = "Frais « \(named(fee.label, fee.id)) »"
      list.add("\(key).libelle", "prix.frais", "Frais « \(fee.id) »", fee.label)
      list.add("\(key).montant", "prix.frais", name, fee.amount, .lessForClient)
      list.add("\(key).echeance", "prix.frais", "\(name) : échéance", Named(fee.moment))
    }
    for rebate in price.rebates {
      let key = "prix.remises.\(rebate.id)"
      let name = "Remise « \(named(rebate.label, rebate.id)) »"
      list.add("\(key).libelle", "prix.remises", "Remise « \(rebate.id) »", rebate.label)
      list.add("\(key).taux", "prix.remises", name, Percent(rebate.rate), .moreForClient)
      list.add("\(key).montant", "prix.remises", "\(name) : montant", rebate.amount, .moreForClient)
      list.add("\(key).sur", "prix.remises", "\(name) : sur", list: rebate.fees)
      list.add("\(key).du", "prix.remises", "\(name) : du", rebate.from)
      list.add("\(key).au", "prix.remises", "\(name) : au", rebate.until)
    }
    addTotals(to: &list)
  }

  private func addTotals(to list: inout CommitmentList) {
    if let minimum = price.minimum {
      list.add(
        "prix.minimum", "prix.minimum", "Minimum de facturation", minimum.amount, .lessForClient)
      list.add(
        "prix.minimum.periode", "prix.minimum", "Minimum de facturation : période",
        Named(minimum.period))
    }
    if let total = price.statedTotal {
      list.add("prix.total", "prix.total", "Total", total.amount, .lessForClient)
      list.add("prix.total.periode", "prix.total", "Total : période", Named(total.period))
      list.add("prix.total.lettres", "prix.total", "Total en lettres", total.inWords)
    }
    if let tariff = price.tariff {
      list.add(
        "prix.tarif", "prix.tarif", "Tarif externe",
        (["tarif", tariff.document, tariff.day?.french, tariff.address] as [String?])
          .compactMap { $0 }.joined(separator: ", "))
    }
    guard let change = price.change else { return }
    list.add("prix.modification", "prix.modification", "Modification du tarif", "permise")
    list.add(
      "prix.modification.preavis", "prix.modification", "Modification du tarif : préavis",
      change.notice, .moreForClient)
    list.add(
      "prix.modification.sortie", "prix.modification", "Modification du tarif : faculté de sortie",
      change.allowsExit, .moreForClient)
  }

  func addPayment(to list: inout CommitmentList) {
    let key = "paiement"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, label, value, gain)
    }
    add("periode", "Période de facturation", Named(payment.period))
    add("terme", "Terme de facturation", Named(payment.timing))
    add("delai", "Délai de paiement en jours", payment.days, .moreForClient)
    add("fin_de_mois", "Délai fin de mois", payment.isEndOfMonth ? true : nil, .moreForClient)
    add("mode", "Mode de paiement", Named(payment.method))
    add("escompte", "Escompte", payment.discount)
    add("penalites_retard", "Pénalités de retard", payment.lateInterest?.stated)
    add("apres_rappel", "Pénalités après rappel", payment.isInterestOnReminder ? true : nil)
    add("indemnite", "Indemnité de recouvrement", payment.recoveryIndemnity)
    if let deposit = payment.deposit {
      add(
        "acompte", "Acompte",
        [
          deposit.rate?.frenchPercent, deposit.amount?.french,
          "à l'échéance « \(deposit.moment.rawValue) »",
        ].compactMap { $0 }.joined(separator: ", "))
    }
    add(
      "suspension", "Préavis de suspension pour impayé", payment.suspensionNotice, .moreForClient)
    add("facture_electronique", "Facture électronique acceptée", payment.acceptsElectronicInvoices)
    add("recapitulative", "Facture récapitulative", payment.isPeriodicInvoice ? true : nil)
    add("modes", "Modes de facturation", payment.modes.map(\.rawValue).joined(separator: ", "))
  }
}

extension Payment.LateInterest {
  fileprivate var stated: String {
    switch self {
    case .timesLegalRate(let times): "\(times.french) fois le taux légal"
    case .percent(let rate): rate.frenchPercent
    case .refinancing(let points): "taux BCE + \(points.french) points"
    }
  }
}
