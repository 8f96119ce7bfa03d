package import Maintenance

/// Recurrences drawn by lot, every one of which a contract can say.
package struct DrawnRecurrence {
  package var random: SplitMix64

  package init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  package mutating func next() -> Recurrence {
    let every = [1, 1, 2, 3, 6, 12, number(2...60)].randomElement(using: &random) ?? 1
    let shift: Recurrence.Shift = number(0...3) == 0 ? .previous : .next
    switch number(0...5) {
    case 0: return Recurrence(.daily(every: every), shift: shift)
    case 1: return Recurrence(.eachWorkingDay)
    case 2:
      let days = Weekday.allCases.shuffled(using: &random).prefix(number(1...4))
      let inOrder = days.sorted { $0.rawValue < $1.rawValue }
      return Recurrence(.weekly(every: every, on: inOrder), shift: shift)
    case 3, 4:
      return Recurrence(.monthly(every: every, on: dayOfMonth(upTo: 31)), shift: shift)
    default:
      let month = number(1...12)
      let day = dayOfMonth(upTo: Day.daysInMonth(year: 2000, month: month))
      return Recurrence(.yearly(every: every, month: month, on: day), shift: shift)
    }
  }

  private mutating func dayOfMonth(upTo last: Int) -> Recurrence.DayOfMonth {
    let weekday = Weekday.allCases.randomElement(using: &random) ?? .monday
    return switch number(0...4) {
    case 0: .last
    case 1: .nth(number(1...4), weekday)
    case 2: .lastOf(weekday)
    case 3: .day(number(1...last))
    default: .day(number(28...last))
    }
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
}
