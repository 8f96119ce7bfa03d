import Maintenance

extension LinkedDocument {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    title = fields.read("titre", .text) ?? ""
    nature = fields.read("nature", .choice) ?? .annex
    day = fields.read("date", .day)
    version = fields.read("version", .text)
    isJoined = fields.read("joint", .flag) ?? false
    isAccepted = fields.read("accepte", .flag) ?? false
    siret = fields.read("siret", .text)
  }
}

extension AcceptedFinding {
  init(_ fields: Fields) {
    self.init()
    rule = fields.read("regle", .identifier) ?? ""
    reason = fields.read("motif", .text) ?? ""
    path = fields.read("lieu", .text)
    by = fields.read("par", .text)
    day = fields.read("date", .day)
  }
}

extension Subcontracting {
  init(_ fields: Fields) {
    self.init()
    mode = fields.read("mode", .choice) ?? .withConsent
    consentDelay = fields.read("delai_accord", .delay)
    subcontractors = fields.groups("sous_traitants", Subcontractor.init)
  }
}

extension Subcontracting.Subcontractor {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("nom", .text) ?? ""
    siren = fields.read("siren", .text)
    purpose = fields.read("objet", .text) ?? ""
  }
}

extension NonSolicitation {
  init(_ fields: Fields) {
    self.init()
    afterEnd = fields.read("apres_fin", .termDelay)
    indemnity = fields.read("indemnite", .text)
    isMutual = fields.read("reciproque", .flag) ?? true
  }
}

extension FollowUp {
  init(_ fields: Fields) {
    self.init()
    report = fields.group("rapport", Report.init)
    committees = fields.groups("comites", Committee.init)
  }
}

extension FollowUp.Report {
  init(_ fields: Fields) {
    self.init()
    period = fields.read("periode", .choice) ?? .month
    delay = fields.read("delai", .delay)
  }
}

extension FollowUp.Committee {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    purpose = fields.read("objet", .text) ?? ""
    recurrence = fields.read("recurrence", .recurrence) ?? recurrence
  }
}

extension Hardship {
  init(_ fields: Fields) {
    self.init()
    risk = fields.read("risque", .choice) ?? .renegotiated
    delay = fields.read("delai", .delay)
  }
}
