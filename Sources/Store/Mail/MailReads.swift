package import Maintenance

extension Reader {
  package func mail(_ id: ID<OutgoingMail>) throws -> OutgoingMail? {
    try connection.rows(
      "SELECT \(OutgoingMail.columns) FROM outgoing_mail WHERE id = $1", [.integer(id.number)],
      OutgoingMail.init
    ).first
  }

  package func mail(messageID: String) throws -> OutgoingMail? {
    try connection.rows(
      "SELECT \(OutgoingMail.columns) FROM outgoing_mail WHERE message_id = $1",
      [.text(messageID)], OutgoingMail.init
    ).first
  }

  /// A page of one state's messages, newest first.
  package func mail(
    _ state: MailState, before: ID<OutgoingMail>?, limit: Int
  ) throws -> [OutgoingMail] {
    try connection.rows(
      """
      SELECT \(OutgoingMail.columns) FROM outgoing_mail WHERE state = $1 AND id < $2
      ORDER BY id DESC LIMIT $3
      """,
      [
        .text(state.rawValue), .integer(before?.number ?? .max), .integer(Int64(limit)),
      ], OutgoingMail.init)
  }

  /// Messages about a ticket, the oldest first.
  package func mail(about ticket: ID<Ticket>, limit: Int = 200) throws -> [OutgoingMail] {
    try connection.rows(
      """
      SELECT \(OutgoingMail.columns) FROM outgoing_mail WHERE ticket = $1 ORDER BY id LIMIT $2
      """, [.integer(ticket.number), .integer(Int64(limit))], OutgoingMail.init)
  }

  /// How many messages are in a state; none counted above `most`.
  package func mailCount(_ state: MailState, upTo most: Int = 1000) throws -> Int {
    try connection.rows(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM outgoing_mail WHERE state = $1 LIMIT \(most)) AS counted
      """, [.text(state.rawValue)]
    ) { Int($0.integer(0)) }.first ?? 0
  }

  func isMailDue(at instant: Instant) throws -> Bool {
    try !connection.rows(
      "SELECT 1 FROM outgoing_mail WHERE state = 'waiting' AND next_ms <= $1 LIMIT 1",
      [.integer(instant.milliseconds)]
    ) { $0.integer(0) }.isEmpty
  }

  func automaticMailCount(to address: String, since instant: Instant) throws -> Int {
    try connection.rows(
      """
      SELECT COUNT(*) FROM outgoing_mail
      WHERE recipient = $1 AND created_ms > $2 AND automatic = 1 AND state <> 'held'
      """, [.text(address), .integer(instant.milliseconds)]
    ) { Int($0.integer(0)) }.first ?? 0
  }

  package func address(_ address: String) throws -> KnownAddress? {
    try connection.rows(
      "SELECT \(KnownAddress.columns) FROM mail_address WHERE address = $1",
      [.text(address.lowercased())], KnownAddress.init
    ).first
  }

  /// Addresses from which messages come back, by name.
  package func failingAddresses(limit: Int = 200) throws -> [KnownAddress] {
    try connection.rows(
      """
      SELECT \(KnownAddress.columns) FROM mail_address WHERE failed_ms IS NOT NULL
      ORDER BY address LIMIT $1
      """, [.integer(Int64(limit))], KnownAddress.init)
  }

  package func followers(of ticket: ID<Ticket>) throws -> [Correspondent] {
    try connection.rows(
      "SELECT address, name FROM ticket_follower WHERE ticket = $1 ORDER BY address LIMIT 100",
      [.integer(ticket.number)]
    ) { Correspondent(address: $0.text(0), name: $0.text(1)) }
  }

  package func mailSecret() throws -> [UInt8]? {
    try connection.rows("SELECT secret FROM mail_secret WHERE id = 1", []) { $0.blob(0) }.first
  }
}

extension Reader {
  /// Whether a message to that address was ever handed over.
  package func wroteTo(_ address: String) throws -> Bool {
    try !connection.rows(
      "SELECT 1 FROM outgoing_mail WHERE recipient = $1 AND state = 'sent' LIMIT 1",
      [.text(address)]
    ) { $0.integer(0) }.isEmpty
  }
}
