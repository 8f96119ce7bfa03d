/// A time during which a group of assets did not work.
package struct Outage: Hashable, Sendable {
  package var start: Instant
  package var end: Instant
  /// What caused it, as the contract names what it leaves out: `maintenance_planifiee`.
  package var cause: String?

  package init(start: Instant, end: Instant, cause: String? = nil) {
    self.start = start
    self.end = end
    self.cause = cause
  }
}

/// Availability over a period: (T − I) / T, with what the contract leaves out of I.
package struct AvailabilityReading: Hashable, Sendable {
  /// T: seconds of the service window in the period.
  package var windowSeconds: Int
  /// I: seconds of it without service, what is left out taken off.
  package var downSeconds: Int
  /// Seconds without service that the contract leaves out.
  package var excludedSeconds: Int
  package var promised: FixedPoint
  package var citation: Citation

  /// Percent to six places, rounded down; nothing when the service never opens in the period.
  package var percent: FixedPoint? {
    guard windowSeconds > 0 else { return nil }
    let up = Int64(windowSeconds - downSeconds)
    return FixedPoint(millionths: up * 100_000_000 / Int64(windowSeconds))
  }

  package var isHeld: Bool {
    percent.map { $0 >= promised } ?? true
  }
}

extension Terms {
  /// The availability of a group over whole days, from outages in any order, overlapping or not.
  package func availability(
    _ promise: Availability, over days: ClosedRange<Day>, outages: [Outage]
  ) -> AvailabilityReading {
    let calendar =
      promise.window == .roundTheClock
      ? ServiceCalendar.everyDay(contract.zone)
      : openingCalendar(site: contract.scope.sites.first?.id ?? "")
    let start = contract.zone.instant(days.lowerBound, second: 0)
    let end = contract.zone.instant(days.upperBound + 1, second: 0)
    let table = ClockTable(calendar, days: days)
    let within = outages.map {
      Outage(start: max(start, $0.start), end: min(end, $0.end), cause: $0.cause)
    }
    let excluded = within.filter { $0.cause.map(promise.excluding.contains) ?? false }
    let all = table.counted(in: within)
    let left = table.counted(in: excluded)
    return AvailabilityReading(
      windowSeconds: table.elapsed(from: start.seconds, to: end.seconds), downSeconds: all - left,
      excludedSeconds: left, promised: promise.rate,
      citation: citation(
        "niveaux_de_service.disponibilite", Reason(.promisedDelay, [promise.group])))
  }
}

extension ClockTable {
  /// Counted seconds of the union of these times, each within the table.
  fileprivate func counted(in outages: [Outage]) -> Int {
    var sum = 0
    var reached = range.lowerBound
    for outage in outages.sorted(by: { $0.start < $1.start }) {
      let start = max(reached, outage.start.seconds)
      guard outage.end.seconds > start else { continue }
      sum += elapsed(from: start, to: outage.end.seconds)
      reached = outage.end.seconds
    }
    return sum
  }
}
