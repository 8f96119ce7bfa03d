import Maintenance

extension PriceOption {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    unit = fields.read("unite", .text) ?? "contrat"
    amount = fields.read("montant", .money) ?? .zero
    period = fields.read("periode", .choice) ?? .month
    group = fields.read("sur", .identifier)
    quantity = fields.read("nombre", .integer(0...100_000))
    isTaken = fields.read("retenue", .flag) ?? false
    from = fields.read("depuis", .day)
  }
}

extension TicketPrice {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    natures = fields.list("natures", .ticketNature)
    priorities = fields.list("priorites", .identifier)
    amount = fields.read("montant", .money) ?? .zero
    includes = fields.read("comprend", .clockDelay)
  }
}

extension OneOffFee {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    amount = fields.read("montant", .money) ?? .zero
    moment = fields.read("echeance", .choice) ?? .start
  }
}

extension Rebate {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    rate = fields.read("taux", .percent)
    amount = fields.read("montant", .money)
    fees = fields.list("sur", .identifier)
    from = fields.read("du", .day)
    until = fields.read("au", .day)
  }
}

extension MinimumBilling {
  init(_ fields: Fields) {
    self.init()
    amount = fields.read("montant", .money) ?? .zero
    period = fields.read("periode", .choice) ?? .month
  }
}

extension StatedTotal {
  init(_ fields: Fields) {
    self.init()
    amount = fields.read("montant", .money) ?? .zero
    period = fields.read("periode", .choice) ?? .month
    inWords = fields.read("en_lettres", .text)
  }
}

extension ExternalTariff {
  init(_ fields: Fields) {
    self.init()
    document = fields.read("document", .identifier)
    day = fields.read("date", .day)
    address = fields.read("adresse", .text)
  }
}

extension PriceChange {
  init(_ fields: Fields) {
    self.init()
    notice = fields.read("preavis", .delay)
    allowsExit = fields.read("sortie", .flag)
  }
}

extension Syntax where Value == TicketNature {
  static var ticketNature: Syntax {
    let natures: [String: TicketNature] = [
      "incident": .incident, "demande": .request, "conseil": .advice,
      "installation": .installation,
    ]
    return oneOf(natures.keys.sorted()) { natures[$0] }
  }
}
