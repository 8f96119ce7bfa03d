import Maintenance

extension ServiceLevels {
  init(_ fields: Fields) {
    self.init()
    levels = ServiceLevel.list(fields)
    plans = fields.groups("formules", ServicePlan.init)
    fields.group("mesure") { measuredOver = $0.read("periode", .choice) ?? .month }
    matrix = fields.group("matrice", PriorityMatrix.init) ?? PriorityMatrix()
    pauses = fields.list("suspensions", .choice)
    reopening = fields.read("reouverture", .delay)
    availability = fields.groupOrGroups("disponibilite", Availability.init)
    penalties = fields.groupOrGroups("penalites", Penalty.init)
  }
}

extension ServicePlan {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    label = fields.read("libelle", .text) ?? ""
    levels = ServiceLevel.list(fields)
  }
}

extension ServiceLevel {
  /// In the file's order, keyed by priority.
  fileprivate static func list(_ fields: Fields) -> [ServiceLevel] {
    fields.group("priorites") { priorities in
      priorities.keys.compactMap { code in
        priorities.group(code) { ServiceLevel(code, $0) }
      }
    } ?? []
  }

  init(_ code: String, _ fields: Fields) {
    self.init()
    priority = code
    definition = fields.read("definition", .text) ?? ""
    for milestone in Milestone.allCases {
      delays[milestone] = fields.read(milestone.rawValue, .clockDelay)
    }
    calendar = fields.read("calendrier", .calendarChoice) ?? .openingHours
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
      guard [.minutes, .hours, .workingDays, .businessDays, .days].contains(delay.unit) else {
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
    window = fields.read("plage", .choice) ?? .openingHours
    measure = fields.read("mesure", .text)
    excluding = fields.list("hors", .text)
  }
}

extension Penalty {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    trigger = fields.read("indicateur", .choice) ?? .delays
    targets = fields.list("sur", .identifier)
    formula = fields.read("formule", .penaltyFormula)
    base = fields.read("V", .text)
    lateness = fields.read("R", .text)
    divisor = fields.read("N", .number)
    steps = fields.groups("paliers", Step.init)
    cap = fields.read("plafond", .percent)
    capBase = fields.read("assiette_plafond", .text)
    capAmount = fields.read("plafond_montant", .money)
    nature = fields.read("nature", .choice)
    formalNotice = fields.read("mise_en_demeure", .choice)
    isFinal = fields.read("liberatoire", .flag)
    claimWithin = fields.read("reclamation", .delay)
    isHeardFirst = fields.read("contradictoire", .flag) ?? false
    exemption = fields.read("exoneration", .money)
  }
}

extension Penalty.Step {
  init(_ fields: Fields) {
    self.init()
    beyond = fields.read("au_dela", .clockDelay)
    rate = fields.read("taux", .percent) ?? rate
  }
}

extension Syntax where Value == String {
  static var penaltyFormula: Syntax {
    let expected = "un produit comme « V * R / 30 »"
    let form = TextForm.pattern("^.{1,200}$", examples: ["V * R / 30", "5 * F / H"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      guard text.utf8.count <= 200, PenaltyFormula(text) != nil else {
        throw Misread(
          text, insteadOf: expected,
          help: "Nombres et lettres V, R, N, F, H, D, liés par « * » et « / ».")
      }
      return text
    }
  }
}

extension Syntax where Value == ServiceLevel.CalendarChoice {
  /// `heures`, `astreinte`, or the id of a calendar of the contract.
  static var calendarChoice: Syntax {
    let expected = "« heures », « astreinte » ou l’identifiant d’un calendrier"
    return Syntax(expected: expected) { text throws(Misread) in
      switch fold(text) {
      case "heures": return .openingHours
      case "astreinte": return .onCall
      default:
        do throws(Misread) {
          return .named(try Syntax<String>.identifier.read(text))
        } catch {
          throw Misread(text, insteadOf: expected)
        }
      }
    }
  }
}
