package import Maintenance
import Store

extension Operations {
  /// Opens a ticket under the version in force: verdict, deadlines and facts in one transaction.
  package func openTicket(
    _ request: TicketRequest, under id: ID<Agreement>, by actor: Actor
  ) async throws -> Ticket {
    let instant = now()
    let ticketID: ID<Ticket> = newID(at: instant)
    return try await database.write { transaction in
      let agreement = try transaction.reader.existing(id)
      let terms = try terms(of: agreement, at: instant, in: transaction.reader)
      if let end = agreement.end, end.lastDay < terms.contract.zone.day(at: instant) {
        throw TicketRefusal.agreementEnded
      }
      let balance = try balance(of: agreement, terms, in: transaction.reader)
      // Two openings at once must not take one number.
      try transaction.lock(id)
      let change = try Ticket.opened(
        request, id: ticketID, number: transaction.reader.nextTicketNumber(of: id),
        agreement: id, under: terms, prepaidMinutesLeft: balance?.leftMinutes, by: actor,
        at: instant)
      try transaction.save(change)
      return change.state
    }
  }

  /// One act on a ticket, judged by the terms that governed its opening.
  package func act(
    on id: ID<Ticket>, by actor: Actor, _ act: TicketAct
  ) async throws -> Ticket {
    let instant = now()
    return try await database.write { transaction in
      let ticket = try transaction.reader.existing(id)
      let agreement = try transaction.reader.existing(ticket.agreement)
      let terms = try terms(
        of: agreement, version: ticket.contractVersion, in: transaction.reader)
      let change = try ticket.change(by: act, under: terms, actor: actor, at: instant)
      try transaction.save(change)
      return change.state
    }
  }
}

/// What somebody does to a ticket.
package enum TicketAct: Hashable, Sendable {
  case takeCharge
  case pause(PauseReason, note: String)
  case resume
  case workAround(note: String)
  case resolve(FailureCause, note: String)
  case work(minutes: Int, note: String)
}

extension Ticket {
  fileprivate func change(
    by act: TicketAct, under terms: Terms, actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    switch act {
    case .takeCharge: try takenInCharge(by: actor, at: instant)
    case .pause(let reason, let note):
      try paused(for: reason, note: note, under: terms, by: actor, at: instant)
    case .resume: try resumed(under: terms, by: actor, at: instant)
    case .workAround(let note): try workedAround(note, by: actor, at: instant)
    case .resolve(let cause, let note):
      try resolved(note, cause: cause, by: actor, at: instant)
    case .work(let minutes, let note):
      try worked(minutes: minutes, note: note, by: actor, at: instant)
    }
  }
}
