import Maintenance

extension PlannedOperation {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    nature = fields.read("nature", .choice) ?? .preventive
    recurrence = fields.read("recurrence", .recurrence) ?? .daily(every: 1)
    duration = fields.read("duree", .delay)
    groups = fields.list("sur", .identifier)
    sites = fields.list("sites", .identifier)
    isOnSite = fields.read("sur_place", .flag)
    isOutOfHours = fields.read("hors_heures", .flag) ?? false
    isBilledApart = fields.read("hors_forfait", .flag) ?? false
    checklist = fields.list("liste", .text)
    deliverable = fields.read("livrable", .identifier)
    acceptance = fields.group("recette", Criterion.init)
  }
}

extension PlannedOperation.Criterion {
  init(_ fields: Fields) {
    self.init()
    text = fields.read("critere", .text) ?? ""
    delay = fields.read("delai", .delay)
  }
}
