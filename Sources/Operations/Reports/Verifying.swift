package import Maintenance
package import Store

/// What verifying everything found: the store's own audit, and the announced deadlines.
package struct VerificationReport: Sendable {
  package var store: Verification
  /// Tickets whose announced deadlines are not what their contract's terms give.
  package var unexplainedDeadlines: [ID<Ticket>]

  package var entries: Int { store.entries }
  package var isSound: Bool { differenceCount == 0 }
  package var differenceCount: Int { store.differenceCount + unexplainedDeadlines.count }

  /// One sentence each, the first hundred.
  package var differences: [String] {
    store.differences.map(\.description)
      + unexplainedDeadlines.map {
        "ticket \($0.number): its announced deadlines are not what its contract gives"
      }
  }
}

extension Operations {
  /// Recomputes every hash and state, then reads every ticket's clocks again under its contract.
  ///
  /// Cost grows with the whole database; nothing is written.
  package func verify() async throws -> VerificationReport {
    let store = try await database.verify()
    var unexplained: [ID<Ticket>] = []
    var last: ID<Ticket>?
    repeat {
      let page = try await auditDeadlines(before: last)
      unexplained += page.unexplained
      last = page.last
    } while last != nil && unexplained.count < 100
    return VerificationReport(store: store, unexplainedDeadlines: unexplained)
  }

  /// One batch of tickets, older than `before`; `last` is none when there is no more.
  private func auditDeadlines(before: ID<Ticket>?) async throws -> (
    unexplained: [ID<Ticket>], last: ID<Ticket>?
  ) {
    let instant = now()
    return try await database.read { reader in
      let place = before.map(TicketPlace.before) ?? .newest
      let lines = try reader.tickets(TicketFilter(), place, now: instant, limit: 500).lines
      let unexplained = try lines.filter { line in
        // A ticket that cannot be replayed is already among the store's differences.
        let facts = try reader.facts(of: .ticket, line.id.number)
        do {
          return try !isExplained(Ticket(replaying: facts), in: reader)
        } catch is ReplayFault {
          return false
        }
      }
      return (unexplained.map(\.id), lines.last?.id)
    }
  }

  private func isExplained(_ ticket: Ticket, in reader: Reader) throws -> Bool {
    let agreement = try reader.existing(ticket.agreement)
    let terms = try terms(of: agreement, version: ticket.contractVersion, in: reader)
    return ticket.deadlines
      == terms.deadlines(
        priority: ticket.priority, site: ticket.request.site, group: ticket.request.group,
        from: ticket.openedAt, pauses: ticket.pauses)
  }
}
