/// A contract as the provider keeps it: its identity, and the texts that both parties signed.
///
/// «Contract» is what one version says; an agreement is the thing that has versions.
package struct Agreement: Evidenced, Hashable {
  package let id: ID<Agreement>
  package private(set) var version = 0
  package let reference: String
  package private(set) var title: String
  package private(set) var clientName: String
  /// SHA-256 of a text that is kept but does not bind yet.
  package private(set) var proposedText: String?
  /// The same text, once signatures are asked for.
  package private(set) var signing: Signing?
  package private(set) var versions: [ContractVersion] = []
  package private(set) var end: AgreementEnd?
  /// Counts of machines, in the order in which they were told.
  package private(set) var fleet: [FleetCount] = []
  /// Days on which further packs of hours were ordered.
  package private(set) var packOrders: [Day] = []

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == AgreementFact.drafted, let reference = fact.body["reference"]?.text,
      let title = fact.body["title"]?.text, let clientName = fact.body["client"]?.text,
      let sha256 = fact.body["sha256"]?.text
    else {
      throw ReplayFault("an agreement starts with \(AgreementFact.drafted), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    self.reference = reference
    self.title = title
    self.clientName = clientName
    proposedText = sha256
    version = 1
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case AgreementFact.textProposed:
      proposedText = try fact.text("sha256")
    case AgreementFact.signaturesAsked:
      let source = try fact.text("sha256")
      let document = SignedDocument(
        source: source, text: try fact.text("text_sha256"),
        digest: try fact.text("document_sha256"))
      signing = Signing(document: document, askedAt: fact.at)
    case AgreementFact.signed:
      guard let signature = PartySignature(fact.body), signing != nil else {
        throw ReplayFault("\(fact.kind): unreadable signature")
      }
      signing?.signatures.append(signature)
    case AgreementFact.signaturesDropped:
      signing = nil
      proposedText = nil
    case AgreementFact.versionInForce:
      try enter(fact)
    case AgreementFact.ended:
      guard let end = AgreementEnd(fact.body) else {
        throw ReplayFault("\(fact.kind): unreadable end")
      }
      self.end = end
    case AgreementFact.fleetCounted:
      fleet.append(
        FleetCount(
          group: try fact.text("group"), count: Int(try fact.integer("count")),
          from: try fact.day("from")))
    case AgreementFact.packOrdered:
      packOrders.append(try fact.day("day"))
    default:
      throw ReplayFault("an agreement knows no fact \(fact.kind)")
    }
    version += 1
  }

  private mutating func enter(_ fact: Fact) throws(ReplayFault) {
    guard let added = ContractVersion(fact, signing), added.number == versions.count + 1 else {
      throw ReplayFault("\(fact.kind): unreadable version")
    }
    versions.append(added)
    title = try fact.text("title")
    proposedText = nil
    signing = nil
  }

  /// The version that governs a fact of that day: the latest one in force by then.
  package func version(on day: Day) -> ContractVersion? {
    versions.last { $0.validFrom <= day }
  }

  package var latest: ContractVersion? {
    versions.last
  }

  /// When the last party signed the first version.
  package var signedOn: Day? {
    versions.first?.signing.flatMap { $0.signatures.map(\.day).max() }
  }
}

/// A text that binds: its bytes are in the store under `sha256`, and never change.
package struct ContractVersion: Hashable, Sendable {
  package let number: Int
  package let validFrom: Day
  /// Of the file's bytes, in lower-case hexadecimal.
  package let sha256: String
  package let recordedAt: Instant
  /// What was signed and by whom; nothing for versions of releases that kept no signature.
  package let signing: Signing?

  init?(_ fact: Fact, _ signing: Signing?) {
    guard let number = fact.body["version"]?.integer, let from = fact.body["valid_from"]?.text,
      let day = Day(iso: from), let sha256 = fact.body["sha256"]?.text
    else { return nil }
    self.number = Int(number)
    validFrom = day
    self.sha256 = sha256
    recordedAt = fact.at
    self.signing = signing
  }
}

/// Names of the facts about an agreement.
enum AgreementFact {
  static let drafted = "agreement.drafted"
  static let textProposed = "agreement.text_proposed"
  static let signaturesAsked = "agreement.signatures_asked"
  static let signed = "agreement.signed"
  static let signaturesDropped = "agreement.signatures_dropped"
  static let versionInForce = "agreement.version_in_force"
  static let ended = "agreement.ended"
  static let fleetCounted = "agreement.fleet_counted"
  static let packOrdered = "agreement.pack_ordered"
}
