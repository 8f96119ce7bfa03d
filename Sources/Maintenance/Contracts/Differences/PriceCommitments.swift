extension Contract {
  func addPrices(to list: inout CommitmentList) {
    list.add("prix.tva", "prix.tva", "Taux de TVA", Percent(price.vatRate))
    list.add("prix.regime_tva", "prix.tva", "Régime de TVA", Named(price.vatRegime))
    price.fees.forEach { addFee($0, to: &list) }
    addPrepaid(to: &list)
    addWork(to: &list)
    if let travel = price.travel {
      let key = "prix.deplacement"
      for zone in travel.zones.keys.sorted() {
        list.add("\(key).\(zone)", key, "Déplacement en zone \(zone)", travel.zones[zone])
      }
      list.add("\(key).au_dela", key, "Déplacement au-delà", travel.beyond)
      list.add("\(key).kilometre", key, "Prix du kilomètre", travel.kilometre, .lessForClient)
      list.add(
        "\(key).temps", key, "Temps de trajet facturé", travel.isTimeBilled, .lessForClient)
    }
    addIndexation(to: &list)
  }

  private func addFee(_ fee: FlatFee, to list: inout CommitmentList) {
    let key = "prix.\(fee.id)"
    let name = "Forfait « \(named(fee.label, fee.id)) »"
    list.add(key, key, "Forfait « \(fee.id) » : libellé", fee.label)
    list.add("\(key).montant", key, name, fee.amount, .lessForClient)
    list.add("\(key).unite", key, "\(name) : unité", fee.unit)
    list.add("\(key).periode", key, "\(name) : période", Named(fee.period))
    list.add("\(key).sur", key, "\(name) : compté sur", fee.group.map(spelled))
    list.add("\(key).par", key, "\(name) : par site", when: fee.isPerSite)
    list.add("\(key).nombre", key, "\(name) : nombre", fee.quantity)
    let steps = fee.volumeSteps.map { step in
      (step.upTo.map { "jusqu'à \($0)" } ?? "ensuite") + " : \(step.amount.french)"
    }
    list.add("\(key).degressif", key, "\(name) : paliers", steps.joined(separator: " ; "))
    guard let allowance = fee.allowance else { return }
    let held = [
      allowance.isUnlimited ? "illimité" : nil, allowance.hours.map { "\($0) h" },
      allowance.tickets.map { "\($0) tickets" }, allowance.journeys.map { "\($0) déplacements" },
      "par \(allowance.period.rawValue)",
      allowance.natures.isEmpty ? nil : allowance.natures.map(\.rawValue).joined(separator: ", "),
      allowance.fairUse,
    ]
    list.add(
      "\(key).comprend", key, "\(name) : comprend",
      held.compactMap { $0 }.joined(separator: ", "))
    list.add("\(key).au_dela", key, "\(name) : au-delà", Named(allowance.beyond))
  }

  private func addPrepaid(to list: inout CommitmentList) {
    guard let prepaid = price.prepaid else { return }
    let key = "prix.carnet"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, "Carnet : \(label)", value, gain)
    }
    add("heures", "heures", prepaid.hours)
    add("montant", "prix", prepaid.amount, .lessForClient)
    add("pas", "pas de décompte en minutes", prepaid.stepMinutes, .lessForClient)
    add("minimum", "minimum en minutes", prepaid.minimumMinutes, .lessForClient)
    add("validite", "validité", prepaid.validity, .moreForClient)
    add("solde", "solde", Named(prepaid.remainder))
    add("report", "report maximal en heures", prepaid.carriedOverLimit, .moreForClient)
    add("alerte", "alerte", Percent(prepaid.alert))
    add("preavis", "préavis d'expiration", prepaid.expiryNotice, .moreForClient)
    add("depassement", "dépassement", Named(prepaid.overage))
    add("renouvellement", "renouvellement automatique", prepaid.isRenewedAlone ? true : nil)
    add("soir", "coefficient du soir", prepaid.eveningFactor, .lessForClient)
    add("nuit", "coefficient de nuit, dimanche et férié", prepaid.nightFactor, .lessForClient)
  }

  private func addWork(to list: inout CommitmentList) {
    guard let work = price.timeAndMaterials else { return }
    let key = "prix.hors_forfait"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, label, value, gain)
    }
    add("present", "Travaux hors forfait", "prévus")
    add("taux_horaire", "Taux horaire", work.hourlyRate, .lessForClient)
    add("taux_journalier", "Taux journalier", work.dailyRate, .lessForClient)
    for skill in work.skills {
      add("profils.\(skill.id)", "Profil « \(skill.id) »", skill.label)
      add(
        "profils.\(skill.id).taux", "Taux horaire « \(skill.id) »", skill.hourlyRate,
        .lessForClient)
    }
    add("soir", "Majoration du soir", Percent(work.eveningSurcharge), .lessForClient)
    add(
      "nuit", "Majoration de nuit, dimanche et férié", Percent(work.nightSurcharge),
      .lessForClient)
    add("samedi", "Majoration du samedi", Percent(work.saturdaySurcharge), .lessForClient)
    add("plage_soir", "Plage du soir", work.evening?.interval)
    add("plage_nuit", "Plage de nuit", work.night?.interval)
    add("pas", "Pas de facturation en minutes", work.stepMinutes, .lessForClient)
    add("minimum", "Minimum facturé en minutes", work.minimumMinutes, .lessForClient)
    add("devis", "Devis au-delà de", work.quoteAbove, .lessForClient)
  }

  private func addIndexation(to list: inout CommitmentList) {
    guard let indexation = price.indexation else { return }
    let key = "revision"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, "Révision : \(label)", value, gain)
    }
    add("indice", "indice", Named(indexation.index))
    add("serie", "série", Named(indexation.series))
    add("mois", "mois de base", indexation.baseMonth)
    add("valeur", "valeur de base", indexation.baseValue)
    add("date", "date", indexation.date?.french)
    add("formule", "formule", indexation.formula)
    add("editeur", "éditeur", indexation.publisher)
    add("part_fixe", "part fixe", Percent(indexation.fixedShare), .moreForClient)
    add("plafond", "plafond", Percent(indexation.cap), .lessForClient)
    add("plancher", "plancher", Percent(indexation.floor))
    add("sens", "à la hausse seulement", indexation.isUpwardOnly ? true : nil, .lessForClient)
    add("gel", "gel", indexation.frozenFor, .moreForClient)
    add("preavis", "préavis", indexation.notice, .moreForClient)
    add("sortie", "faculté de sortie du client", indexation.allowsExit, .moreForClient)
    add("remplacement", "indice de remplacement", indexation.replacement)
    add("sur", "forfaits révisés", indexation.fees.joined(separator: ", "))
  }
}

extension Travel.Charge: Stated {
  var stated: String {
    switch self {
    case .included: "compris"
    case .quote: "sur devis"
    case .amount(let money): money.french
    }
  }
}
