import Maintenance

extension Support {
  init(_ fields: Fields) {
    self.init()
    if fields.isText("heures") {
      if fields.read("heures", .roundTheClock) != nil { hours = .always }
    } else {
      hours = fields.group("heures", OpeningHours.init) ?? OpeningHours()
    }
    onCall = fields.group("astreinte", OnCall.init)
    channels = fields.list("canaux", .choice)
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
    isRoundTheClock = fields.read("heures", .roundTheClock) ?? true
  }
}

extension OpeningHours {
  /// Keys are days or ranges of days: `samedi`, `lundi_vendredi`.
  init(_ fields: Fields) {
    self.init()
    closingDays = fields.list("fermetures", .day)
    let days = weekdayNames.joined(separator: "|")
    let keys = fields.keys(
      like: "^(\(days))(_(\(days)))?$", usual: weekdayNames + ["lundi_vendredi", "lundi_samedi"]
    ) { weekdays(key: $0) != nil }
    for key in keys { read(fields, key, weekdays(key: key) ?? 0...6) }
  }

  static var always: OpeningHours {
    var hours = OpeningHours()
    hours.week = Array(repeating: [Span(start: 0, end: 1440)], count: 7)
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

extension Syntax where Value == Bool {
  /// Only round the clock is written `24/7`; other hours go by day.
  static var roundTheClock: Syntax {
    oneOf(["24/7"]) { $0 == "24/7" ? true : nil }
  }
}
