/// One promised milestone of a request, and the clock that counts to it.
package struct Promise: Sendable {
  package var milestone: Milestone
  package var delay: Delay
  package var clock: Clock
  package var level: ServiceLevel
  package var citation: Citation
}

/// How each unit of a promised delay is counted (decision 0023).
extension Terms {
  /// What a priority promises at a site, in the order of the milestones: the level's delays, and
  /// the site's own delay to be there when the level has none.
  ///
  /// None for a delay that cannot be counted. A changed priority counts from the same start under
  /// its own delays: what had counted stays counted, and so do the pauses. Clocks count whole
  /// seconds: fractions of the start and of pauses are dropped.
  package func promises(
    priority: String, site: String, group: String, from start: Instant, pauses: [Pause]
  ) -> [Promise] {
    guard let level = level(priority, group: group) else { return [] }
    let calendar = calendar(priority: priority, site: site, group: group)
    let onSite = contract.scope.sites.first { $0.id == site }?.onSiteDelay
    let start = start.wholeSecond
    let pauses = pauses.map(\.inWholeSeconds)
    return Milestone.allCases.compactMap { milestone in
      let own = level.delays[milestone]
      guard let delay = own ?? (milestone == .onSite ? onSite : nil),
        let clock = clock(delay, in: calendar, from: start, pauses: pauses)
      else { return nil }
      let clause = own == nil ? "perimetre.sites" : levelClause(priority, group: group)
      return Promise(
        milestone: milestone, delay: delay, clock: clock, level: level,
        citation: citation(clause, Reason(.promisedDelay, [priority])))
    }
  }

  /// Minutes and hours count in the calendar; a working day is a standard opening day of its
  /// hours, on call or not; business and calendar days last from an hour to the same hour of a
  /// later day, whatever the hours. Nothing for months and years, which are no clock delays.
  func clock(
    _ delay: Delay, in calendar: ServiceCalendar, from start: Instant, pauses: [Pause]
  ) -> Clock? {
    var calendar = calendar
    let seconds: Int
    switch delay.unit {
    case .minutes: seconds = delay.count * 60
    case .hours: seconds = delay.count * 3600
    case .workingDays:
      calendar.isRoundTheClock = false
      calendar.onCallHours = nil
      seconds = delay.count * calendar.hours.standardDayMinutes * 60
      if seconds == 0 { return nil }
    case .businessDays, .days:
      calendar =
        delay.unit == .days
        ? .everyDay(calendar.zone) : .businessDays(calendar.zone, calendar.region)
      seconds = calendar.seconds(ofWholeDays: delay.count, from: start)
    case .months, .years: return nil
    }
    return Clock(calendar: calendar, start: start, delaySeconds: seconds, pauses: pauses)
  }

  /// Whether a fault that comes back goes on with the clock of its first occurrence.
  package func reopens(
    resolvedAt: Instant, comesBackAt: Instant, priority: String, site: String, group: String
  ) -> Bool {
    guard let window = contract.serviceLevels.reopening else { return false }
    let calendar = calendar(priority: priority, site: site, group: group)
    let end = clock(window, in: calendar, from: resolvedAt, pauses: [])?.deadline
    return end.map { comesBackAt <= $0 } ?? false
  }
}

extension ServiceCalendar {
  /// Every hour of every day (jours calendaires).
  static func everyDay(_ zone: Zone) -> ServiceCalendar {
    ServiceCalendar(
      zone: zone, hours: OpeningHours(), region: .metropole, isRoundTheClock: true)
  }

  /// Monday to Saturday but public holidays, midnight to midnight (jours ouvrables).
  static func businessDays(_ zone: Zone, _ region: HolidayRegion) -> ServiceCalendar {
    var hours = OpeningHours()
    for weekday in 0..<6 { hours.week[weekday] = [OpeningHours.Span(start: 0, end: 1440)] }
    return ServiceCalendar(zone: zone, hours: hours, region: region)
  }

  /// Counted seconds from an instant to the same wall-clock time so many counted days later; from
  /// a day that does not count, to the end of the last of so many days.
  func seconds(ofWholeDays count: Int, from start: Instant) -> Int {
    let (first, second) = zone.local(start)
    let isCounted = counts(first)
    var day = first
    var left = count
    while left > 0 {
      day = day + 1
      if counts(day) { left -= 1 }
    }
    let end = isCounted ? zone.instant(day, second: second) : zone.instant(day + 1, second: 0)
    return Clock(calendar: self, start: start, delaySeconds: 0).elapsedSeconds(at: end)
  }

  private func counts(_ day: Day) -> Bool {
    stretches(of: day).contains { $0.cause == .counted }
  }
}
