import Maintenance

extension ServiceLevels {
  init(_ fields: Fields) {
    self.init()
    levels =
      fields.group("priorites") { priorities in
        priorities.keys.compactMap { code in
          priorities.group(code) { ServiceLevel(code, $0) }
        }
      } ?? []
    matrix = fields.group("matrice", PriorityMatrix.init) ?? PriorityMatrix()
    pauses = fields.list("suspensions", .choice)
    reopening = fields.read("reouverture", .delay)
    availability = fields.group("disponibilite", Availability.init)
    penalties = fields.group("penalites", Penalties.init)
  }
}

extension ServiceLevel {
  init(_ code: String, _ fields: Fields) {
    self.init()
    priority = code
    definition = fields.read("definition", .text) ?? ""
    for milestone in Milestone.allCases {
      delays[milestone] = fields.read(milestone.rawValue, .clockDelay)
    }
    calendar = fields.read("calendrier", .choice) ?? .openingHours
    binding = fields.read("nature", .choice) ?? .means
    target = fields.read("cible", .percent)
  }
}

extension Syntax where Value == Delay {
  /// A delay that a clock can count: no months, no years.
  static var clockDelay: Syntax {
    let expected = "un délai comme « 30 min », « 4 h » ou « 2 jours ouvres »"
    let form = TextForm.delay(Delay.shortUnits, examples: ["30 min", "4 h", "2 jours ouvrés"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      let delay = try Syntax.delay.read(text)
      guard [.minutes, .hours, .workingDays, .days].contains(delay.unit) else {
        throw Misread(text, insteadOf: expected)
      }
      return delay
    }
  }
}

extension PriorityMatrix {
  init(_ fields: Fields) {
    self.init()
    impacts = fields.list("impact", .text)
    urgencies = fields.list("urgence", .text)
    values = fields.rows("valeurs", .identifier)
  }
}

extension Availability {
  init(_ fields: Fields) {
    self.init()
    group = fields.read("groupe", .identifier) ?? ""
    rate = fields.read("taux", .percent) ?? FixedPoint(0)
    period = fields.read("periode", .text)
    excluding = fields.list("hors", .text)
  }
}

extension Penalties {
  init(_ fields: Fields) {
    self.init()
    formula = fields.read("formule", .text)
    base = fields.read("V", .text)
    lateness = fields.read("R", .text)
    cap = fields.read("plafond", .percent)
    nature = fields.read("nature", .choice)
    formalNotice = fields.read("mise_en_demeure", .choice)
  }
}
