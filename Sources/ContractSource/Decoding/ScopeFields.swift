import Maintenance

extension Scope {
  init(_ fields: Fields) {
    self.init()
    sites = fields.groups("sites", Site.init)
    groups = fields.groups("parc", AssetGroup.init)
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
    travelZone = fields.read("zone_deplacement", .integer(1...9))
  }
}

extension AssetGroup {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("groupe", .identifier) ?? ""
    count = fields.read("nombre", .integer(0...100_000)) ?? 0
    criticality = fields.read("criticite", .choice) ?? .normal
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
