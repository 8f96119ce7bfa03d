/// A document put before people who sign it one after the other, and the journal of the whole.
///
/// A simple electronic signature (C. civ. 1367, eIDAS art. 25): each is identified by the mailbox
/// that the link and the code went to, and consents to these bytes. It is neither advanced nor
/// qualified.
package struct Envelope: Evidenced, Hashable {
  package enum Purpose: String, CaseIterable, Sendable {
    case contract = "contrat"
    case amendment = "avenant"
    case acceptance = "recette"
    case slip = "intervention"
  }

  package enum Stage: String, CaseIterable, Sendable {
    case waiting
    case signed
    case refused
    case expired
    case withdrawn
    /// Signed elsewhere, and kept here.
    case brought
  }

  /// What is signed: bytes that the store keeps, named by SHA-256 in hexadecimal.
  package struct Document: Hashable, Sendable {
    /// The PDF.
    package var pdf: String
    /// Its words, as shown to be read in full.
    package var text: String
    /// For a contract's text: the digest of data and words, which the agreement's signatures name.
    package var manifest: String?

    package init(pdf: String, text: String, manifest: String? = nil) {
      self.pdf = pdf
      self.text = text
      self.manifest = manifest
    }
  }

  package struct Signatory: Hashable, Sendable {
    package let side: PartySide
    package let name: String
    package let capacity: String
    /// Fixed before anything is sent: the link and the codes go nowhere else.
    package let email: String
    package internal(set) var invitedAt: Instant?
    package internal(set) var openings = 0
    package internal(set) var codes = 0
    package internal(set) var signedAt: Instant?

    package init(side: PartySide, name: String, capacity: String, email: String) {
      self.side = side
      self.name = name
      self.capacity = capacity
      self.email = email.lowercased()
    }
  }

  /// What closes a signed envelope: the sealed document and the account of how it came to be.
  package struct Seal: Hashable, Sendable {
    package var pdf: String
    package var evidence: String
    /// PAdES: B-B, B-T or B-LTA.
    package var level: String
    /// SHA-256 of the seal's certificate.
    package var certificate: String

    package init(pdf: String, evidence: String, level: String, certificate: String) {
      self.pdf = pdf
      self.evidence = evidence
      self.level = level
      self.certificate = certificate
    }
  }

  package let id: ID<Envelope>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  package let ticket: ID<Ticket>?
  package let delivery: ID<Delivery>?
  package let purpose: Purpose
  package let title: String
  package let document: Document
  package let requestedAt: Instant
  package let expires: Instant
  package private(set) var signatories: [Signatory]
  package private(set) var stage = Stage.waiting
  package private(set) var reason: String?
  package private(set) var seal: Seal?
  /// What the signatures of a file that was brought in say.
  package let brought: [BroughtSignature]

  package init(opening fact: Fact) throws(ReplayFault) {
    guard [EnvelopeFact.requested, EnvelopeFact.brought].contains(fact.kind) else {
      throw ReplayFault("an envelope starts with \(EnvelopeFact.requested), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    ticket = fact.body["ticket"]?.text.flatMap { ID<Ticket>($0) }
    delivery = fact.body["delivery"]?.text.flatMap { ID<Delivery>($0) }
    purpose = try fact.choice("purpose")
    title = try fact.text("title")
    document = Document(
      pdf: try fact.text("pdf_sha256"), text: try fact.text("text_sha256"),
      manifest: fact.body["document_sha256"]?.text)
    requestedAt = fact.at
    brought = (fact.body["signatures"]?.list ?? []).compactMap(BroughtSignature.init)
    guard fact.kind == EnvelopeFact.requested else {
      (expires, signatories, stage) = (fact.at, [], .brought)
      guard brought.count == fact.body["signatures"]?.list?.count else {
        throw ReplayFault("\(fact.kind): unreadable signatures")
      }
      return
    }
    expires = try fact.instant("expires")
    signatories = (fact.body["signatories"]?.list ?? []).compactMap(Signatory.init)
    guard signatories.count == fact.body["signatories"]?.list?.count, !signatories.isEmpty else {
      throw ReplayFault("\(fact.kind): unreadable signatories")
    }
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case EnvelopeFact.invited: signatories[try place(fact)].invitedAt = fact.at
    case EnvelopeFact.opened: signatories[try place(fact)].openings += 1
    case EnvelopeFact.codeSent: signatories[try place(fact)].codes += 1
    case EnvelopeFact.codeRefused, EnvelopeFact.codeGiven: _ = try place(fact)
    case EnvelopeFact.consented:
      signatories[try place(fact)].signedAt = fact.at
      if next == nil { stage = .signed }
    case EnvelopeFact.refused: try close(.refused, fact)
    case EnvelopeFact.expired: stage = .expired
    case EnvelopeFact.withdrawn: try close(.withdrawn, fact)
    case EnvelopeFact.sealed:
      seal = Seal(
        pdf: try fact.text("pdf_sha256"), evidence: try fact.text("evidence_sha256"),
        level: try fact.text("level"), certificate: try fact.text("certificate"))
    default: throw ReplayFault("an envelope knows no fact \(fact.kind)")
    }
    version += 1
  }

  private mutating func close(_ stage: Stage, _ fact: Fact) throws(ReplayFault) {
    self.stage = stage
    reason = try fact.text("reason")
  }

  private func place(_ fact: Fact) throws(ReplayFault) -> Int {
    try fact.index(among: signatories.count)
  }

  /// Whose turn it is, from 0; nothing once all have signed.
  package var next: Int? {
    signatories.firstIndex { $0.signedAt == nil }
  }
}

extension Envelope.Signatory {
  fileprivate init?(_ datum: Datum) {
    guard let side = datum["party"]?.text.flatMap(PartySide.init(rawValue:)),
      let name = datum["name"]?.text, let capacity = datum["capacity"]?.text,
      let email = datum["email"]?.text
    else { return nil }
    self.init(side: side, name: name, capacity: capacity, email: email)
  }

  var datum: Datum {
    .fields([
      "party": .text(side.rawValue), "name": .text(name), "capacity": .text(capacity),
      "email": .text(email),
    ])
  }
}

enum EnvelopeFact {
  static let requested = "signature.requested"
  static let invited = "signature.invited"
  static let opened = "signature.opened"
  static let codeSent = "signature.code_sent"
  static let codeRefused = "signature.code_refused"
  static let codeGiven = "signature.code_given"
  static let consented = "signature.consented"
  static let refused = "signature.refused"
  static let expired = "signature.expired"
  static let withdrawn = "signature.withdrawn"
  static let sealed = "signature.sealed"
  static let brought = "signature.brought"
}
