/// When the price is revised, as the contract says it.
package enum RevisionDate: Hashable, Sendable {
  /// Every year on that day; on the last day of a February that has no 29th.
  case yearly(month: Int, day: Int)
  /// Every year counted from the contract's first day.
  case anniversary
  /// On the first day of each renewed period.
  case renewal

  /// «chaque 1er janvier».
  package var french: String {
    switch self {
    case .yearly(let month, let day): "chaque \(frenchDayOfYear(month: month, day: day))"
    case .anniversary: "à chaque date anniversaire de sa prise d'effet"
    case .renewal: "à chaque reconduction"
    }
  }

  /// The first such day on or after `day` and after the contract's first one.
  func next(onOrAfter day: Day, in term: Term) -> Day? {
    let from = max(day, term.start + 1)
    switch self {
    case .yearly(let month, let dayOfMonth):
      return (0...1).lazy
        .map { RevisionDate.date(from.year + $0, month, dayOfMonth) }.first { $0 >= from }
    case .anniversary:
      let years = max(1, from.year - term.start.year)
      return (0...1).lazy.map { term.start.adding(months: 12 * (years + $0)) }.first { $0 >= from }
    case .renewal:
      guard let period = term.period(on: from) else { return nil }
      if period.number > 0, period.start >= from { return period.start }
      return term.period(period.number + 1)?.start
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
    let days = Day.daysInMonth(year: year, month: month)
    guard let date = Day(year: year, month: month, day: min(day, days)) else {
      // Beyond the years that a day can have: later than any day asked for.
      return Day(number: .max / 2)
    }
    return date
  }
}

extension Contract {
  /// The first day, from that one on, on which prices are revised; none before the end of a freeze.
  package func nextRevision(onOrAfter day: Day) -> Day? {
    guard let indexation = price.indexation, let date = indexation.date else { return nil }
    let thawed = indexation.frozenFor.map { $0.end(from: term.start) + 1 } ?? term.start
    guard let next = date.next(onOrAfter: max(day, thawed), in: term) else { return nil }
    return next <= term.certainEnd ?? next ? next : nil
  }
}
