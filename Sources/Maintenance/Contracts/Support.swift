/// Channels and hours through which the client reaches the provider.
package struct Support: Hashable, Sendable {
  package var hours = OpeningHours()
  /// Other hours that sites, service levels and plans may name.
  package var calendars: [NamedCalendar] = []
  package var onCall: OnCall?
  package var extendedHours: [ExtendedHours] = []
  package var channels: [Channel] = []
  package var addresses = ChannelAddresses()
  package var escalation: [EscalationContact] = []
  package var plannedMaintenance: PlannedMaintenance?
  package var tiers: [SupportTier] = []

  package init() {}

  package func hours(named id: String) -> OpeningHours? {
    calendars.first { $0.id == id }?.hours
  }
}

package enum Channel: String, CaseIterable, Sendable {
  case portal = "portail"
  case email = "courriel"
  case telephone
  case monitoring = "supervision"
}

package struct SupportTier: Hashable, Sendable {
  package var id = ""
  package var text = ""

  package init() {}
}

package struct NamedCalendar: Hashable, Sendable {
  package var id = ""
  package var hours = OpeningHours()

  package init() {}
}

/// Hours outside opening hours during which the provider answers, for some priorities.
package struct OnCall: Hashable, Sendable {
  /// Priority codes answered on call.
  package var priorities: [String] = []
  /// Round the clock, public holidays included, unless `hours` says otherwise.
  package var isRoundTheClock: Bool { hours == nil }
  /// When the on-call team answers, opening hours apart; none for round the clock.
  package var hours: OpeningHours?
  /// Before VAT, for one period.
  package var fee: Money?
  package var feePeriod = FlatFee.Period.month
  /// Before VAT, for each call that makes somebody work.
  package var callOut: Money?
  /// Who stands by, and how: a 24/7 promise rests on it.
  package var means: String?

  package init() {}
}

/// Hours beyond opening hours in which work is done at a higher price.
package struct ExtendedHours: Hashable, Sendable {
  package var id = ""
  package var hours = OpeningHours()
  /// Percent added to the hourly rate; none when a flat price or nothing is asked.
  package var surcharge: FixedPoint?
  /// Before VAT, for each intervention.
  package var flatPrice: Money?
  /// Priorities served then; empty for all.
  package var priorities: [String] = []
  /// Only on the client's request, agreed each time.
  package var isOnRequest = false

  package init() {}
}

/// How each channel is reached.
package struct ChannelAddresses: Hashable, Sendable {
  package var portal: String?
  package var email: String?
  package var telephone: String?

  package init() {}
}

/// Who is told when a deadline comes near or passes.
package struct EscalationContact: Hashable, Sendable {
  package enum Side: String, CaseIterable, Sendable {
    case provider = "prestataire"
    case client
  }

  package var name = ""
  package var side = Side.provider
  package var role: String?
  package var email: String?
  package var telephone: String?
  /// Percent of the delay gone when this person is told.
  package var threshold = FixedPoint(100)

  package init() {}
}

/// Maintenance announced beforehand, which availability does not count.
package struct PlannedMaintenance: Hashable, Sendable {
  package var notice: Delay?
  package var hours: OpeningHours?
  /// Longest interruption in a month.
  package var monthlyLimit: Delay?

  package init() {}
}

/// Wall-clock spans in which the service is open, one list per weekday, Monday first.
package struct OpeningHours: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    /// Minutes since midnight, `end` after `start`; over 1440 the span ends on the next day.
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }

    /// Minute of the day at which it ends, be it the next day's.
    package var closingMinute: Int { end > 1440 ? end - 1440 : end }
  }

  /// Seven lists of spans, ordered and apart.
  package var week: [[Span]] = Array(repeating: [], count: 7)
  /// Days on which the contract closes besides public holidays.
  package var closingDays: [Day] = []
  /// Days with hours of their own, whatever the weekday or the holiday.
  package var exceptions: [DayException] = []
  package var isOpenOnHolidays = false

  package struct DayException: Hashable, Sendable {
    package var day = Day(number: 0)
    package var spans: [Span] = []
    package var label: String?

    package init() {}
  }

  package init() {}

  package func spans(on weekday: Weekday) -> [Span] {
    week[weekday.rawValue]
  }

  package var isDefined: Bool {
    week.contains { !$0.isEmpty }
  }

  /// Some span ends on the day after it starts.
  package var crossesMidnight: Bool {
    week.contains { $0.contains { $0.end > 1440 } }
      || exceptions.contains { $0.spans.contains { $0.end > 1440 } }
  }

  /// Minutes of the longest opening day: what one working day (jour ouvré) counts for.
  package var standardDayMinutes: Int {
    week.map { spans in spans.reduce(0) { $0 + $1.end - $1.start } }.max() ?? 0
  }
}
