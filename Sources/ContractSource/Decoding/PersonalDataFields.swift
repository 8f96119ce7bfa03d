import Maintenance

extension PersonalData {
  init(_ fields: Fields) {
    self.init()
    role = fields.read("role", .choice) ?? .processor
    purposes = fields.list("finalites", .text)
    categories = fields.list("categories", .text)
    subjects = fields.list("personnes", .text)
    processors = fields.groups("sous_traitants", Processor.init)
    authorization = fields.read("autorisation", .choice) ?? .general
    objectionDelay = fields.read("opposition", .delay)
    measures = fields.list("mesures", .text)
    location = fields.read("localisation", .text)
    auditNotice = fields.read("audit", .delay)
    protectionOfficer = fields.group("dpo", Contact.init)
    logRetention = fields.read("journaux", .delay)
    breachNotice = fields.read("violation", .delay)
    fields.group("fin") { end in
      fateAtEnd = end.read("sort", .text)
      erasureDelay = end.read("delai", .delay)
    }
    fields.group("exploitation") { statistics = $0.read("statistiques_internes", .text) }
  }
}

extension PersonalData.Processor {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("nom", .text) ?? ""
    country = fields.read("pays", .text) ?? ""
    purpose = fields.read("objet", .text) ?? ""
    safeguard = fields.read("garantie", .text)
  }
}
