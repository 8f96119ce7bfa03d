import Crypto
package import Maintenance
import Store

/// What ties an answer by mail to its ticket: `t.0123456789abc.0f1e2d3c4b`, which nobody else can
/// make.
package struct MailThread: Hashable, Sendable {
  package let token: String
  private let ticket: ID<Ticket>

  init(ticket: ID<Ticket>, _ secret: [UInt8]) {
    self.ticket = ticket
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("ticket \(ticket.text)".utf8), using: SymmetricKey(data: secret))
    let digits = code.prefix(5).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    token = "t.\(ticket.text).\(digits.joined())"
  }

  /// The first message that every other one of the ticket refers to, sent or not.
  func root(at domain: String) -> String { "<\(token)@\(domain)>" }

  func messageID(of mail: Int64, at domain: String) -> String {
    "<\(token).\(ID<MailThread>(number: mail).text)@\(domain)>"
  }

  /// The ticket that a recipient or a message's name leads to; nothing for what we did not make.
  ///
  /// Reads `support+t.….…@example.fr` as well as `<t.….….…@example.fr>`.
  static func ticket(of text: String, _ secret: [UInt8]) -> ID<Ticket>? {
    let local = text.lowercased().drop { $0 == "<" }.prefix { $0 != "@" }
    let parts = (local.split(separator: "+").last ?? local).split(separator: ".")
    guard parts.count >= 3, parts[0] == "t", let ticket = ID<Ticket>(String(parts[1])) else {
      return nil
    }
    let ours = MailThread(ticket: ticket, secret).token
    return ours == parts.prefix(3).joined(separator: ".") ? ticket : nil
  }
}

extension Operations {
  /// The ticket that one of those addresses or message names leads to, in their order.
  package func ticket(answeredAt names: [String]) async throws -> ID<Ticket>? {
    try await database.read { reader in
      guard let secret = try reader.mailSecret() else { return nil }
      return names.lazy.compactMap { MailThread.ticket(of: $0, secret) }.first
    }
  }
}
