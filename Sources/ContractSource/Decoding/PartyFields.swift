import Maintenance

extension Party {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("denomination", .text) ?? ""
    legalForm = fields.read("forme", .text)
    capital = fields.read("capital", .integer(0...999_999_999))
    siren = fields.read("siren", .text)
    siret = fields.read("siret", .text)
    registryTown = fields.read("rcs", .text)
    vatNumber = fields.read("tva", .text)
    isTrader = fields.read("commercant", .flag)
    isNonProfessional = fields.read("non_professionnel", .flag) ?? false
    seat = fields.group("siege", PostalAddress.init) ?? PostalAddress()
    representative = fields.group("representant", Representative.init) ?? Representative()
    noticesAddress = fields.read("notifications", .email)
    iban = fields.read("iban", .text)
    insurance = fields.group("assurance", Insurance.init)
    headcount = fields.read("effectif", .integer(0...999_999))
    contact = fields.group("referent", Contact.init)
  }
}

extension PostalAddress {
  init(_ fields: Fields) {
    self.init()
    street = fields.read("voie", .text) ?? ""
    postcode = fields.read("code_postal", .postcode) ?? ""
    town = fields.read("commune", .text) ?? ""
  }
}

extension Representative {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("nom", .text) ?? ""
    capacity = fields.read("qualite", .text) ?? ""
  }
}

extension Contact {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("nom", .text) ?? ""
    telephone = fields.read("telephone", .text)
    email = fields.read("courriel", .email)
  }
}

extension Insurance {
  init(_ fields: Fields) {
    self.init()
    insurer = fields.read("assureur", .text) ?? ""
    policy = fields.read("police", .text) ?? ""
    expiry = fields.read("echeance", .day)
  }
}
