package import Maintenance
package import Store

extension Operations {
  private static let mostMentions = 50

  /// Where somebody was called upon and has not looked since, the last first.
  package func mentions(of account: ID<Account>) async throws -> [Mention] {
    try await database.read { try $0.mentions(of: account, limit: Operations.mostMentions) }
  }

  /// They look at the ticket: what called them there is read. Writes only when something did.
  package func readMentions(on ticket: ID<Ticket>, by account: ID<Account>) async throws {
    guard database.rollback == nil,
      try await database.read({ try $0.isMentioned(account, on: ticket) })
    else { return }
    try await database.write { try $0.forgetMention(of: account, on: ticket) }
  }

  /// Whom an act calls upon: only internal notes do.
  func called(by act: TicketAct, in reader: Reader) throws -> [Account] {
    guard case .write(let text, to: .provider) = act, text.contains("@") else { return [] }
    return try Mentions.read(text, among: reader.accounts())
  }

  /// Writes to each of them what the note says; nobody is told of a note of their own.
  func tellMentioned(
    _ people: [Account], by act: TicketAct, on ticket: Ticket, _ agreement: Agreement, zone: Zone,
    actor: Actor, in transaction: Transaction, at instant: Instant
  ) throws {
    guard mailbox != nil, case .write(let text, to: .provider) = act else { return }
    for person in people where person.name != actor.name {
      let matter = TicketMatter(ticket: ticket, agreement: agreement, zone: zone, name: person.name)
      try send(
        MailPurpose(.mention, agreement: agreement.id, ticket: ticket.id),
        to: Correspondent(address: person.email, name: person.name), in: transaction, at: instant
      ) {
        matter.mentioned(by: actor.name, text, $0, $1)
      }
    }
  }
}
