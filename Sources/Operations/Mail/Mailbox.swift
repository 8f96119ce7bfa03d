package import Maintenance
package import Store

/// From where we write to people, and through which relay.
package struct Mailbox: Sendable {
  /// The sender's address, and to which people answer.
  package let address: String
  /// As a mail program shows the sender.
  package let name: String
  /// Where the pages are reached from outside: `https://contrats.example.fr`, no slash at the end.
  package let site: String
  /// Whether answers by mail are read: only then is anybody asked to answer.
  package let readsAnswers: Bool
  package let relay: MailRelay

  package init(
    address: String, name: String, site: String, readsAnswers: Bool = false, relay: MailRelay
  ) {
    self.address = address.lowercased()
    self.name = name
    self.site = site
    self.readsAnswers = readsAnswers
    self.relay = relay
  }

  var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }
}

/// A mail server that takes our messages, reached by whoever runs the program.
package struct MailRelay: Sendable {
  /// Without any secret: what logs and pages may show.
  package let name: String
  /// Makes one attempt, in bounded time, and never throws: whatever goes wrong is an outcome.
  let deliver: @Sendable (MailToDeliver) async -> MailOutcome

  package init(
    name: String, deliver: @escaping @Sendable (MailToDeliver) async -> MailOutcome
  ) {
    self.name = name
    self.deliver = deliver
  }
}

/// A message with all that its envelope and headers need.
package struct MailToDeliver: Sendable {
  package var mail: OutgoingMail
  package var senderAddress: String
  package var senderName: String
  /// The bytes of the files that go along, in their order.
  package var files: [[UInt8]] = []
}

extension Mailbox {
  /// One message outside of the queue, to try the relay.
  package func trial(to address: String, at instant: Instant) async -> MailOutcome {
    let letter = Letter(
      subject: "Diligence", greeting: "Bonjour,",
      paragraphs: ["Ce message essaie le serveur d’envoi.", "This message tries the mail relay."],
      footer: "\(name), Diligence")
    let mail = OutgoingMail(
      id: ID(number: instant.milliseconds), kind: .ticketOpened, to: address, named: "",
      in: .french, letter, messageID: "<essai.\(instant.milliseconds)@\(domain)>", at: instant)
    return await relay.deliver(
      MailToDeliver(mail: mail, senderAddress: self.address, senderName: name))
  }

  /// «Répondez au-dessus de cette ligne» and the address that leads the answer to its ticket.
  func replyAddress(of ticket: ID<Ticket>, _ secret: [UInt8]) -> String {
    let halves = address.split(separator: "@", maxSplits: 1)
    return "\(halves[0])+\(MailThread(ticket: ticket, secret).token)@\(domain)"
  }
}
