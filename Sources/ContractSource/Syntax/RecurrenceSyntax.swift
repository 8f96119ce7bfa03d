import Maintenance

extension Syntax where Value == Recurrence {
  static var recurrence: Syntax {
    let expected = "une récurrence comme « chaque mois le 1er mardi »"
    return Syntax(expected: expected, form: .recurrence) { text throws(Misread) in
      guard let recurrence = readRecurrence(fold(text)) else {
        throw Misread(
          text, insteadOf: expected,
          help: "Aussi : « chaque jour », « chaque semaine le jeudi », « chaque trimestre le "
            + "2e mercredi », « tous les 2 mois le 15 ». Jour du mois de 1 à 28, rang de 1er à 4e.")
      }
      return recurrence
    }
  }
}

extension TextForm {
  fileprivate static var recurrence: TextForm {
    let count = "([2-9]|[1-5][0-9]|60)"
    let weekday = "(" + weekdayNames.joined(separator: "|") + ")"
    let day = "([1-9]|1[0-9]|2[0-8]|(1er|2e|3e|4e) \(weekday))"
    let periods = "(mois|trimestres?|semestres?|ans?|années?)"
    return .pattern(
      "^(chaque jour|tous les \(count) jours"
        + "|(chaque semaine|toutes les \(count) semaines) le \(weekday)"
        + "|(chaque|tous les \(count)|toutes les \(count)) \(periods) le \(day))$",
      examples: ["chaque mois le 1er mardi", "chaque semaine le jeudi", "tous les 2 mois le 15"])
  }
}

let weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

func weekday(_ name: some StringProtocol) -> Weekday? {
  weekdayNames.firstIndex(of: String(name)).flatMap(Weekday.init(rawValue:))
}

private func readRecurrence(_ text: String) -> Recurrence? {
  var words = text.split(separator: " ")[...]
  guard let (every, period) = readPeriod(&words) else { return nil }
  let rest = Array(words)
  switch period {
  case .day:
    return rest.isEmpty ? .daily(every: every) : nil
  case .week:
    guard rest.count == 2, rest[0] == "le", let day = weekday(rest[1]) else { return nil }
    return .weekly(every: every, on: day)
  case .months(let months):
    guard rest.count >= 2, rest[0] == "le" else { return nil }
    if rest.count == 2, let day = decimal(rest[1].utf8), (1...28).contains(day) {
      return .monthlyDay(every: every * months, day: day)
    }
    guard rest.count == 3, let nth = ranks[rest[1]], let day = weekday(rest[2]) else { return nil }
    return .monthlyWeekday(every: every * months, nth: nth, weekday: day)
  }
}

private enum Period {
  case day
  case week
  case months(Int)
}

private let ranks: [Substring: Int] = [
  "1er": 1, "premier": 1, "2e": 2, "2eme": 2, "deuxieme": 2, "3e": 3, "3eme": 3,
  "troisieme": 3, "4e": 4, "4eme": 4, "quatrieme": 4,
]

/// «chaque mois», «tous les 2 mois», «toutes les 2 semaines».
private func readPeriod(_ words: inout ArraySlice<Substring>) -> (every: Int, Period)? {
  guard let first = words.popFirst() else { return nil }
  var every = 1
  if first == "tous" || first == "toutes" {
    guard words.popFirst() == "les", let word = words.popFirst(), let count = decimal(word.utf8),
      (2...60).contains(count)
    else { return nil }
    every = count
  } else if first != "chaque" {
    return nil
  }
  switch words.popFirst() {
  case "jour", "jours": return (every, .day)
  case "semaine", "semaines": return (every, .week)
  case "mois": return (every, .months(1))
  case "trimestre", "trimestres": return (every, .months(3))
  case "semestre", "semestres": return (every, .months(6))
  case "an", "ans", "annee", "annees": return (every, .months(12))
  default: return nil
  }
}
