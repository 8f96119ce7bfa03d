import Maintenance

extension Scope {
  init(_ fields: Fields) {
    self.init()
    sites = fields.groups("sites", Site.init)
    groups = fields.groups("parc", AssetGroup.init)
    software = fields.groups("logiciels", Software.init)
    fleetChange = fields.group("evolution", FleetChange.init)
    exclusions = fields.groups("exclusions", Exclusion.init)
    backup = fields.group("sauvegarde", Backup.init)
  }
}

extension Site {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    name = fields.read("nom", .text) ?? ""
    holidays = fields.read("jours_feries", .choice) ?? .metropole
    customaryDays = fields.list("jours_coutumiers", .choice)
    travelZone = fields.read("zone_deplacement", .integer(1...9))
    address = fields.group("adresse", PostalAddress.init)
    calendar = fields.read("calendrier", .identifier)
    hasRemoteAccess = fields.read("acces_distant", .flag)
    onSiteDelay = fields.read("delai_sur_site", .clockDelay)
  }
}

extension AssetGroup {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("groupe", .identifier) ?? ""
    label = fields.read("designation", .text)
    assets = fields.groups("equipements", Asset.init)
    countsBySite = fields.map("repartition", .integer(0...100_000))
    let listed = assets.isEmpty ? countsBySite.values.reduce(0, +) : assets.count
    count = fields.read("nombre", .integer(0...100_000)) ?? listed
    criticality = fields.read("criticite", .choice) ?? .normal
    plan = fields.read("formule", .identifier)
  }
}

extension Asset {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("designation", .text) ?? ""
    model = fields.read("modele", .text)
    serialNumber = fields.read("numero_serie", .text)
    site = fields.read("site", .identifier)
    warrantyEnd = fields.read("fin_garantie", .day)
    supportEnd = fields.read("fin_support", .day)
    owner = fields.read("proprietaire", .choice)
  }
}

extension Software {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    name = fields.read("nom", .text) ?? ""
    version = fields.read("version", .text)
    publisher = fields.read("editeur", .text)
    supportEnd = fields.read("fin_support", .day)
    licences = fields.read("licences", .integer(0...100_000))
    licensee = fields.read("titulaire", .choice)
  }
}

extension FleetChange {
  init(_ fields: Fields) {
    self.init()
    addition = fields.read("ajout", .choice) ?? .proRataStartedMonth
    removal = fields.read("retrait", .choice) ?? .endOfMonth
    tolerance = fields.read("tolerance", .integer(0...1_000_000)) ?? 0
  }
}

extension Exclusion {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    text = fields.read("texte", .text) ?? ""
    consequence = fields.read("suite", .choice) ?? .refused
  }
}

extension Backup {
  init(_ fields: Fields) {
    self.init()
    responsible = fields.read("responsable", .choice) ?? .provider
    frequency = fields.read("frequence", .text)
    recoveryPoint = fields.read("rpo", .delay)
    recoveryTime = fields.read("rto", .delay)
    test = fields.read("test", .text)
    warningKept = fields.read("mise_en_garde", .flag) ?? false
  }
}
