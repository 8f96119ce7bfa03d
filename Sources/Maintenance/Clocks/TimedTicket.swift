/// A ticket and the reading of each of its clocks at one instant: what levels, missed delays and
/// penalties are all told from, since a reading costs more than everything told from it.
package struct TimedTicket: Sendable {
  package var ticket: Ticket
  package var clocks: [ClockReading]
}

extension Terms {
  /// Each calendar is laid out once over the days from the first ticket on.
  package func timed(_ tickets: [Ticket], at now: Instant) -> [TimedTicket] {
    guard let first = tickets.map(\.openedAt).min() else { return [] }
    var tables = ClockTables(from: contract.zone.day(at: first), to: contract.zone.day(at: now))
    return tickets.map {
      TimedTicket(ticket: $0, clocks: readings(of: $0, at: now, in: &tables))
    }
  }
}
