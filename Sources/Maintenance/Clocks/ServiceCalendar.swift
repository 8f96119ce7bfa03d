/// When time counts for one site and one priority: the contract's hours, or round the clock.
package struct ServiceCalendar: Hashable, Sendable {
  package var zone: Zone
  package var hours: OpeningHours
  package var region: HolidayRegion
  /// On call at any hour, holidays included (24/7).
  package var isRoundTheClock: Bool
  /// Hours of an on-call team, besides the opening hours.
  package var onCallHours: OpeningHours?
  /// Days of custom that the contract names for the site: closed like holidays.
  package var customaryDays: [CustomaryDay]

  package init(
    zone: Zone, hours: OpeningHours, region: HolidayRegion, isRoundTheClock: Bool = false,
    onCallHours: OpeningHours? = nil, customaryDays: [CustomaryDay] = []
  ) {
    self.zone = zone
    self.hours = hours
    self.region = region
    self.isRoundTheClock = isRoundTheClock
    self.onCallHours = onCallHours
    self.customaryDays = customaryDays
  }

  /// Why a stretch of time counts or does not.
  package enum Cause: Hashable, Sendable {
    case counted
    /// Before opening or after closing.
    case outsideHours
    /// Between two spans of one day.
    case midday
    /// A weekday without hours.
    case closedWeekday
    case holiday(Holiday)
    /// No public holiday by law, but named by the contract.
    case customaryDay(Holiday)
    /// A closing day of the contract.
    case closingDay
    case paused(PauseReason)
  }

  /// The day cut into stretches, first to last, without gaps.
  ///
  /// Wall-clock hours: on the days of the change to or from summer time a day lasts 23 or 25 hours,
  /// and a stretch that the change removes is left out.
  func stretches(of day: Day) -> [Stretch] {
    let midnight = zone.instant(day, second: 0)
    let nextMidnight = zone.instant(day + 1, second: 0)
    if isRoundTheClock { return [Stretch(midnight, nextMidnight, .counted)] }
    let closure = closure(of: day, in: hours)
    let spans = openSpans(of: day)
    if spans.isEmpty { return [Stretch(midnight, nextMidnight, closure ?? .closedWeekday)] }
    var stretches: [Stretch] = []
    var from = midnight
    for (index, span) in spans.enumerated() {
      let opening = zone.instant(day, second: span.start * 60)
      let closing = zone.instant(day, second: span.end * 60)
      if opening > from {
        stretches.append(
          Stretch(from, opening, closure ?? (index == 0 ? .outsideHours : .midday)))
      }
      if closing > opening { stretches.append(Stretch(opening, closing, .counted)) }
      from = max(from, closing)
    }
    if nextMidnight > from {
      stretches.append(Stretch(from, nextMidnight, closure ?? .outsideHours))
    }
    return stretches
  }

  /// Why a whole day is closed; nothing when hours of its own or of its weekday apply.
  private func closure(of day: Day, in hours: OpeningHours) -> Cause? {
    if hours.exceptions.contains(where: { $0.day == day }) { return nil }
    if hours.closingDays.contains(day) { return .closingDay }
    if !hours.isOpenOnHolidays {
      if let holiday = Holiday.on(day, in: region) { return .holiday(holiday) }
      if let customary = customaryDays.first(where: { $0.falls(on: day) }) {
        return .customaryDay(customary.holiday)
      }
    }
    return hours.spans(on: day.weekday).isEmpty ? .closedWeekday : nil
  }

  /// Minutes of the day that count, in order and apart: what began the day before included.
  private func openSpans(of day: Day) -> [OpeningHours.Span] {
    guard onCallHours != nil || hours.crossesMidnight else { return spans(of: day, in: hours) }
    var spans: [OpeningHours.Span] = []
    for hours in [hours, onCallHours].compactMap({ $0 }) {
      spans += self.spans(of: day - 1, in: hours).filter { $0.end > 1440 }.map {
        OpeningHours.Span(start: max(0, $0.start - 1440), end: $0.end - 1440)
      }
      spans += self.spans(of: day, in: hours).map {
        OpeningHours.Span(start: $0.start, end: min($0.end, 1440))
      }
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    return spans.reduce(into: []) { merged, span in
      if let last = merged.last, span.start <= last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
  }

  /// The spans that start on that day; empty when it is closed.
  private func spans(of day: Day, in hours: OpeningHours) -> [OpeningHours.Span] {
    if let exception = hours.exceptions.first(where: { $0.day == day }) { return exception.spans }
    return closure(of: day, in: hours) == nil ? hours.spans(on: day.weekday) : []
  }

  /// Whether time counts at that instant, and when it next does.
  package func opening(at instant: Instant) -> (isOpen: Bool, next: Instant?, cause: Cause) {
    var day = zone.day(at: instant)
    var cause: Cause?
    for _ in 0..<400 {
      for stretch in stretches(of: day) where stretch.end > instant {
        if stretch.cause == .counted {
          return (cause == nil, max(stretch.start, instant), cause ?? .counted)
        }
        if cause == nil { cause = stretch.cause }
      }
      day = day + 1
    }
    return (false, nil, cause ?? .closedWeekday)
  }
}

/// A stretch of time with one cause.
package struct Stretch: Hashable, Sendable {
  package var start: Instant
  package var end: Instant
  package var cause: ServiceCalendar.Cause

  init(_ start: Instant, _ end: Instant, _ cause: ServiceCalendar.Cause) {
    self.start = start
    self.end = end
    self.cause = cause
  }

  package var seconds: Int { end - start }
}
