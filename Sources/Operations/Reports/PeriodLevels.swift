package import Maintenance
import Store

/// The days over which levels are asked for.
package enum LevelPeriod: Hashable, Sendable {
  /// The measuring period of the contract that holds today.
  case current
  case month(Month)
  case days(ClosedRange<Day>)

  /// The longest that one reading covers: five years.
  package static let longest = 1830

  /// Nothing when the first day is after the last, or the days are more than one reading covers.
  package init?(from first: Day, to last: Day) {
    guard first <= last, last - first < LevelPeriod.longest else { return nil }
    self = .days(first...last)
  }
}

/// How a contract's promises were kept over some days: delays for the tickets received in them,
/// availability for the measuring periods that they touch.
package struct PeriodLevels: Sendable {
  /// A promise that was not kept.
  package struct Breach: Sendable {
    package var ticket: Ticket
    package var clock: ClockReading
  }

  /// Penalties are a month's: each month has its cap.
  package struct MonthPenalties: Sendable {
    package var month: Month
    package var readings: [PenaltyReading]
  }

  package var agreement: Agreement
  /// In force on the last day.
  package var terms: Terms
  package var days: ClosedRange<Day>
  package var tickets = 0
  package var lines: [LevelLine] = []
  package var breaches: [Breach] = []
  package var penalties: [MonthPenalties] = []
  package var availability: [AvailabilityReading] = []
  package var availabilityPenalties: [AvailabilityPenalty] = []
  /// Those of the availability's periods, withdrawn ones among them.
  package var outages: [Outage] = []
  /// False when there are more tickets than are read.
  package var isWhole = true

  /// Those over which the contract says that levels are measured.
  package var isMeasuringPeriod: Bool { measuredOver.span(containing: days.lowerBound) == days }

  package var measuredOver: FlatFee.Period { terms.contract.serviceLevels.measuredOver }
}

extension Operations {
  /// Tickets of a month, or of another period, that are read at most.
  package static let monthTickets = 5000
  /// Outages of a period that are read at most.
  static let periodOutages = 1000

  /// Each ticket is judged by the version that governs it; penalties only by the contract's own
  /// rule. Cost grows with the tickets of those days.
  package func levels(
    of id: ID<Agreement>, over period: LevelPeriod
  ) async throws -> PeriodLevels {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let present = try terms(of: agreement, at: instant, in: reader)
      let days = period.days(under: present, at: instant)
      let reading = LevelsReading(
        operations: self, reader: reader, agreement: agreement, zone: present.contract.zone,
        now: instant)
      return try reading.levels(over: days)
    }
  }
}

extension LevelPeriod {
  fileprivate func days(under terms: Terms, at instant: Instant) -> ClosedRange<Day> {
    switch self {
    case .current:
      terms.contract.serviceLevels.measuredOver.span(
        containing: terms.contract.zone.day(at: instant))
    case .month(let month): month.first...month.last
    case .days(let days): days
    }
  }
}

/// What the levels of one agreement are read with.
private struct LevelsReading {
  let operations: Operations
  let reader: Reader
  let agreement: Agreement
  let zone: Zone
  let now: Instant

  func levels(over days: ClosedRange<Day>) throws -> PeriodLevels {
    let most = Operations.monthTickets
    let received = try reader.tickets(
      of: agreement.id, openedFrom: zone.instant(days.lowerBound, second: 0),
      to: zone.instant(days.upperBound + 1, second: 0), limit: most + 1)
    var levels = PeriodLevels(
      agreement: agreement, terms: try terms(on: days.upperBound), days: days)
    levels.tickets = min(received.count, most)
    levels.isWhole = received.count <= most
    try readDelays(of: received.prefix(most), into: &levels)
    try readAvailability(into: &levels)
    return levels
  }

  private func terms(on day: Day) throws -> Terms {
    try operations.terms(of: agreement, at: zone.instant(day, second: 43_200), in: reader)
  }

  private func readDelays(
    of received: some Sequence<Ticket>, into levels: inout PeriodLevels
  ) throws {
    var lines: [[LevelLine]] = []
    var timed: [(terms: Terms, tickets: [TimedTicket])] = []
    let byVersion = Dictionary(grouping: received, by: \.contractVersion)
    for (version, tickets) in byVersion.sorted(by: { $0.key < $1.key }) {
      let own = try operations.terms(of: agreement, version: version, in: reader)
      let read = own.timed(tickets, at: now)
      lines.append(own.levelLines(of: read, in: levels.days))
      levels.breaches += read.flatMap(PeriodLevels.breaches)
      timed.append((own, read))
    }
    levels.lines = LevelLine.joined(lines)
    for span in FlatFee.Period.month.spans(over: levels.days) {
      let month = Month(containing: span.lowerBound)
      let fee = try terms(on: month.last).monthlyFee
      let readings = PenaltyReading.joined(
        timed.map {
          $0.terms.delayPenalties(of: $0.tickets, in: month, monthlyFee: fee, at: now)
        })
      levels.penalties.append(PeriodLevels.MonthPenalties(month: month, readings: readings))
    }
  }

  private func readAvailability(into levels: inout PeriodLevels) throws {
    let promised = levels.terms.contract.serviceLevels
    let today = zone.day(at: now)
    guard let start = agreement.versions.map(\.validFrom).min() else { return }
    let periods = Set(promised.availability.map { $0.measuredOver(promised) })
    for period in FlatFee.Period.allCases where periods.contains(period) {
      for span in period.spans(over: levels.days)
      where span.lowerBound <= today && span.upperBound >= start {
        let days = max(span.lowerBound, start)...span.upperBound
        try readAvailability(over: days, measuredOver: period, into: &levels)
      }
    }
    var seen: Set<ID<Outage>> = []
    levels.outages = levels.outages.filter { seen.insert($0.id).inserted }
  }

  /// By the version in force at the end of those days.
  private func readAvailability(
    over days: ClosedRange<Day>, measuredOver period: FlatFee.Period,
    into levels: inout PeriodLevels
  ) throws {
    let terms = try terms(on: days.upperBound)
    let promised = terms.contract.serviceLevels
    let outages = try reader.outages(
      of: agreement.id, from: zone.instant(days.lowerBound, second: 0),
      until: zone.instant(days.upperBound + 1, second: 0), limit: Operations.periodOutages)
    let readings = promised.availability.filter { $0.measuredOver(promised) == period }.map {
      promise in
      terms.availability(
        promise, over: days,
        downtimes: outages.filter { $0.group == promise.group }.compactMap {
          $0.downtime(at: now)
        }, until: now)
    }
    levels.availability += readings
    levels.outages += outages
    levels.availabilityPenalties += terms.availabilityPenalties(
      on: readings, over: days, monthlyFee: terms.monthlyFee
    ).filter { !$0.lines.isEmpty || $0.obstacle != nil }
  }
}

extension PeriodLevels {
  fileprivate static func breaches(of timed: TimedTicket) -> [Breach] {
    timed.clocks.filter { $0.outcome == .broken }
      .map { Breach(ticket: timed.ticket, clock: $0) }
  }
}
