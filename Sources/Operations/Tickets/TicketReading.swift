package import Maintenance
package import Store

/// One ticket as its page shows it, at an instant.
package struct TicketReading: Sendable {
  package var ticket: Ticket
  package var agreement: Agreement
  package var terms: Terms
  package var clocks: [ClockReading]
  /// When people are told next of delays that run, the first due first.
  package var steps: [EscalationStep]
  package var facts: [Fact]
  /// Where each of them stands in the agreement's log.
  package var entries: [Int64]
  /// What was taken out of those facts, the oldest first.
  package var erasures: [Erasure]
  /// With which an answer may begin.
  package var templates: [KeptTemplate]
  package var at: Instant
  /// What was written about it, the oldest first.
  package var mail: [OutgoingMail] = []
  /// Addresses among those from which messages come back.
  package var failing: Set<String> = []
}

extension Operations {
  /// The ticket with its clocks, verdict and timeline; for a client's person, without what the
  /// provider's people note among themselves, their mail and their templates.
  package func ticket(_ id: ID<Ticket>) async throws -> TicketReading {
    let instant = now()
    return try await database.read { try ticketReading(id, at: instant, in: $0) }
  }

  func ticketReading(
    _ id: ID<Ticket>, at instant: Instant, in reader: Reader
  ) throws -> TicketReading {
    let facts = try reader.facts(of: .ticket, id.number)
    guard !facts.isEmpty else { throw Missing.ticket }
    let whole = try Ticket(replaying: facts)
    let ticket = try shown(whole, in: reader)
    let agreement = try reader.existing(ticket.agreement)
    let terms = try terms(of: agreement, version: ticket.contractVersion, in: reader)
    let entries = try reader.entryNumbers(of: .ticket, id.number)
    let isClient = ClientScope.reach != nil
    let linked = Set(ticket.links.map(\.ticket.text))
    let told = facts.indices.filter { index in
      switch facts[index].kind {
      case "ticket.noted": !isClient
      case "ticket.linked": linked.contains(facts[index].body["ticket"]?.text ?? "")
      default: true
      }
    }
    let mail = isClient ? [] : try reader.mail(about: id, limit: 50)
    return TicketReading(
      ticket: ticket, agreement: agreement, terms: terms,
      clocks: terms.readings(of: ticket, at: instant), steps: terms.escalationSteps(of: ticket),
      facts: told.map { facts[$0] }, entries: told.map { entries[$0] },
      erasures: try reader.erasures(of: .ticket, id.number),
      templates: isClient
        ? [] : try reader.answerTemplates(limit: Operations.mostTemplates),
      at: instant, mail: mail,
      failing: isClient ? [] : try reader.failing(among: Set(mail.map(\.recipient))))
  }

  /// For a client's person, if it happened where they see it; linked to those alone that did.
  private func shown(_ ticket: Ticket, in reader: Reader) throws -> Ticket {
    guard let reach = ClientScope.reach else { return ticket }
    guard reach.sees(ticket) else { throw Missing.ticket }
    guard reach.sites[ticket.agreement] != nil else { return ticket }
    return try ticket.shownAtSite { try reader.sees($0.ticket, within: reach) }
  }

  /// Open tickets, the nearest deadline first.
  package func openTickets(limit: Int) async throws -> [TicketLine] {
    try await database.read { try $0.openTickets(limit: limit) }
  }

  /// Open tickets, of them those late and those due within the hour; none counted above 10,000.
  package func openCounts() async throws -> (open: Int, late: Int, soon: Int) {
    let instant = now()
    return try await database.read { try $0.openCounts(now: instant, soon: instant + 3600) }
  }

  /// A page of the tickets that a filter keeps, newest first; and how many there are.
  package func tickets(
    _ filter: TicketFilter, _ place: TicketPlace = .newest, limit: Int
  ) async throws -> (page: TicketPage, count: TicketCount) {
    let (instant, filter) = (now(), filter.seen)
    return try await database.read {
      try $0.countedTickets(filter, place, now: instant, limit: limit)
    }
  }

  /// How many tickets a filter keeps, and how many of them are newer than one, up to a hundred.
  package func ticketCount(
    _ filter: TicketFilter, newerThan key: ID<Ticket>?
  ) async throws -> (all: TicketCount, newer: Int) {
    let (instant, filter) = (now(), filter.seen)
    return try await database.read { reader in
      let newer = try key.map {
        try reader.tickets(filter, .after($0), now: instant, limit: 100).lines.count
      }
      return (try reader.ticketCount(filter, now: instant), newer ?? 0)
    }
  }

  /// Tickets that work by a temporary means, the first to mend first.
  package func indebtedTickets(limit: Int) async throws -> [TicketLine] {
    try await database.read { try $0.indebtedTickets(limit: limit) }
  }

  /// A page of tickets, newest first.
  package func tickets(
    of agreement: ID<Agreement>? = nil, before: ID<Ticket>? = nil, limit: Int
  ) async throws -> [TicketLine] {
    var filter = TicketFilter()
    filter.agreement = agreement
    let place = before.map(TicketPlace.before) ?? .newest
    let (instant, kept) = (now(), filter.seen)
    return try await database.read {
      try $0.tickets(kept, place, now: instant, limit: limit).lines
    }
  }
}

extension Reach {
  /// Under a contract and at a site that it names.
  func sees(_ ticket: Ticket) -> Bool { sees(ticket.agreement, at: ticket.request.site) }
}

extension Reader {
  func sees(_ id: ID<Ticket>, within reach: Reach) throws -> Bool {
    try ticket(id).map { reach.sees($0) } ?? false
  }
}

extension TicketFilter {
  /// At the sites to which whoever asks is held under the contract that is asked for.
  fileprivate var seen: TicketFilter {
    var filter = self
    filter.sites = agreement.flatMap { ClientScope.sites(of: $0) }
    return filter
  }
}
