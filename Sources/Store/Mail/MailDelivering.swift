package import Maintenance

extension Database {
  /// Takes one message that is due, for so many seconds: no other node tries it meanwhile. The
  /// attempt is counted before it is made.
  package func claimMail(at instant: Instant, seconds: Int) async throws -> OutgoingMail? {
    // Looked for often and found seldom: nobody waits for a lock on writing meanwhile.
    guard try await read({ try $0.isMailDue(at: instant) }) else { return nil }
    return try await write { transaction in
      let connection = transaction.connection
      let skipping = connection.dialect == .postgres ? " FOR UPDATE SKIP LOCKED" : ""
      let due = try connection.rows(
        """
        SELECT \(OutgoingMail.columns) FROM outgoing_mail
        WHERE state = 'waiting' AND next_ms <= $1 AND lease_ms <= $1
        ORDER BY next_ms, id LIMIT 1\(skipping)
        """, [.integer(instant.milliseconds)], OutgoingMail.init)
      guard var mail = due.first else { return nil }
      mail.attempts += 1
      mail.nextAt = instant + MailDelivery.pause(after: mail.attempts)
      try connection.execute(
        "UPDATE outgoing_mail SET lease_ms = $2, attempts = $3, next_ms = $4 WHERE id = $1",
        [
          .integer(mail.id.number), .integer((instant + seconds).milliseconds),
          .integer(Int64(mail.attempts)), .integer(mail.nextAt.milliseconds),
        ])
      return mail
    }
  }

  /// Records what became of an attempt: it waits again, unless it is sent or given up.
  ///
  /// False when another node has tried since, whose word counts then.
  package func settle(
    _ mail: OutgoingMail, _ outcome: MailOutcome, at instant: Instant
  ) async throws -> Bool {
    try await write { transaction in
      let (state, reason, sha256) = mail.standing(after: outcome)
      let isOver = state != .waiting
      let isOurs =
        try transaction.connection.execute(
          """
          UPDATE outgoing_mail SET state = $3, reason = $4, sha256 = $5, ended_ms = $6, lease_ms = 0
          WHERE id = $1 AND attempts = $2 AND state = 'waiting'
          """,
          [
            .integer(mail.id.number), .integer(Int64(mail.attempts)), .text(state.rawValue),
            .text(reason), .text(sha256), isOver ? .integer(instant.milliseconds) : .null,
          ]) == 1
      guard isOurs else { return false }
      if isOver, mail.kind.isSecret {
        try transaction.connection.execute(
          "UPDATE outgoing_mail SET body = '', html = '' WHERE id = $1",
          [.integer(mail.id.number)])
      }
      if case .refused(let reason, isAddress: true) = outcome {
        try transaction.flag(mail.recipient, because: reason, at: instant)
      }
      if case .sent = outcome, mail.isEvidence {
        try transaction.record(mail.handed(reason, sha256, at: instant))
      }
      return true
    }
  }
}

extension OutgoingMail {
  fileprivate func standing(
    after outcome: MailOutcome
  ) -> (state: MailState, reason: String, sha256: String) {
    switch outcome {
    case .sent(let answer, let sha256): return (.sent, clipped(answer), sha256)
    case .refused(let reason, _): return (.failed, clipped(reason), "")
    case .postponed(let reason), .unusable(let reason):
      return (nextAt > until ? .failed : .waiting, clipped(reason), "")
    }
  }

  private func clipped(_ text: String) -> String {
    String(text.prefix(500)).filter { $0 != "\0" }
  }

  /// That the relay took it, by the bytes that it took.
  fileprivate func handed(_ answer: String, _ sha256: String, at instant: Instant) -> Fact {
    Fact(
      kind: "mail.handed", at: instant, actor: .system,
      subject: Subject(
        kind: .mail, id: id.number, agreement: agreement ?? Subject.register.agreement),
      body: .fields([
        "kind": .text(kind.rawValue), "recipient": .text(recipient),
        "message_id": .text(messageID), "sha256": .text(sha256), "answer": .text(answer),
      ]))
  }
}
