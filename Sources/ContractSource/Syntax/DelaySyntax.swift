import Maintenance

extension Syntax where Value == Delay {
  static var delay: Syntax {
    let expected =
      "une durée comme « 30 min », « 4 h », « 2 jours ouvres », « 15 jours », « 12 mois »"
    let form = TextForm.delay(
      Delay.shortUnits + Delay.longUnits, examples: ["30 min", "4 h", "2 jours ouvrés", "12 mois"])
    return Syntax(expected: expected, form: form) { text throws(Misread) in
      guard let delay = readDelay(text) else { throw Misread(text, insteadOf: expected) }
      return delay
    }
  }
}

extension TextForm {
  /// A count and one of these units, each with the counts it may have.
  static func delay(_ units: [String], examples: [String]) -> TextForm {
    .pattern("^(" + units.joined(separator: "|") + ")$", examples: examples)
  }
}

extension Delay {
  static let clockUnits = [
    "[1-9][0-9]{0,3} ?(min|minutes?|h|heures?)", "[1-9][0-9]{0,2} jours? ouvr([ée]s?|ables?)",
  ]
  static let dayUnit = "[1-9][0-9]{0,3} jours?"
  static let shortUnits = clockUnits + [dayUnit]
  static let longUnits = ["[1-9][0-9]{0,2} mois", "[1-9][0-9]? (ans?|années?)"]
}

/// Long enough for any promise, short enough for any computation with it.
private let largestCounts: [Delay.Unit: Int] = [
  .minutes: 9999, .hours: 9999, .workingDays: 999, .businessDays: 999, .days: 9999, .months: 1200,
  .years: 99,
]

private func readDelay(_ text: String) -> Delay? {
  let text = fold(text)
  let digits = text.utf8.prefix { (48...57).contains($0) }
  guard let count = decimal(digits), count > 0 else { return nil }
  let word = text.dropFirst(digits.count).drop { $0 == " " }
  let unit: Delay.Unit
  switch word {
  case "min", "mn", "minute", "minutes": unit = .minutes
  case "h", "heure", "heures": unit = .hours
  case "jour ouvre", "jours ouvres": unit = .workingDays
  case "jour ouvrable", "jours ouvrables": unit = .businessDays
  case "j", "jour", "jours": unit = .days
  case "mois": unit = .months
  case "an", "ans", "annee", "annees": unit = .years
  default: return nil
  }
  guard let largest = largestCounts[unit], count <= largest else { return nil }
  return Delay(count, unit)
}
