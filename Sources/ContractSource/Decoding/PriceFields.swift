import Maintenance

extension Price {
  init(_ fields: Fields) {
    self.init()
    _ = fields.read("devise", .oneOf(["EUR"]) { $0 == "EUR" ? $0 : nil })
    vatRate = fields.read("tva", .percent)
    vatRegime = fields.read("regime_tva", .choice) ?? .normal
    fees = fields.groups("forfait", FlatFee.init)
    options = fields.groups("options", PriceOption.init)
    tickets = fields.groups("tickets", TicketPrice.init)
    oneOffFees = fields.groups("frais", OneOffFee.init)
    rebates = fields.groups("remises", Rebate.init)
    minimum = fields.group("minimum", MinimumBilling.init)
    statedTotal = fields.group("total", StatedTotal.init)
    tariff = fields.group("tarif", ExternalTariff.init)
    change = fields.group("modification", PriceChange.init)
    prepaid = fields.group("carnet", PrepaidHours.init)
    timeAndMaterials = fields.group("hors_forfait", TimeAndMaterials.init)
    travel = fields.group("deplacement", Travel.init)
    indexation = fields.group("revision", Indexation.init)
  }
}

extension FlatFee {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    unit = fields.read("unite", .text) ?? "contrat"
    amount = fields.read("montant", .money) ?? .zero
    period = fields.read("periode", .choice) ?? .month
    group = fields.read("sur", .identifier)
    isPerSite = fields.read("par", .oneOf(["site"]) { $0 == "site" ? true : nil }) ?? false
    quantity = fields.read("nombre", .integer(0...100_000))
    volumeSteps = fields.groups("degressif", VolumeStep.init)
    allowance = fields.group("comprend", Allowance.init)
  }
}

extension FlatFee.VolumeStep {
  init(_ fields: Fields) {
    self.init()
    upTo = fields.read("jusqu_a", .integer(1...100_000))
    amount = fields.read("montant", .money) ?? .zero
  }
}

extension Allowance {
  init(_ fields: Fields) {
    self.init()
    isUnlimited = fields.read("illimite", .flag) ?? false
    hours = fields.read("heures", .integer(1...10_000))
    tickets = fields.read("tickets", .integer(1...100_000))
    journeys = fields.read("deplacements", .integer(0...10_000))
    period = fields.read("periode", .choice) ?? .month
    natures = fields.list("natures", .ticketNature)
    beyond = fields.read("au_dela", .choice)
    fairUse = fields.read("usage", .text)
  }
}

extension PrepaidHours {
  init(_ fields: Fields) {
    self.init()
    stepMinutes = fields.read("unite", .stepMinutes) ?? 15
    hours = fields.read("heures", .integer(1...10_000)) ?? 0
    amount = fields.read("montant", .money) ?? .zero
    validity = fields.read("validite", .delay)
    remainder = fields.read("solde", .choice)
    alert = fields.read("alerte", .percent)
    carriedOverLimit = fields.read("report_maximum", .integer(0...10_000))
    expiryNotice = fields.read("preavis_expiration", .delay)
    overage = fields.read("depassement", .choice)
    isRenewedAlone = fields.read("renouvellement_automatique", .flag) ?? false
    minimumMinutes = fields.read("minimum", .stepMinutes)
    fields.group("coefficients") { factors in
      eveningFactor = factors.read("soir", .number)
      nightFactor = factors.read("nuit_dimanche_ferie", .number)
    }
  }
}

extension Syntax where Value == Int {
  /// The smallest draw from prepaid hours: whole minutes, a day at most.
  static var stepMinutes: Syntax {
    let expected = "un pas de décompte comme « 15 min » ou « 1 h »"
    let form = TextForm.delay(
      ["[1-9][0-9]{0,2} ?min", "([1-9]|1[0-9]|2[0-4]) ?h"], examples: ["15 min", "1 h"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let delay = try Syntax<Delay>.delay.read(text)
      guard delay.unit == .minutes || delay.unit == .hours,
        (1...1440).contains(delay.minutes(workingDay: 0))
      else { throw Misread(text, insteadOf: expected) }
      return delay.minutes(workingDay: 0)
    }
  }
}

extension TimeAndMaterials {
  init(_ fields: Fields) {
    self.init()
    hourlyRate = fields.read("taux_horaire", .money)
    fields.group("majorations") { surcharges in
      eveningSurcharge = surcharges.read("soir", .percent)
      nightSurcharge = surcharges.read("nuit_dimanche_ferie", .percent)
      saturdaySurcharge = surcharges.read("samedi", .percent)
    }
    fields.group("plages") { hours in
      evening = hours.read("soir", .span)
      night = hours.read("nuit", .span)
    }
    skills = fields.groups("profils", SkillRate.init)
    dailyRate = fields.read("taux_journalier", .money)
    stepMinutes = fields.read("pas", .stepMinutes)
    minimumMinutes = fields.read("minimum", .stepMinutes)
    quoteAbove = fields.read("devis_au_dela", .money)
  }
}

extension SkillRate {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    hourlyRate = fields.read("taux_horaire", .money) ?? .zero
  }
}

extension Travel {
  init(_ fields: Fields) {
    self.init()
    for zone in 1...9 {
      zones[zone] = fields.read("zone_\(zone)", .travelCharge)
    }
    beyond = fields.read("au_dela", .travelCharge)
    kilometre = fields.read("kilometre", .money)
    isTimeBilled = fields.read("temps_facture", .flag)
  }
}

extension Indexation {
  init(_ fields: Fields) {
    self.init()
    index = fields.read("indice", .choice) ?? .syntec
    series = fields.read("serie", .choice)
    fields.group("base") { start in
      baseMonth = start.read("mois", .month)
      baseValue = start.read("valeur", .number)
    }
    date = fields.read("date", .revisionDate)
    formula = fields.read("formule", .text)
    publisher = fields.read("editeur", .text)
    fixedShare = fields.read("part_fixe", .percent)
    cap = fields.read("plafond", .percent)
    floor = fields.read("plancher", .percent)
    isUpwardOnly =
      fields.read("sens", .oneOf(["deux", "hausse"]) { ["deux": false, "hausse": true][$0] })
      ?? false
    frozenFor = fields.read("gel", .delay)
    notice = fields.read("preavis", .delay)
    allowsExit = fields.read("sortie", .flag)
    replacement = fields.read("remplacement", .text)
    fees = fields.list("sur", .identifier)
  }
}
