package import Maintenance
import Store

/// When a request came in that is entered later, by the clock on the contract's wall.
package struct EarlierReceipt: Sendable {
  package var at: WallTime
  package var reason: String

  package init(at: WallTime, reason: String) {
    self.at = at
    self.reason = reason
  }
}

extension Operations {
  /// Opens a ticket under the version in force when it came in: verdict, deadlines and facts in one
  /// transaction.
  package func openTicket(
    _ asked: TicketRequest, received: EarlierReceipt? = nil, under id: ID<Agreement>,
    by actor: Actor
  ) async throws -> Ticket {
    let sites = ClientScope.sites(of: id)
    guard sites?.contains(asked.site) ?? true else { throw TicketRefusal.siteNotSeen }
    let instant = now()
    let ticketID: ID<Ticket> = newID(at: instant)
    return try await database.write { transaction in
      let agreement = try transaction.reader.existing(id)
      let zone = try terms(of: agreement, at: instant, in: transaction.reader).contract.zone
      var request = asked
      if let received {
        let start = received.at.instant(in: zone)
        // Nothing was promised before the contract's first day.
        guard agreement.version(on: zone.day(at: start)) != nil else {
          throw TicketRefusal.receiptOutOfBounds
        }
        request.receipt = TicketReceipt(at: start, reason: received.reason)
      }
      let terms = try terms(
        of: agreement, at: request.receipt?.at ?? instant, in: transaction.reader)
      let places = asked.assets.compactMap { terms.contract.asset($0)?.asset.site }
      guard sites?.isSuperset(of: places) ?? true else { throw TicketRefusal.siteNotSeen }
      if let end = agreement.end, end.lastDay < terms.contract.zone.day(at: instant) {
        throw TicketRefusal.agreementEnded
      }
      let balance = try balance(of: agreement, terms, at: instant, in: transaction.reader)
      // Two openings at once must not take one number.
      try transaction.lock(id)
      let change = try Ticket.opened(
        request, id: ticketID, number: transaction.reader.nextTicketNumber(of: id),
        agreement: id, under: terms, prepaidMinutesLeft: balance?.leftMinutes, by: actor,
        at: instant)
      try transaction.save(change)
      try tellOpened(change.state, under: terms, agreement, in: transaction, at: instant)
      return change.state
    }
  }

  /// One act on a ticket, judged by the terms that governed its opening; refused when the ticket is
  /// no more at the version that its page showed, if one is given.
  package func act(
    on id: ID<Ticket>, by actor: Actor, seen version: Int? = nil, _ act: TicketAct
  ) async throws -> Ticket {
    let instant = now()
    return try await database.write { transaction in
      let ticket = try transaction.reader.existing(id)
      if let version, !(ticket.actVersion...ticket.version).contains(version) {
        throw TicketRefusal.changedMeanwhile
      }
      let agreement = try transaction.reader.existing(ticket.agreement)
      let terms = try terms(
        of: agreement, version: ticket.contractVersion, in: transaction.reader)
      if case .link(let number, let kind) = act {
        return try link(ticket, number, kind, in: transaction, by: actor, at: instant)
      }
      var circumstances = TicketAct.Circumstances(terms: terms, actor: actor, instant: instant)
      if act.isJudged {
        let balance = try balance(of: agreement, terms, at: instant, in: transaction.reader)
        circumstances.prepaidMinutesLeft = balance?.leftMinutes
      }
      let change = try ticket.change(by: act, circumstances)
      let called = try called(by: act, in: transaction.reader)
      try transaction.save(change)
      try tell(
        act, on: change.state, under: terms, agreement, by: actor, in: transaction, at: instant)
      for person in called {
        try transaction.mention(person.id, on: id, by: actor.name, at: instant)
      }
      try tellMentioned(
        called, by: act, on: change.state, agreement, zone: terms.contract.zone, actor: actor,
        in: transaction, at: instant)
      return change.state
    }
  }

  /// The contract that a ticket is under, and the site where it happened.
  package func place(
    of id: ID<Ticket>
  ) async throws -> (agreement: ID<Agreement>, site: String) {
    try await database.read { reader in
      let ticket = try reader.existing(id)
      return (ticket.agreement, ticket.request.site)
    }
  }

  /// Both sides of a link, in one transaction.
  private func link(
    _ ticket: Ticket, _ number: Int, _ kind: TicketLink.Kind, in transaction: Transaction,
    by actor: Actor, at instant: Instant
  ) throws -> Ticket {
    guard let other = try transaction.reader.ticket(number: number, of: ticket.agreement) else {
      throw TicketRefusal.unknownTicket
    }
    let change = try ticket.linked(to: other, as: kind, by: actor, at: instant)
    try transaction.save(change)
    try transaction.save(try other.linked(to: ticket, as: kind.inverse, by: actor, at: instant))
    return change.state
  }
}
