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
}
