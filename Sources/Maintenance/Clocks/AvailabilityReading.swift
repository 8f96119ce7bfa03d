/// A time during which a group of assets did not work, as the formula counts it.
package struct Downtime: Hashable, Sendable {
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
  package var group: String
  package var days: ClosedRange<Day>
  /// False while the period runs: it is measured up to now.
  package var isOver: Bool
  package var window: Availability.Window
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

  /// D: points of percent that are missing.
  package var gap: FixedPoint {
    FixedPoint(millionths: max(0, promised.millionths - (percent ?? promised).millionths))
  }

  /// Seconds without service that the promise allows, rounded down.
  package var allowedSeconds: Int {
    Int(Int64(windowSeconds) * max(0, 100_000_000 - promised.millionths) / 100_000_000)
  }

  /// R: seconds without service beyond those.
  package var excessSeconds: Int { max(0, downSeconds - allowedSeconds) }
}

extension Terms {
  /// The availability of a group over whole days, from downtimes in any order, overlapping or not;
  /// up to an instant while the period runs.
  package func availability(
    _ promise: Availability, over days: ClosedRange<Day>, downtimes: [Downtime],
    until now: Instant? = nil
  ) -> AvailabilityReading {
    let calendar =
      promise.window == .roundTheClock
      ? ServiceCalendar.everyDay(contract.zone)
      : openingCalendar(site: contract.scope.sites.first?.id ?? "")
    let start = contract.zone.instant(days.lowerBound, second: 0)
    let last = contract.zone.instant(days.upperBound + 1, second: 0)
    let end = max(start, min(last, now ?? last))
    let table = ClockTable(calendar, days: days)
    let within = downtimes.map {
      Downtime(start: max(start, $0.start), end: min(end, $0.end), cause: $0.cause)
    }
    let excluded = within.filter { $0.cause.map(promise.excluding.contains) ?? false }
    let all = table.counted(in: within)
    let left = table.counted(in: excluded)
    return AvailabilityReading(
      group: promise.group, days: days, isOver: end == last, window: promise.window,
      windowSeconds: table.elapsed(from: start.seconds, to: end.seconds), downSeconds: all - left,
      excludedSeconds: left, promised: promise.rate,
      citation: citation(
        "niveaux_de_service.disponibilite", Reason(.promisedDelay, [promise.group])))
  }
}

extension ClockTable {
  /// Counted seconds of the union of these times, each within the table.
  fileprivate func counted(in downtimes: [Downtime]) -> Int {
    var sum = 0
    var reached = range.lowerBound
    for downtime in downtimes.sorted(by: { $0.start < $1.start }) {
      let start = max(reached, downtime.start.seconds)
      guard downtime.end.seconds > start else { continue }
      sum += elapsed(from: start, to: downtime.end.seconds)
      reached = downtime.end.seconds
    }
    return sum
  }
}
