import Maintenance

extension Support {
  init(_ fields: Fields) {
    self.init()
    hours = OpeningHours(fields, "heures") ?? OpeningHours()
    calendars =
      fields.group("calendriers") { calendars in
        calendars.keys.prefix(50).map { NamedCalendar($0, calendars) }
      } ?? []
    onCall = fields.group("astreinte", OnCall.init)
    extendedHours = fields.groups("plages_etendues", ExtendedHours.init)
    channels = fields.list("canaux", .choice)
    addresses = fields.group("coordonnees", ChannelAddresses.init) ?? ChannelAddresses()
    escalation = fields.groups("escalade", EscalationContact.init)
    plannedMaintenance = fields.group("maintenance_planifiee", PlannedMaintenance.init)
    tiers =
      fields.group("niveaux") { tiers in
        tiers.keys.map { SupportTier($0, tiers) }
      } ?? []
  }
}

extension SupportTier {
  fileprivate init(_ id: String, _ fields: Fields) {
    self.init()
    self.id = id
    text = fields.read(id, .text) ?? ""
  }
}

extension OnCall {
  init(_ fields: Fields) {
    self.init()
    priorities = fields.list("priorites", .identifier)
    hours = OpeningHours(fields, "heures").flatMap { $0 == .always ? nil : $0 }
    fields.group("redevance") { fee in
      self.fee = fee.read("montant", .money)
      feePeriod = fee.read("periode", .choice) ?? .month
    }
    callOut = fields.read("appel", .money)
    means = fields.read("moyens", .text)
  }
}

extension NamedCalendar {
  fileprivate init(_ id: String, _ fields: Fields) {
    self.init()
    self.id = id
    hours = OpeningHours(fields, id) ?? OpeningHours()
  }
}

extension ExtendedHours {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    hours = OpeningHours(fields, "heures") ?? OpeningHours()
    surcharge = fields.read("majoration", .percent)
    flatPrice = fields.read("montant", .money)
    priorities = fields.list("priorites", .identifier)
    isOnRequest = fields.read("sur_demande", .flag) ?? false
  }
}

extension ChannelAddresses {
  init(_ fields: Fields) {
    self.init()
    portal = fields.read("portail", .text)
    email = fields.read("courriel", .email)
    telephone = fields.read("telephone", .text)
  }
}

extension EscalationContact {
  init(_ fields: Fields) {
    self.init()
    name = fields.read("nom", .text) ?? ""
    side = fields.read("partie", .choice) ?? .provider
    role = fields.read("qualite", .text)
    email = fields.read("courriel", .email)
    telephone = fields.read("telephone", .text)
    threshold = fields.read("seuil", .percent) ?? threshold
  }
}

extension PlannedMaintenance {
  init(_ fields: Fields) {
    self.init()
    notice = fields.read("preavis", .delay)
    hours = OpeningHours(fields, "heures")
    monthlyLimit = fields.read("limite_mensuelle", .clockDelay)
  }
}

extension OpeningHours {
  /// Either `24/7` or a group of days; nothing when the key is missing or broken.
  init?(_ fields: Fields, _ key: String) {
    if fields.isText(key) {
      guard fields.read(key, .roundTheClock) != nil else { return nil }
      self = .always
    } else {
      guard let hours = fields.group(key, OpeningHours.init) else { return nil }
      self = hours
    }
  }

  /// Keys are days or ranges of days: `samedi`, `lundi_vendredi`.
  private init(_ fields: Fields) {
    self.init()
    closingDays = fields.list("fermetures", .day)
    exceptions = fields.groups("exceptions", DayException.init)
    isOpenOnHolidays =
      fields.read("jours_feries", .oneOf(["ouverts"]) { $0 == "ouverts" ? true : nil }) ?? false
    let days = weekdayNames.joined(separator: "|")
    let keys = fields.keys(
      like: "^(\(days))(_(\(days)))?$", usual: weekdayNames + ["lundi_vendredi", "lundi_samedi"]
    ) { weekdays(key: $0) != nil }
    for key in keys { read(fields, key, weekdays(key: key) ?? 0...6) }
    refuseNightsOverMornings(fields, keys)
  }

  /// A span over midnight must end before the next day's hours begin.
  private func refuseNightsOverMornings(_ fields: Fields, _ keys: [String]) {
    for key in keys {
      let isOver = (weekdays(key: key) ?? 0...6).contains { day in
        guard let night = week[day].last, let morning = week[(day + 1) % 7].first else {
          return false
        }
        return night.end > 1440 + morning.start
      }
      if isOver {
        fields.refuse(key, Misread(message: "la nuit mord sur les heures du lendemain"))
      }
    }
  }

  static var always: OpeningHours {
    var hours = OpeningHours()
    hours.week = Array(repeating: [Span(start: 0, end: 1440)], count: 7)
    hours.isOpenOnHolidays = true
    return hours
  }

  private mutating func read(_ fields: Fields, _ key: String, _ days: ClosedRange<Int>) {
    let spans = fields.list(key, .span)
    let pairs = zip(spans, spans.dropFirst())
    if pairs.contains(where: { $0.end > $1.start }) {
      return fields.refuse(
        key, Misread(message: "ces plages se chevauchent ou ne sont pas dans l’ordre"))
    }
    for day in days {
      guard week[day].isEmpty else {
        return fields.refuse(
          key, Misread(message: "les heures du \(weekdayNames[day]) sont déjà données"))
      }
      week[day] = spans
    }
  }
}

extension OpeningHours.DayException {
  init(_ fields: Fields) {
    self.init()
    day = fields.read("date", .day) ?? day
    spans = fields.list("plages", .span)
    label = fields.read("motif", .text)
  }
}

extension Syntax where Value == Bool {
  /// Only round the clock is written `24/7`; other hours go by day.
  static var roundTheClock: Syntax {
    oneOf(["24/7"]) { $0 == "24/7" ? true : nil }
  }
}
