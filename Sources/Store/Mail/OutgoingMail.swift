package import Maintenance

/// A message in the queue, and what became of it.
package struct OutgoingMail: Sendable, Equatable {
  package var id: ID<OutgoingMail>
  package var kind: MailKind
  /// Where it goes: the address in lower case.
  package var recipient: String
  package var recipientName: String
  package var language: Language
  package var agreement: ID<Agreement>?
  package var ticket: ID<Ticket>?
  package var subject: String
  package var text: String
  package var html: String
  /// Of its own, in angle brackets; the same at each attempt.
  package var messageID: String
  /// The message that it answers or continues; empty for a thread of its own.
  package var thread: String
  package var replyTo: String
  /// Kept texts that go along.
  package var files: [File]
  /// That it was handed over is to be a fact.
  package var isEvidence: Bool
  package var state: MailState
  package var createdAt: Instant
  /// When it is of no more use.
  package var until: Instant
  package var nextAt: Instant
  package var attempts: Int
  package var endedAt: Instant?
  /// What the relay said last, or why it is held.
  package var reason: String
  /// Of the bytes that the relay took.
  package var sha256: String

  /// A kept text by its digest, with the name that its reader sees.
  package struct File: Sendable, Equatable {
    package var sha256: String
    package var name: String

    package init(sha256: String, name: String) {
      self.sha256 = sha256
      self.name = name
    }
  }

  package init(
    id: ID<OutgoingMail>, kind: MailKind, to recipient: String, named recipientName: String,
    in language: Language, _ letter: Letter, messageID: String, thread: String = "",
    replyTo: String = "", at instant: Instant
  ) {
    self.id = id
    self.kind = kind
    self.recipient = recipient.lowercased()
    self.recipientName = recipientName
    self.language = language
    subject = letter.subjectLine
    text = letter.text(in: language).filter { $0 != "\0" }
    html = letter.html(in: language).filter { $0 != "\0" }
    self.messageID = messageID
    self.thread = thread
    self.replyTo = replyTo
    files = []
    isEvidence = false
    state = .waiting
    createdAt = instant
    until = instant + kind.lifetime
    nextAt = instant
    attempts = 0
    reason = ""
    sha256 = ""
  }

  static let columns = """
    id, kind, recipient, recipient_name, language, agreement, ticket, subject, body, html,
    message_id, thread, reply_to, files, evidence, state, created_ms, until_ms,
    next_ms, attempts, ended_ms, reason, sha256
    """

  init(_ row: Row) throws {
    guard let kind = MailKind(rawValue: row.text(1)), let state = MailState(rawValue: row.text(15)),
      let language = Language(rawValue: row.text(4))
    else { throw StoreFault.unreadable(reason: "message \(row.integer(0))") }
    id = ID(number: row.integer(0))
    self.kind = kind
    recipient = row.text(2)
    recipientName = row.text(3)
    self.language = language
    agreement = row.optionalInteger(5).map { ID(number: $0) }
    ticket = row.optionalInteger(6).map { ID(number: $0) }
    (subject, text, html) = (row.text(7), row.text(8), row.text(9))
    (messageID, thread, replyTo) = (row.text(10), row.text(11), row.text(12))
    files = row.text(13).split(separator: "\n").map { line in
      File(sha256: String(line.prefix(64)), name: String(line.dropFirst(65)))
    }
    isEvidence = row.integer(14) != 0
    self.state = state
    createdAt = Instant(milliseconds: row.integer(16))
    until = Instant(milliseconds: row.integer(17))
    nextAt = Instant(milliseconds: row.integer(18))
    attempts = Int(row.integer(19))
    endedAt = row.optionalInteger(20).map { Instant(milliseconds: $0) }
    reason = row.text(21)
    sha256 = row.text(22)
  }
}

/// An address of which something is known.
package struct KnownAddress: Sendable, Equatable {
  package var address: String
  /// In which its person wants to be written to.
  package var language: Language?
  /// Since when messages to it come back, and what was said of it.
  package var failedAt: Instant?
  package var reason: String

  package var isFailing: Bool { failedAt != nil }

  static let columns = "address, language, failed_ms, reason"

  init(_ row: Row) {
    address = row.text(0)
    language = row.optionalText(1).flatMap(Language.init(rawValue:))
    failedAt = row.optionalInteger(2).map { Instant(milliseconds: $0) }
    reason = row.text(3)
  }
}

/// Somebody who is written to about a ticket.
package struct Correspondent: Sendable, Hashable {
  package var address: String
  package var name: String

  package init(address: String, name: String) {
    self.address = address.lowercased()
    self.name = name
  }
}
