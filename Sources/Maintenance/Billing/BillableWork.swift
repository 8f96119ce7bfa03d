/// One piece of work on a ticket, with what its price depends on.
package struct BillableWork: Hashable, Sendable {
  package var ticket: ID<Ticket>
  package var ticketNumber: Int
  package var ticketTitle: String
  package var at: Instant
  package var minutes: Int
  package var charge: Verdict.Decision
  package var place = Ticket.Work.Place.remote
  package var site: String
  package var group: String
  package var nature: TicketNature
  package var priority: String
  /// The version of the contract that governs the ticket.
  package var contractVersion: Int
  /// Fee that includes it, when one does.
  package var fee: String?
  /// The ticket was opened on call, outside opening hours.
  package var isOnCall: Bool
  /// A price was proposed for the ticket and accepted: its work is in that price.
  package var isProposed: Bool
  /// Minutes worked on the ticket before; 0 for its first work.
  package var earlierMinutes: Int
  /// Its place among the ticket's works, which are only ever added to.
  package var index: Int
  /// Who did it.
  package var by: String

  package init(_ ticket: Ticket, at index: Int) {
    let work = ticket.work[index]
    self.index = index
    by = work.by
    self.ticket = ticket.id
    ticketNumber = ticket.number
    ticketTitle = ticket.request.title
    at = work.at
    minutes = work.minutes
    charge = ticket.verdict.charge
    place = work.place
    site = ticket.request.site
    group = ticket.request.group
    nature = ticket.request.nature
    priority = ticket.priority
    contractVersion = ticket.contractVersion
    let because = ticket.verdict.because
    fee = because.first { $0.reason.kind == .includedInFee }?.reason.values.first
    isOnCall = because.contains { $0.reason.kind == .onCall }
    isProposed = ticket.proposals.contains { $0.answer?.kind == .accepted }
    earlierMinutes = ticket.work.prefix(index).reduce(0) { $0 + $1.minutes }
  }

  package var end: Instant { at + minutes * 60 }

  var reference: LineReference { .ticket(ticket, number: ticketNumber, title: ticketTitle) }

  /// What is left of it after its first minutes.
  func dropping(_ count: Int) -> BillableWork {
    var rest = self
    rest.at = at + count * 60
    rest.minutes = minutes - count
    rest.earlierMinutes += count
    return rest
  }

  /// What paying for it bills.
  func claim(in zone: Zone) -> BillingClaim {
    let day = zone.day(at: at)
    return BillingClaim("travail/\(ticket.text)/\(index)", day...day)
  }
}

extension [BillableWork] {
  /// Each ticket once, in the order of the work.
  var references: [LineReference] {
    var seen: Set<ID<Ticket>> = []
    return filter { seen.insert($0.ticket).inserted }.map(\.reference)
  }
}
