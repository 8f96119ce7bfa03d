import Maintenance

extension Syntax where Value == Delay {
  static var delay: Syntax {
    let expected =
      "une durée comme « 30 min », « 4 h », « 2 jours ouvres », « 15 jours », « 12 mois »"
    return Syntax(expected: expected) { text throws(Misread) in
      guard let delay = readDelay(text) else { throw Misread(text, insteadOf: expected) }
      return delay
    }
  }
}

/// Long enough for any promise, short enough for any computation with it.
private let largestCounts: [Delay.Unit: Int] = [
  .minutes: 9999, .hours: 9999, .workingDays: 999, .days: 9999, .months: 1200, .years: 99,
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
  case "j", "jour", "jours": unit = .days
  case "mois": unit = .months
  case "an", "ans", "annee", "annees": unit = .years
  default: return nil
  }
  guard let largest = largestCounts[unit], count <= largest else { return nil }
  return Delay(count, unit)
}
