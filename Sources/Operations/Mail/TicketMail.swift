package import Maintenance
package import Store

extension Operations {
  /// Tells the client's people that their ticket is recorded.
  func tellOpened(
    _ ticket: Ticket, under terms: Terms, _ agreement: Agreement, in transaction: Transaction,
    at instant: Instant
  ) throws {
    try write(.ticketOpened, about: ticket, terms, agreement, in: transaction, at: instant) {
      $0.opened($1, $2)
    }
  }

  /// Tells the client's people what an act says to them; most say nothing.
  func tell(
    _ act: TicketAct, on ticket: Ticket, under terms: Terms, _ agreement: Agreement,
    by actor: Actor, in transaction: Transaction, at instant: Instant
  ) throws {
    switch act {
    case .write(let text, to: .client) where actor.side == .provider:
      try write(.ticketAnswered, about: ticket, terms, agreement, in: transaction, at: instant) {
        $0.answered(text, $1, $2)
      }
    case .resolve(_, let note):
      try write(.ticketResolved, about: ticket, terms, agreement, in: transaction, at: instant) {
        $0.resolved(note, $1, $2)
      }
    case .remind(let number):
      guard ticket.warnings.indices.contains(number - 1) else { return }
      let warning = ticket.warnings[number - 1]
      try write(.warningReminder, about: ticket, terms, agreement, in: transaction, at: instant) {
        Letter.reminder(of: warning, $0, $1, $2)
      }
    default: return
    }
  }

  private func write(
    _ kind: MailKind, about ticket: Ticket, _ terms: Terms, _ agreement: Agreement,
    in transaction: Transaction, at instant: Instant,
    _ letter: (TicketMatter, Language, Mailbox) -> Letter
  ) throws {
    guard mailbox != nil else { return }
    for person in try transaction.reader.correspondents(of: ticket, terms.contract) {
      let matter = TicketMatter(
        ticket: ticket, agreement: agreement, zone: terms.contract.zone, name: person.name)
      try send(
        MailPurpose(
          kind, agreement: agreement.id, ticket: ticket.id, isEvidence: kind == .warningReminder),
        to: person, in: transaction, at: instant
      ) { letter(matter, $0, $1) }
    }
  }
}

extension Reader {
  /// Who is written to about a ticket: whoever asked, by their account or as the contract's
  /// contact, and those who follow it; the contact when nobody has an address.
  package func correspondents(
    of ticket: Ticket, _ contract: Contract
  ) throws -> [Correspondent] {
    var people = try followers(of: ticket.id)
    let name = SearchWords(ticket.request.requester).text
    let accounts = try accounts().filter { account in
      account.role.side == .client && !account.isDisabled
        && account.sees(ticket.agreement, at: ticket.request.site)
        && account.role.may(.readTickets) && SearchWords(account.name).text == name
    }
    people += accounts.map { Correspondent(address: $0.email, name: $0.name) }
    if people.isEmpty, let contact = contract.client.contact, let email = contact.email {
      people.append(Correspondent(address: email, name: contact.name))
    }
    var known: Set<String> = []
    return people.filter { known.insert($0.address).inserted }
  }
}
