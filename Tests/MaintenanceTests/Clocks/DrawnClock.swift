import Maintenance
import TestSupport

/// Calendars and pauses drawn at random, whose exceptions fall in the month after a day.
enum DrawnClock {
  static func calendar(_ numbers: inout SplitMix64, near day: Day) -> ServiceCalendar {
    let isOnCall = Int.random(in: 0..<4, using: &numbers) == 0
    return ServiceCalendar(
      zone: Zone.allCases.randomElement(using: &numbers) ?? .paris,
      hours: randomHours(&numbers, near: day),
      region: HolidayRegion.allCases.randomElement(using: &numbers) ?? .metropole,
      isRoundTheClock: Int.random(in: 0..<5, using: &numbers) == 0,
      onCallHours: isOnCall ? randomHours(&numbers, near: day) : nil,
      customaryDays: CustomaryDay.allCases.filter { _ in Int.random(in: 0..<4, using: &numbers) == 0
      })
  }

  private static func randomHours(_ numbers: inout SplitMix64, near day: Day) -> OpeningHours {
    var hours = OpeningHours()
    for weekday in 0..<7 where weekday == 0 || Bool.random(using: &numbers) {
      hours.week[weekday] = randomSpans(&numbers)
    }
    hours.isOpenOnHolidays = Bool.random(using: &numbers)
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      var exception = OpeningHours.DayException()
      exception.day = day + Int.random(in: 0..<30, using: &numbers)
      if Bool.random(using: &numbers) { exception.spans = randomSpans(&numbers) }
      hours.exceptions.append(exception)
      hours.closingDays.append(day + Int.random(in: 0..<30, using: &numbers))
    }
    return hours
  }

  /// The last span may go on until five in the morning.
  private static func randomSpans(_ numbers: inout SplitMix64) -> [OpeningHours.Span] {
    var spans: [OpeningHours.Span] = []
    var from = Int.random(in: 300..<600, using: &numbers)
    for _ in 0..<Int.random(in: 1...3, using: &numbers) where from < 1380 {
      let end = min(1740, from + Int.random(in: 30...400, using: &numbers))
      spans.append(OpeningHours.Span(start: from, end: end))
      from = end + Int.random(in: 1...120, using: &numbers)
    }
    return spans
  }

  static func pauses(from start: Instant, _ numbers: inout SplitMix64) -> [Pause] {
    var pauses: [Pause] = []
    var from = start
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      from = from + Int.random(in: 1...600, using: &numbers) * 60
      let end = from + Int.random(in: 1...3000, using: &numbers) * 60
      pauses.append(Pause(reason: .awaitingClient, start: from, end: end))
      from = end
    }
    return pauses
  }
}

/// The reference: looks at each minute and asks the wall clock whether it counts.
enum MinuteByMinute {
  static func deadline(of clock: Clock) -> Instant? {
    var left = clock.delaySeconds / 60
    var now = clock.start
    for _ in 0..<600_000 {
      if left == 0 { return now }
      if counts(now, clock) { left -= 1 }
      now = now + 60
    }
    return nil
  }

  private static func counts(_ minute: Instant, _ clock: Clock) -> Bool {
    if clock.pauses.contains(where: { $0.start <= minute && minute < $0.end ?? minute + 1 }) {
      return false
    }
    let calendar = clock.calendar
    if calendar.isRoundTheClock { return true }
    let (day, second) = calendar.zone.local(minute)
    return [calendar.hours, calendar.onCallHours].contains { hours in
      guard let hours else { return false }
      let today = spans(of: day, hours, calendar)
      let yesterday = spans(of: day - 1, hours, calendar)
      return today.contains { $0.start * 60 <= second && second < $0.end * 60 }
        || yesterday.contains { second < ($0.end - 1440) * 60 }
    }
  }

  private static func spans(
    of day: Day, _ hours: OpeningHours, _ calendar: ServiceCalendar
  ) -> [OpeningHours.Span] {
    if let exception = hours.exceptions.first(where: { $0.day == day }) { return exception.spans }
    if hours.closingDays.contains(day) { return [] }
    if !hours.isOpenOnHolidays {
      if Holiday.on(day, in: calendar.region) != nil { return [] }
      if calendar.customaryDays.contains(where: { $0.falls(on: day) }) { return [] }
    }
    return hours.spans(on: day.weekday)
  }
}
