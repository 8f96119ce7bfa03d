package import Maintenance

extension Transaction {
  /// Puts a message in the queue, to go only if this transaction is committed.
  ///
  /// It is held, and kept to be seen, when its address is flagged; an automatic one also when the
  /// address had too many within the hour.
  package func enqueue(_ mail: OutgoingMail) throws {
    var mail = mail
    if let known = try reader.address(mail.recipient), known.isFailing {
      (mail.state, mail.reason) = (.held, "address: \(known.reason)")
    } else if mail.kind.isAutomatic,
      try reader.automaticMailCount(to: mail.recipient, since: mail.createdAt + -3600)
        >= MailDelivery.automaticPerHour
    {
      (mail.state, mail.reason) = (.held, "rate")
    }
    try connection.execute(
      """
      INSERT INTO outgoing_mail (\(OutgoingMail.columns), automatic, lease_ms)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, 0)
      """, mail.values + [.integer(mail.kind.isAutomatic ? 1 : 0)])
  }

  package func follow(_ ticket: ID<Ticket>, _ person: Correspondent) throws {
    try connection.execute(
      """
      INSERT INTO ticket_follower (ticket, address, name) VALUES ($1, $2, $3)
      ON CONFLICT (ticket, address) DO NOTHING
      """, [.integer(ticket.number), .text(person.address), .text(person.name)])
  }

  package func setLanguage(_ language: Language, of address: String) throws {
    try connection.execute(
      """
      INSERT INTO mail_address (address, language, failed_ms, reason) VALUES ($1, $2, NULL, '')
      ON CONFLICT (address) DO UPDATE SET language = excluded.language
      """, [.text(address.lowercased()), .text(language.rawValue)])
  }

  /// Flags an address, or takes the flag away; nothing that waits for it is sent while it stands.
  package func flag(_ address: String, because reason: String?, at instant: Instant) throws {
    let failed: SQLValue = reason == nil ? .null : .integer(instant.milliseconds)
    try connection.execute(
      """
      INSERT INTO mail_address (address, language, failed_ms, reason) VALUES ($1, NULL, $2, $3)
      ON CONFLICT (address) DO UPDATE SET failed_ms = excluded.failed_ms, reason = excluded.reason
      """, [.text(address.lowercased()), failed, .text(reason ?? "")])
    guard let reason else { return }
    try connection.execute(
      "UPDATE outgoing_mail SET state = 'held', reason = $2 WHERE recipient = $1 AND state = $3",
      [
        .text(address.lowercased()), .text("address: \(reason)"),
        .text(MailState.waiting.rawValue),
      ])
  }

  /// Lets a message go that was held or given up; false when it cannot.
  package func sendAgain(_ id: ID<OutgoingMail>, at instant: Instant) throws -> Bool {
    try connection.execute(
      """
      UPDATE outgoing_mail SET state = 'waiting', next_ms = $2, until_ms = $3, attempts = 0,
        ended_ms = NULL, lease_ms = 0
      WHERE id = $1 AND state IN ('held', 'failed') AND body <> ''
      """,
      [
        .integer(id.number), .integer(instant.milliseconds),
        .integer((instant + MailDelivery.longest).milliseconds),
      ]) == 1
  }

  /// The secret that signs answer addresses, made now if there is none; `chance` is 32 bytes.
  package func mailSecret(orElse chance: [UInt8]) throws -> [UInt8] {
    if let known = try reader.mailSecret() { return known }
    try connection.execute(
      "INSERT INTO mail_secret (id, secret) VALUES (1, $1) ON CONFLICT (id) DO NOTHING",
      [.blob(chance)])
    return try reader.mailSecret() ?? chance
  }
}

extension OutgoingMail {
  fileprivate var values: [SQLValue] {
    [
      .integer(id.number), .text(kind.rawValue), .text(recipient), .text(recipientName),
      .text(language.rawValue), agreement.map { .integer($0.number) } ?? .null,
      ticket.map { .integer($0.number) } ?? .null, .text(subject), .text(text), .text(html),
      .text(messageID), .text(thread), .text(replyTo),
      .text(files.map { "\($0.sha256) \($0.name)" }.joined(separator: "\n")),
      .integer(isEvidence ? 1 : 0), .text(state.rawValue),
      .integer(createdAt.milliseconds), .integer(until.milliseconds),
      .integer(nextAt.milliseconds), .integer(Int64(attempts)),
      endedAt.map { .integer($0.milliseconds) } ?? .null, .text(reason), .text(sha256),
    ]
  }
}
