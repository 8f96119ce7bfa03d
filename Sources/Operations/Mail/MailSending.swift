package import Maintenance
package import Store

/// What a message is sent about besides its letter.
package struct MailPurpose: Sendable {
  package var kind: MailKind
  package var agreement: ID<Agreement>?
  package var ticket: ID<Ticket>?
  /// That it was handed over is to be a fact of the register.
  package var isEvidence = false
  /// Kept texts that go along.
  package var files: [OutgoingMail.File] = []

  package init(
    _ kind: MailKind, agreement: ID<Agreement>? = nil, ticket: ID<Ticket>? = nil,
    isEvidence: Bool = false, files: [OutgoingMail.File] = []
  ) {
    self.kind = kind
    self.agreement = agreement
    self.ticket = ticket
    self.isEvidence = isEvidence
    self.files = files
  }
}

extension Operations {
  /// Puts a message in the queue, in the act's own transaction; nothing without a relay, or for
  /// what is no address.
  ///
  /// The letter is asked for in the language that its reader chose, French if none.
  @discardableResult
  package func send(
    _ purpose: MailPurpose, to person: Correspondent, in transaction: Transaction,
    at instant: Instant, _ letter: (Language, Mailbox) -> Letter
  ) throws -> ID<OutgoingMail>? {
    guard let mailbox, MailAddress.isSound(person.address) else { return nil }
    let language = try transaction.reader.address(person.address)?.language ?? .french
    let id: ID<OutgoingMail> = newID(at: instant)
    var mail = OutgoingMail(
      id: id, kind: purpose.kind, to: person.address, named: person.name, in: language,
      letter(language, mailbox), messageID: "<m.\(id.text)@\(mailbox.domain)>", at: instant)
    (mail.agreement, mail.ticket) = (purpose.agreement, purpose.ticket)
    (mail.isEvidence, mail.files) = (purpose.isEvidence, purpose.files)
    if let ticket = purpose.ticket {
      let secret = try transaction.mailSecret(
        orElse: (0..<32).map { _ in UInt8(truncatingIfNeeded: chance()) })
      let thread = MailThread(ticket: ticket, secret)
      mail.messageID = thread.messageID(of: id.number, at: mailbox.domain)
      mail.thread = thread.root(at: mailbox.domain)
      if mailbox.readsAnswers { mail.replyTo = mailbox.replyAddress(of: ticket, secret) }
    }
    try transaction.enqueue(mail)
    return id
  }

  /// Hands over what is due, one message after the other; whoever runs the program calls it every
  /// few seconds. Gives what went wrong, a sentence each.
  ///
  /// A relay that cannot be used ends the round: the others wait for the next one.
  package func deliverMail() async -> [String] {
    guard let mailbox, database.rollback == nil else { return [] }
    var faults: [String] = []
    do {
      for _ in 0..<Operations.mailRound {
        guard !Task.isCancelled,
          let mail = try await database.claimMail(at: now(), seconds: Operations.mailLease)
        else { break }
        let outcome = try await attempt(mail, by: mailbox)
        _ = try await database.settle(mail, outcome, at: now())
        switch outcome {
        case .sent: continue
        case .refused(let reason, _): faults.append("\(mail.id.text): refused: \(reason)")
        case .postponed(let reason): faults.append("\(mail.id.text): postponed: \(reason)")
        case .unusable(let reason):
          return faults + ["\(mailbox.relay.name): \(reason)"]
        }
      }
    } catch {
      faults.append("\(error)")
    }
    return faults
  }

  private static let mailRound = 200
  /// Longer than any attempt may last.
  static let mailLease = 180

  private func attempt(_ mail: OutgoingMail, by mailbox: Mailbox) async throws -> MailOutcome {
    guard now() <= mail.until else {
      return .refused(reason: "too late to be of use", isAddress: false)
    }
    var delivery = MailToDeliver(
      mail: mail, senderAddress: mailbox.address, senderName: mailbox.name)
    for file in mail.files {
      guard let bytes = try await database.read({ try $0.contractText(sha256: file.sha256) })
      else { return .refused(reason: "its file is gone", isAddress: false) }
      delivery.files.append(bytes)
    }
    return await mailbox.relay.deliver(delivery)
  }
}
