import Maintenance

/// The words of a recurrence, taken one after another.
struct RecurrenceWords {
  private var rest: ArraySlice<Substring>

  /// Nothing when a word is missing, left over, or none of the language.
  static func read(_ text: String) -> Recurrence? {
    var words = RecurrenceWords(text)
    return words.recurrence()
  }

  /// A comma may follow a word, as sentences have it; then it means nothing.
  private init(_ text: String) {
    let text = fold(text)
    rest = text.split(separator: " ").map { $0.hasSuffix(",") ? $0.dropLast() : $0 }[...]
  }

  private mutating func recurrence() -> Recurrence? {
    guard let (every, period) = period() else { return nil }
    let recurrence: Recurrence? =
      switch period {
      case .days: dailyRule(every)
      case .weeks: weekdays().map { Recurrence(.weekly(every: every, on: $0)) }
      case .months(let count): monthlyRule(every * count)
      case .years: yearlyRule(every)
      }
    guard var recurrence, let shift = shift(recurrence.shift), rest.isEmpty else { return nil }
    recurrence.shift = shift
    return recurrence.rule == .eachWorkingDay && shift == .previous ? nil : recurrence
  }

  private enum Period {
    case days
    case weeks
    case months(Int)
    case years
  }

  /// «chaque mois», «tous les 2 mois», «toutes les 2 semaines».
  private mutating func period() -> (every: Int, Period)? {
    var every = 1
    if take("tous", "les") || take("toutes", "les") {
      guard let count = rest.popFirst().flatMap({ decimal($0.utf8) }), (2...60).contains(count)
      else { return nil }
      every = count
    } else if !take("chaque") {
      return nil
    }
    switch rest.popFirst() {
    case "jour", "jours": return (every, .days)
    case "semaine", "semaines": return (every, .weeks)
    case "mois": return (every, .months(1))
    case "trimestre", "trimestres": return (every, .months(3))
    case "semestre", "semestres": return (every, .months(6))
    case "an", "ans", "annee", "annees": return (every, .years)
    default: return nil
    }
  }

  private mutating func dailyRule(_ every: Int) -> Recurrence? {
    guard take("ouvre") else { return .daily(every: every) }
    return every == 1 ? Recurrence(.eachWorkingDay) : nil
  }

  /// «le lundi, le mercredi et le jeudi», each day once.
  private mutating func weekdays() -> [Weekday]? {
    var days: [Weekday] = []
    repeat {
      guard take("le"), let day = rest.popFirst().flatMap({ weekday($0) }), !days.contains(day)
      else { return nil }
      days.append(day)
    } while take("et") || rest.first == "le"
    return days.sorted { $0.rawValue < $1.rawValue }
  }

  private mutating func monthlyRule(_ every: Int) -> Recurrence? {
    guard let found = dayOfMonth() else { return nil }
    if !found.isNumber { _ = take("du", "mois") }
    if case .day(29...31) = found.day {
      _ = take("ou", "a", "defaut", "le", "dernier", "jour", "du", "mois")
    }
    return Recurrence(.monthly(every: every, on: found.day), shift: found.shift)
  }

  /// Without a month, the one in which the contract begins.
  private mutating func yearlyRule(_ every: Int) -> Recurrence? {
    let start = rest
    guard let found = dayOfMonth() else { return nil }
    guard let month = month(after: found) else {
      rest = start
      return monthlyRule(every * 12)
    }
    if found.day == .day(29), month == 2 { _ = take("ou", "a", "defaut", "le", "28") }
    return Recurrence(.yearly(every: every, month: month, on: found.day), shift: found.shift)
  }

  private struct FoundDay {
    var day: Recurrence.DayOfMonth
    var shift = Recurrence.Shift.next
    /// As in «le 15»: no «de» before its month.
    var isNumber = false
  }

  /// «le 31», «le 2e mardi», «le dernier jour»; the first and the last working day are the first
  /// and the last day, moved.
  private mutating func dayOfMonth() -> FoundDay? {
    guard take("le") else { return nil }
    if take("1er", "jour", "ouvre") || take("premier", "jour", "ouvre") {
      return FoundDay(day: .day(1))
    }
    if take("dernier", "jour", "ouvre") { return FoundDay(day: .last, shift: .previous) }
    if take("dernier", "jour") { return FoundDay(day: .last) }
    guard let word = rest.popFirst() else { return nil }
    if let weekday = rest.first.flatMap({ weekday($0) }) {
      rest.removeFirst()
      if word == "dernier" { return FoundDay(day: .lastOf(weekday)) }
      return ranks[word].map { FoundDay(day: .nth($0, weekday)) }
    }
    let day = word == "1er" ? 1 : decimal(word.utf8)
    guard let day, (1...31).contains(day) else { return nil }
    return FoundDay(day: .day(day), isNumber: true)
  }

  /// The month that follows a day, when it has that day at least in some years.
  private mutating func month(after found: FoundDay) -> Int? {
    var words = rest
    if !found.isNumber, words.first == "de" { words.removeFirst() }
    guard var name = words.popFirst() else { return nil }
    if !found.isNumber, name.hasPrefix("d'") { name = name.dropFirst(2) }
    guard let index = frenchMonths.firstIndex(where: { fold($0) == name }) else { return nil }
    if case .day(let day) = found.day, day > Day.daysInMonth(year: 2000, month: index + 1) {
      return nil
    }
    rest = words
    return index + 1
  }

  /// «sinon le jour ouvré suivant», as without these words.
  private mutating func shift(_ shift: Recurrence.Shift) -> Recurrence.Shift? {
    guard take("sinon", "le", "jour", "ouvre") else { return shift }
    if take("suivant") { return .next }
    return take("precedent") ? .previous : nil
  }

  private mutating func take(_ words: Substring...) -> Bool {
    guard rest.starts(with: words) else { return false }
    rest.removeFirst(words.count)
    return true
  }
}

private let ranks: [Substring: Int] = [
  "1er": 1, "premier": 1, "2e": 2, "2eme": 2, "deuxieme": 2, "3e": 3, "3eme": 3,
  "troisieme": 3, "4e": 4, "4eme": 4, "quatrieme": 4,
]
