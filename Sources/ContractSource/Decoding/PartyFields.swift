import Maintenance

extension Party {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("denomination", .text) ?? ""
    kind = fields.read("type", .choice)
    legalForm = fields.read("forme", .text)
    capital = fields.read("capital", .integer(0...999_999_999))
    isVariableCapital = fields.read("capital_variable", .flag) ?? false
    siren = fields.read("siren", .text)
    siret = fields.read("siret", .text)
    registryTown = fields.read("rcs", .text)
    associationNumber = fields.read("rna", .text)
    activityCode = fields.read("ape", .text)
    vatNumber = fields.read("tva", .text)
    isTrader = fields.read("commercant", .flag)
    isNonProfessional = fields.read("non_professionnel", .flag) ?? false
    seat = fields.group("siege", PostalAddress.init) ?? PostalAddress()
    establishment = fields.group("etablissement", PostalAddress.init)
    representative = fields.group("representant", Representative.init) ?? Representative()
    noticesAddress = fields.read("notifications", .email)
    iban = fields.read("iban", .text)
    bic = fields.read("bic", .text)
    insurance = fields.group("assurance", Insurance.init)
    vigilance = fields.group("vigilance", VigilanceCertificate.init)
    invoicing = fields.group("facturation", InvoicingAddress.init)
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
    isLegalRepresentative = fields.read("legal", .flag)
    power = fields.group("pouvoir", PowerOfAttorney.init)
  }
}

extension PowerOfAttorney {
  init(_ fields: Fields) {
    self.init()
    day = fields.read("date", .day)
    isJoined = fields.read("joint", .flag) ?? false
  }
}

extension VigilanceCertificate {
  init(_ fields: Fields) {
    self.init()
    issued = fields.read("date", .day)
    isJoined = fields.read("jointe", .flag) ?? false
  }
}

extension InvoicingAddress {
  init(_ fields: Fields) {
    self.init()
    email = fields.read("courriel", .email)
    electronicAddress = fields.read("adresse_electronique", .text)
    unitCode = fields.read("code_service", .text)
    commitmentNumber = fields.read("numero_engagement", .text)
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
    cover = fields.read("garantie", .money)
    isCertificateJoined = fields.read("attestation_jointe", .flag) ?? false
  }
}
