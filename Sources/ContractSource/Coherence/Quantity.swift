import Maintenance

/// A measure that a sentence states, in figures or in words.
struct Quantity: Hashable {
  enum Kind: Hashable {
    case delay(count: FixedPoint, Unit)
    case percent(FixedPoint)
    case amount(Money)
    /// Minutes since midnight.
    case hours(start: Int, end: Int)
    /// Monday 0.
    case days(first: Int, last: Int)
  }

  enum Unit: Hashable {
    case minutes, hours, workingDays, days, months, years
    /// Jours ouvrables: Saturday too.
    case businessDays
  }

  var kind: Kind
  /// Figures and words of the same number that differ: «quatre (5) heures».
  var otherFigure: FixedPoint?

  /// What a sentence states, in its order.
  static func all(in tokens: [WordToken]) -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    while index < tokens.count {
      if let (quantity, end) = hours(tokens, index) ?? days(tokens, index) ?? plain(tokens, index) {
        found.append(quantity)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// `30 jours`, `trente (30) jours`, `30 (trente) jours`, `12 %`, `40 €`.
  private static func plain(_ tokens: [WordToken], _ start: Int) -> (Quantity, Int)? {
    guard let (value, after) = figure(tokens, start) else { return nil }
    var end = after
    var other: FixedPoint?
    if end < tokens.count, tokens[end] == .openBracket,
      let (second, close) = figure(tokens, end + 1), close < tokens.count,
      tokens[close] == .closeBracket
    {
      if second != value { other = second }
      end = close + 1
    }
    guard end < tokens.count, let (kind, last) = unit(value, tokens, end) else { return nil }
    return (Quantity(kind: kind, otherFigure: other), last)
  }

  private static func figure(_ tokens: [WordToken], _ index: Int) -> (FixedPoint, Int)? {
    guard index < tokens.count else { return nil }
    if case .number(let value) = tokens[index] { return (value, index + 1) }
    return NumberWords.number(in: tokens, at: index).map { (FixedPoint($0.value), $0.end) }
  }

  private static func unit(_ value: FixedPoint, _ tokens: [WordToken], _ index: Int)
    -> (Kind, Int)?
  {
    switch tokens[index] {
    case .percent: return (.percent(value), index + 1)
    case .euro: return (.amount(money(value)), index + 1)
    case .word("euro"), .word("euros"): return (.amount(money(value)), index + 1)
    case .word("pour"):
      guard word(tokens, index + 1) == "cent" else { return nil }
      return (.percent(value), index + 2)
    case .word(let name):
      guard let unit = units[name] else { return nil }
      guard unit == .days else { return (.delay(count: value, unit), index + 1) }
      switch word(tokens, index + 1) {
      case "ouvre", "ouvres": return (.delay(count: value, .workingDays), index + 2)
      case "ouvrable", "ouvrables": return (.delay(count: value, .businessDays), index + 2)
      case "calendaire", "calendaires": return (.delay(count: value, .days), index + 2)
      default: return (.delay(count: value, .days), index + 1)
      }
    default: return nil
    }
  }

  private static let units: [String: Unit] = [
    "min": .minutes, "mn": .minutes, "minute": .minutes, "minutes": .minutes, "h": .hours,
    "heure": .hours, "heures": .hours, "jour": .days, "jours": .days, "mois": .months,
    "an": .years, "ans": .years, "annee": .years, "annees": .years,
  ]

  private static func money(_ euros: FixedPoint) -> Money {
    Money(cents: euros.millionths / 10_000)
  }

  private static func word(_ tokens: [WordToken], _ index: Int) -> String? {
    guard index < tokens.count, case .word(let word) = tokens[index] else { return nil }
    return word
  }

  /// `8h30 à 12h30`, `08:30-12:30`, `8 heures à 18 heures`.
  private static func hours(_ tokens: [WordToken], _ start: Int) -> (Quantity, Int)? {
    guard let (first, middle) = time(tokens, start), middle < tokens.count,
      tokens[middle] == .word("a") || tokens[middle] == .dash,
      let (last, end) = time(tokens, middle + 1)
    else { return nil }
    return (Quantity(kind: .hours(start: first, end: last)), end)
  }

  private static func time(_ tokens: [WordToken], _ start: Int) -> (Int, Int)? {
    guard let hour = whole(tokens, start), hour <= 24, start + 1 < tokens.count else { return nil }
    let mark = tokens[start + 1]
    let isHour = mark == .word("h") || mark == .word("heures") || mark == .word("heure")
    guard isHour || mark == .colon else { return nil }
    if let minute = whole(tokens, start + 2), minute < 60 { return (hour * 60 + minute, start + 3) }
    return isHour ? (hour * 60, start + 2) : nil
  }

  private static func whole(_ tokens: [WordToken], _ index: Int) -> Int? {
    guard index < tokens.count, case .number(let value) = tokens[index],
      value.millionths % 1_000_000 == 0
    else { return nil }
    return Int(value.millionths / 1_000_000)
  }

  /// `du lundi au vendredi`.
  private static func days(_ tokens: [WordToken], _ start: Int) -> (Quantity, Int)? {
    guard let first = word(tokens, start).flatMap(weekdayNames.firstIndex),
      word(tokens, start + 1) == "au",
      let last = word(tokens, start + 2).flatMap(weekdayNames.firstIndex)
    else { return nil }
    return (Quantity(kind: .days(first: first, last: last)), start + 3)
  }
}
