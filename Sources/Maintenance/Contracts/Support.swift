/// Channels and hours through which the client reaches the provider.
package struct Support: Hashable, Sendable {
  package var hours = OpeningHours()
  package var onCall: OnCall?
  package var channels: [Channel] = []
  package var tiers: [SupportTier] = []

  package init() {}
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

/// Hours outside opening hours during which the provider answers, for some priorities.
package struct OnCall: Hashable, Sendable {
  /// Priority codes answered on call.
  package var priorities: [String] = []
  /// Only round the clock is written today.
  package var isRoundTheClock = true

  package init() {}
}

/// Wall-clock spans in which the service is open, one list per weekday, Monday first.
package struct OpeningHours: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    /// Minutes since midnight; `end` is at most 1440 and after `start`.
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// Seven lists of spans, ordered and apart.
  package var week: [[Span]] = Array(repeating: [], count: 7)
  /// Days on which the contract closes besides public holidays.
  package var closingDays: [Day] = []

  package init() {}

  package func spans(on weekday: Weekday) -> [Span] {
    week[weekday.rawValue]
  }

  package var isDefined: Bool {
    week.contains { !$0.isEmpty }
  }

  /// Minutes of the longest opening day: what one working day (jour ouvré) counts for.
  package var standardDayMinutes: Int {
    week.map { spans in spans.reduce(0) { $0 + $1.end - $1.start } }.max() ?? 0
  }
}
