package import Maintenance
import Store

extension Operations {
  /// Records that a group gave no service, maybe from a ticket of the same contract.
  @discardableResult
  package func recordOutage(
    _ report: OutageReport, from ticket: ID<Ticket>?, under id: ID<Agreement>, by actor: Actor
  ) async throws -> Outage {
    let instant = now()
    let newID: ID<Outage> = newID(at: instant)
    return try await database.write { transaction in
      let reader = transaction.reader
      let agreement = try reader.existing(id)
      let origin = try ticket.map { ticket in
        guard let found = try reader.ticket(ticket), found.agreement == id else {
          throw OutageRefusal.unknownTicket
        }
        return Outage.TicketOrigin(id: ticket, number: found.number)
      }
      let change = try Outage.recorded(
        report, from: origin, id: newID, agreement: id,
        under: try terms(of: agreement, at: report.start, in: reader), by: actor, at: instant)
      try transaction.save(change)
      return change.state
    }
  }

  package func endOutage(
    _ id: ID<Outage>, under agreement: ID<Agreement>, at end: Instant, by actor: Actor
  ) async throws {
    let instant = now()
    try await database.write { transaction in
      let outage = try transaction.reader.existing(id, under: agreement)
      try transaction.save(outage.ended(at: end, by: actor, at: instant))
    }
  }

  package func withdrawOutage(
    _ id: ID<Outage>, under agreement: ID<Agreement>, because reason: String, by actor: Actor
  ) async throws {
    let instant = now()
    try await database.write { transaction in
      let outage = try transaction.reader.existing(id, under: agreement)
      try transaction.save(outage.withdrawn(reason, by: actor, at: instant))
    }
  }
}

extension Reader {
  fileprivate func existing(_ id: ID<Outage>, under agreement: ID<Agreement>) throws -> Outage {
    guard let outage = try outage(id), outage.agreement == agreement else {
      throw OutageRefusal.unknownOutage
    }
    return outage
  }
}
