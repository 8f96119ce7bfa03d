import Maintenance

extension Price {
  init(_ fields: Fields) {
    self.init()
    _ = fields.read("devise", .oneOf(["EUR"]) { $0 == "EUR" ? $0 : nil })
    vatRate = fields.read("tva", .percent)
    fees = fields.groups("forfait", FlatFee.init)
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
    }
    quoteAbove = fields.read("devis_au_dela", .money)
  }
}

extension Travel {
  init(_ fields: Fields) {
    self.init()
    for zone in 1...9 {
      zones[zone] = fields.read("zone_\(zone)", .travelCharge)
    }
    beyond = fields.read("au_dela", .travelCharge)
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
    date = fields.read("date", .text)
    formula = fields.read("formule", .text)
    publisher = fields.read("editeur", .text)
  }
}
