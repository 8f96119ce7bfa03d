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
      let page = try await auditDeadlines(before: last, isSound: store.isSound)
      unexplained += page.unexplained
      last = page.last
    } while last != nil && unexplained.count < 100
    return VerificationReport(store: store, unexplainedDeadlines: unexplained)
  }

  /// One batch of tickets, older than `before`; `last` is none when there is no more.
  ///
  /// Where the store is not sound, a ticket that cannot be read is among its differences already.
  private func auditDeadlines(before: ID<Ticket>?, isSound: Bool) async throws -> (
    unexplained: [ID<Ticket>], last: ID<Ticket>?
  ) {
    let instant = now()
    let place = before.map(TicketPlace.before) ?? .newest
    let ids = try await database.read {
      try $0.tickets(TicketFilter(), place, now: instant, limit: 500).lines.map(\.id)
    }
    if isSound {
      let unexplained = try await database.read { reader in
        try ids.filter { try !isExplained($0, in: reader) }
      }
      return (unexplained, ids.last)
    }
    var unexplained: [ID<Ticket>] = []
    for id in ids {
      do {
        let holds = try await database.read { try isExplained(id, in: $0) }
        if !holds { unexplained.append(id) }
      } catch let fault as StoreFault where fault.isOfConnection { throw fault } catch {}
    }
    return (unexplained, ids.last)
  }

  private func isExplained(_ id: ID<Ticket>, in reader: Reader) throws -> Bool {
    let ticket = try Ticket(replaying: reader.facts(of: .ticket, id.number))
    let agreement = try reader.existing(ticket.agreement)
    let terms = try terms(of: agreement, version: ticket.contractVersion, in: reader)
    return ticket.deadlines
      == terms.deadlines(
        priority: ticket.priority, site: ticket.request.site, group: ticket.request.group,
        from: ticket.openedAt, pauses: ticket.pauses)
  }
}
