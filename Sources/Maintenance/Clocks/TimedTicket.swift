/// A ticket and the reading of each of its clocks at one instant: what levels, missed delays and
/// penalties are all told from, since a reading costs more than everything told from it.
package struct TimedTicket: Sendable {
  package var ticket: Ticket
  package var clocks: [ClockReading]
}

extension Terms {
  package func timed(_ tickets: [Ticket], at now: Instant) -> [TimedTicket] {
    tickets.map { TimedTicket(ticket: $0, clocks: readings(of: $0, at: now)) }
  }
}
