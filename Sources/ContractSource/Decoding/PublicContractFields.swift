import Maintenance

extension PublicContract {
  init(_ fields: Fields) {
    self.init()
    generalTerms = fields.read("ccag", .choice) ?? .none
    number = fields.read("numero", .text)
    lot = fields.read("lot", .text)
    fitnessTest = fields.group("va", FitnessTest.init)
    regularityTest = fields.group("vsr", RegularityTest.init)
    admission = fields.group("admission", Admission.init)
    penaltyExemption = fields.read("exoneration_penalites", .money)
  }
}

extension PublicContract.FitnessTest {
  init(_ fields: Fields) {
    self.init()
    delay = fields.read("delai", .delay)
    criterion = fields.read("critere", .text)
  }
}

extension PublicContract.RegularityTest {
  init(_ fields: Fields) {
    self.init()
    duration = fields.read("duree", .delay)
    downtimeLimit = fields.read("indisponibilite_maximale", .percent)
    decision = fields.read("decision", .delay)
  }
}

extension PublicContract.Admission {
  init(_ fields: Fields) {
    self.init()
    decision = fields.read("decision", .delay)
    silence = fields.read("silence", .choice)
    postponement = fields.read("ajournement", .delay)
    allowsReduction = fields.read("refaction", .flag) ?? false
    removal = fields.read("enlevement", .delay)
  }
}
