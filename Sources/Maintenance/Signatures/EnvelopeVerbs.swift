/// Why a document cannot be signed, or not now.
package enum EnvelopeRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case noSignatory
  case badEmail
  /// The name or the capacity is missing, or too long.
  case unnamed
  /// The two parties of a contract sign it, each once.
  case wrongParties
  case expiresOutOfBounds
  /// Signed, refused, expired or withdrawn.
  case over
  case notYourTurn
  case tooManyCodes
  case wrongCode
  /// Older than ten minutes, or tried three times.
  case codeSpent
  case noConsent
  case reasonMissing
  /// No relay is set: neither link nor code would arrive.
  case noMail
  /// Another one waits for the same text.
  case waitsAlready
  /// A file that was brought in holds no signature, or is no PDF that can be read.
  case unsigned
}

/// From where a page is asked for, as a journal of signatures tells it.
package struct Origin: Hashable, Sendable {
  /// As the network says.
  package var address: String
  /// As the browser says.
  package var agent: String

  package init(address: String, agent: String) {
    self.address = String(address.prefix(64))
    self.agent = String(agent.prefix(300)).filter { $0 != "\0" && !$0.isNewline }
  }

  fileprivate var fields: [String: Datum] { ["address": .text(address), "agent": .text(agent)] }
}

extension Envelope {
  package static let mostSignatories = 6
  package static let longestDays = 90
  /// A code's life in seconds, and how often it may be tried.
  package static let codeSeconds = 600
  package static let codeTries = 3
  private static let mostCodes = 10
  private static let mostOpenings = 50
  private static let longestText = 200

  /// Puts a document before those who are to sign it, in that order.
  package static func requested(
    _ purpose: Purpose, titled title: String, _ document: Document, by signatories: [Signatory],
    about ticket: ID<Ticket>? = nil, accepting delivery: ID<Delivery>? = nil,
    until expires: Instant, id: ID<Envelope>,
    under agreement: ID<Agreement>, by actor: Actor, at instant: Instant
  ) throws -> Change<Envelope> {
    guard !signatories.isEmpty, signatories.count <= mostSignatories else {
      throw EnvelopeRefusal.noSignatory
    }
    for person in signatories {
      guard MailAddress.isSound(person.email) else { throw EnvelopeRefusal.badEmail }
      for text in [person.name, person.capacity] {
        guard !text.allSatisfy(\.isWhitespace), text.count <= longestText,
          !text.contains(where: \.isNewline)
        else { throw EnvelopeRefusal.unnamed }
      }
    }
    let isBoth = Set(signatories.map(\.side)).count == 2 && signatories.count == 2
    guard document.manifest == nil || isBoth else { throw EnvelopeRefusal.wrongParties }
    guard expires > instant, expires - instant <= longestDays * 86_400 else {
      throw EnvelopeRefusal.expiresOutOfBounds
    }
    let body: [String: Datum?] = [
      "purpose": .text(purpose.rawValue), "title": .text(title),
      "pdf_sha256": .text(document.pdf), "text_sha256": .text(document.text),
      "document_sha256": document.manifest.map(Datum.text), "ticket": ticket.map { .text($0.text) },
      "delivery": delivery.map { .text($0.text) },
      "expires": .text(expires.iso), "signatories": .list(signatories.map(\.datum)),
    ]
    return try Change(from: [
      Fact(
        kind: EnvelopeFact.requested, at: instant, actor: actor,
        subject: Subject(kind: .signature, id: id.number, agreement: agreement),
        body: .fields(present: body))
    ])
  }

  /// A link went to whose turn it is, by the message of that name; on site it was opened at once.
  package func invited(
    _ index: Int, by message: String, actor: Actor, at instant: Instant
  ) throws -> Change<Envelope> {
    try turn(of: index, at: instant)
    return try change(EnvelopeFact.invited, index, ["message": .text(message)], actor, instant)
  }

  /// The document was opened; nothing more is told after fifty times.
  package func opened(
    _ index: Int, from origin: Origin, at instant: Instant
  ) throws -> Change<Envelope>? {
    guard stage == .waiting, signatories[index].openings < Envelope.mostOpenings else {
      return nil
    }
    return try change(EnvelopeFact.opened, index, origin.fields, actor(index), instant)
  }

  /// A code went to the signatory's address.
  package func codeSent(
    _ index: Int, by message: String, from origin: Origin, at instant: Instant
  ) throws -> Change<Envelope> {
    try turn(of: index, at: instant)
    guard signatories[index].codes < Envelope.mostCodes else { throw EnvelopeRefusal.tooManyCodes }
    let fields = origin.fields.merging(["message": .text(message)]) { $1 }
    return try change(EnvelopeFact.codeSent, index, fields, actor(index), instant)
  }

  package func codeRefused(
    _ index: Int, from origin: Origin, at instant: Instant
  ) throws -> Change<Envelope> {
    try turn(of: index, at: instant)
    return try change(EnvelopeFact.codeRefused, index, origin.fields, actor(index), instant)
  }

  /// Consent to these very bytes, in these words, after the code was given.
  package func consented(
    _ index: Int, inWords words: String, from origin: Origin, at instant: Instant
  ) throws -> Change<Envelope> {
    try turn(of: index, at: instant)
    let person = signatories[index]
    let fields: [String: Datum?] = [
      "words": .text(words), "name": .text(person.name), "capacity": .text(person.capacity),
      "email": .text(person.email), "pdf_sha256": .text(document.pdf),
      "text_sha256": .text(document.text),
      "document_sha256": document.manifest.map(Datum.text),
    ]
    let given = fact(EnvelopeFact.codeGiven, index, origin.fields, actor(index), instant)
    let consent = fact(
      EnvelopeFact.consented, index, fields.merging(origin.fields) { $1 }, actor(index), instant)
    return try Change(to: self, facts: [given, consent])
  }

  package func refused(
    _ index: Int, because reason: String, from origin: Origin, at instant: Instant
  ) throws -> Change<Envelope> {
    try turn(of: index, at: instant)
    try Envelope.check(reason)
    let fields = origin.fields.merging(["reason": .text(reason)]) { $1 }
    return try change(EnvelopeFact.refused, index, fields, actor(index), instant)
  }

  package func withdrawn(
    because reason: String, by actor: Actor, at instant: Instant
  ) throws -> Change<Envelope> {
    guard stage == .waiting else { throw EnvelopeRefusal.over }
    try Envelope.check(reason)
    return try change(EnvelopeFact.withdrawn, nil, ["reason": .text(reason)], actor, instant)
  }

  package func expired(at instant: Instant) throws -> Change<Envelope> {
    guard stage == .waiting, instant > expires else { throw EnvelopeRefusal.over }
    return try change(EnvelopeFact.expired, nil, [:], .system, instant)
  }

  package func sealed(_ seal: Seal, at instant: Instant) throws -> Change<Envelope> {
    guard stage == .signed, self.seal == nil else { throw EnvelopeRefusal.over }
    return try change(
      EnvelopeFact.sealed, nil,
      [
        "pdf_sha256": .text(seal.pdf), "evidence_sha256": .text(seal.evidence),
        "level": .text(seal.level), "certificate": .text(seal.certificate),
      ], .system, instant)
  }

  private func turn(of index: Int, at instant: Instant) throws {
    guard stage == .waiting, instant <= expires else { throw EnvelopeRefusal.over }
    guard next == index else { throw EnvelopeRefusal.notYourTurn }
  }

  private static func check(_ reason: String) throws {
    guard !reason.allSatisfy(\.isWhitespace), reason.count <= 1000 else {
      throw EnvelopeRefusal.reasonMissing
    }
  }

  private func actor(_ index: Int) -> Actor {
    let person = signatories[index]
    return Actor(side: person.side == .client ? .client : .provider, name: person.name)
  }

  private func change(
    _ kind: String, _ index: Int?, _ fields: [String: Datum], _ actor: Actor, _ instant: Instant
  ) throws -> Change<Envelope> {
    try Change(to: self, facts: [fact(kind, index, fields, actor, instant)])
  }

  private func fact(
    _ kind: String, _ index: Int?, _ fields: [String: Datum?], _ actor: Actor, _ instant: Instant
  ) -> Fact {
    var body = fields
    if let index { body["number"] = .integer(Int64(index + 1)) }
    return Fact(
      kind: kind, at: instant, actor: actor,
      subject: Subject(kind: .signature, id: id.number, agreement: agreement),
      body: .fields(present: body))
  }
}
