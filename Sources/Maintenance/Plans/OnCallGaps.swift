extension Terms {
  /// When the contract promises that somebody answers although no site is in its opening hours, or
  /// not all of them are; in order. Costs some microseconds a day and site.
  package func onCallSpans(in days: ClosedRange<Day>) -> [TimeSpan] {
    guard let onCall = contract.support.onCall, !onCall.priorities.isEmpty else { return [] }
    return contract.scope.sites.flatMap { site -> [TimeSpan] in
      let opening = openingCalendar(site: site.id)
      var promised = opening
      promised.isRoundTheClock = onCall.isRoundTheClock
      promised.onCallHours = onCall.hours
      return promised.countedSpans(in: days).subtracting(opening.countedSpans(in: days))
    }.joined
  }
}

extension ServiceCalendar {
  fileprivate func countedSpans(in days: ClosedRange<Day>) -> [TimeSpan] {
    (days.lowerBound.number...days.upperBound.number).flatMap { number in
      stretches(of: Day(number: number)).filter { $0.cause == .counted }
        .map { TimeSpan(start: $0.start, end: $0.end) }
    }.joined
  }
}

/// A time in which contracts promise somebody on call, and the rota names nobody.
package struct OnCallGap: Hashable, Sendable {
  package var span: TimeSpan
  /// References of the contracts that promise it.
  package var references: [String]

  /// Gaps of several promises, joined, in order.
  package static func of(
    _ promises: [(reference: String, spans: [TimeSpan])], covered: [TimeSpan]
  ) -> [OnCallGap] {
    promises.flatMap(\.spans).subtracting(covered).map { span in
      OnCallGap(
        span: span,
        references: promises.filter { $0.spans.contains { $0.overlaps(span) } }.map(\.reference))
    }
  }
}
