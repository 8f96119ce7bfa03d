package import Maintenance
import Store

/// How a contract's promises were kept for the tickets received in a month.
package struct MonthLevels: Sendable {
  /// A promise that was not kept.
  package struct Breach: Sendable {
    package var ticket: Ticket
    package var clock: ClockReading
  }

  package var agreement: Agreement
  /// In force on the month's last day.
  package var terms: Terms
  package var month: Month
  package var tickets: Int
  package var lines: [LevelLine]
  package var breaches: [Breach]
  package var penalties: [PenaltyReading]
  /// False when the month has more tickets than are read.
  package var isWhole: Bool
}

extension Operations {
  /// Tickets of a month that are read at most.
  package static let monthTickets = 5000

  /// The service level of a month, each ticket judged by the version that governs it; penalties
  /// only by the contract's own rule. Cost grows with the month's tickets.
  package func monthLevels(of id: ID<Agreement>, month: Month?) async throws -> MonthLevels {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let zone = try terms(of: agreement, at: instant, in: reader).contract.zone
      let month = month ?? Month(containing: zone.day(at: instant))
      let terms = try terms(of: agreement, at: zone.instant(month.last, second: 43_200), in: reader)
      let received = try reader.tickets(
        of: id, openedFrom: zone.instant(month.first, second: 0),
        to: zone.instant(month.last + 1, second: 0), limit: Operations.monthTickets + 1)
      var levels = MonthLevels(
        agreement: agreement, terms: terms, month: month,
        tickets: min(received.count, Operations.monthTickets), lines: [], breaches: [],
        penalties: [], isWhole: received.count <= Operations.monthTickets)
      var (lines, penalties): ([[LevelLine]], [[PenaltyReading]]) = ([], [])
      let byVersion = Dictionary(
        grouping: received.prefix(Operations.monthTickets), by: \.contractVersion)
      for (version, tickets) in byVersion.sorted(by: { $0.key < $1.key }) {
        let own = try self.terms(of: agreement, version: version, in: reader)
        let timed = own.timed(tickets, at: instant)
        lines.append(own.levelLines(of: timed, in: month.first...month.last))
        levels.breaches += timed.flatMap(MonthLevels.breaches)
        penalties.append(
          own.delayPenalties(
            of: timed, in: month, monthlyFee: terms.monthlyFee, at: instant))
      }
      levels.lines = LevelLine.joined(lines)
      levels.penalties = PenaltyReading.joined(penalties)
      return levels
    }
  }
}

extension MonthLevels {
  fileprivate static func breaches(of timed: TimedTicket) -> [Breach] {
    timed.clocks.filter { $0.outcome == .broken }
      .map { Breach(ticket: timed.ticket, clock: $0) }
  }
}
