/// When an operation comes back, as the contract says it («chaque mois le 1er mardi»).
///
/// A subset of RFC 5545: days, weeks from Monday, months and years are counted from the one that
/// holds the contract's first day.
package struct Recurrence: Hashable, Sendable {
  package enum Rule: Hashable, Sendable {
    case daily(every: Int)
    case eachWorkingDay
    /// On one day of the week or several, in the order of the week.
    case weekly(every: Int, on: [Weekday])
    case monthly(every: Int, on: DayOfMonth)
    /// In that month, 1 to 12, of every so many years.
    case yearly(every: Int, month: Int, on: DayOfMonth)
  }

  package enum DayOfMonth: Hashable, Sendable {
    /// 1 to 31; the month's last day where it has none such.
    case day(Int)
    case last
    /// The nth such weekday, from 1.
    case nth(Int, Weekday)
    case lastOf(Weekday)
  }

  /// Where an occurrence goes that falls on a day without service.
  package enum Shift: Hashable, Sendable {
    case next
    case previous
  }

  package var rule: Rule
  package var shift = Shift.next

  package init(_ rule: Rule, shift: Shift = .next) {
    self.rule = rule
    self.shift = shift
  }

  package static func daily(every count: Int) -> Recurrence {
    Recurrence(.daily(every: count))
  }
}
