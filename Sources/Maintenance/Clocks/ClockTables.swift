/// The calendars that many clocks count in, each laid out once over the same days.
///
/// Answers as the clocks themselves do: what falls outside the days is left to them.
struct ClockTables {
  private let days: ClosedRange<Day>?
  private var tables: [ServiceCalendar: ClockTable] = [:]

  /// Delays of a ticket opened on the last day mostly end within.
  private static let daysAhead = 45

  /// No calendar laid out: each clock walks its own days.
  static let none = ClockTables(days: nil)

  init(from first: Day, to last: Day) {
    self.init(days: first...(max(first, last) + ClockTables.daysAhead))
  }

  private init(days: ClosedRange<Day>?) {
    self.days = days
  }

  mutating func deadline(of clock: Clock) -> Instant? {
    guard let table = table(of: clock) else { return clock.deadline }
    let due = table.deadline(
      from: clock.start.seconds, delay: clock.delaySeconds, pauses: clock.pauses)
    return due.map(Instant.init(seconds:)) ?? clock.deadline
  }

  mutating func elapsedSeconds(of clock: Clock, at instant: Instant) -> Int {
    guard instant > clock.start else { return 0 }
    guard let table = table(of: clock), table.range.contains(instant.seconds) else {
      return clock.elapsedSeconds(at: instant)
    }
    return table.elapsed(
      from: clock.start.seconds, to: instant.seconds, pauses: clock.pauses)
  }

  private mutating func table(of clock: Clock) -> ClockTable? {
    guard let days else { return nil }
    let table = tables[clock.calendar] ?? ClockTable(clock.calendar, days: days)
    tables[clock.calendar] = table
    return table.range.contains(clock.start.seconds) ? table : nil
  }
}
