/// The prepaid hours (carnet) of an agreement: what was bought, drawn and is left, in minutes.
package struct PrepaidBalance: Hashable, Sendable {
  package var boughtMinutes: Int
  package var drawnMinutes: Int

  package var leftMinutes: Int { boughtMinutes - drawnMinutes }

  /// Nothing when the contract sells no prepaid hours.
  package init?(_ terms: Terms, work: [BillableWork]) {
    guard let prepaid = terms.contract.price.prepaid else { return nil }
    boughtMinutes = prepaid.hours * 60
    drawnMinutes =
      work
      .filter { $0.charge == .prepaid }
      .reduce(0) { $0 + prepaid.drawn(for: $1.minutes) }
  }
}

extension PrepaidHours {
  /// Minutes that a piece of work draws: whole steps, each started one counts.
  package func drawn(for minutes: Int) -> Int {
    let step = max(1, stepMinutes)
    return (minutes + step - 1) / step * step
  }
}

/// One piece of work on a ticket, with how its verdict charges it.
package struct BillableWork: Hashable, Sendable {
  package var ticket: ID<Ticket>
  package var ticketNumber: Int
  package var ticketTitle: String
  package var at: Instant
  package var minutes: Int
  package var charge: Verdict.Decision
  /// Its place among the ticket's works, which are only ever added to.
  package var index: Int

  /// What paying for it bills.
  func claim(in zone: Zone) -> BillingClaim {
    let day = zone.day(at: at)
    return BillingClaim("travail/\(ticket.text)/\(index)", day...day)
  }

  package init(_ ticket: Ticket, at index: Int) {
    let work = ticket.work[index]
    self.index = index
    self.ticket = ticket.id
    ticketNumber = ticket.number
    ticketTitle = ticket.request.title
    at = work.at
    minutes = work.minutes
    charge = ticket.verdict.charge
  }
}
