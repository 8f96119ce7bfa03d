/// Somebody read what is confidential. Kept apart, and sealed by the hour: see `ReadDigest`.
package struct ConfidentialRead: Sendable, Equatable {
  package enum Class: String, CaseIterable, Sendable {
    /// An evidence file that was taken out.
    case evidence
    /// Figures that leave the service: the sales journal, a person's data.
    case export
    /// Notes that others at the provider's wrote among themselves.
    case notes
    case personalData
  }

  package let id: ID<ConfidentialRead>
  package let at: Instant
  /// None where the service has no accounts.
  package let account: ID<Account>?
  package let reader: String
  /// None for what belongs to no contract.
  package let agreement: ID<Agreement>?
  package let kind: Class
  /// What was read, such as a ticket's key.
  package let object: String

  package init(
    id: ID<ConfidentialRead>, at: Instant, account: ID<Account>?, reader: String,
    agreement: ID<Agreement>?, kind: Class, object: String
  ) {
    self.id = id
    self.at = at
    self.account = account
    self.reader = reader
    self.agreement = agreement
    self.kind = kind
    self.object = object
  }

  /// As its hour's digest counts it.
  package var datum: Datum {
    .fields([
      "id": .text(id.text), "at": .text(at.iso), "reader": .text(reader),
      "account": .text(account?.text ?? ""), "class": .text(kind.rawValue),
      "object": .text(object),
    ])
  }

  /// Days for which reads are kept; their digests stay in the register.
  package static let keptDays = 400
}

/// An hour of reads about one contract, as an entry of its log tells it: how many of which class,
/// and the SHA-256 of all, so that none can be taken out or altered unseen.
package enum ReadDigest {
  package static let factKind = "reads.digested"
  package static let seconds = 3600

  package static func fact(
    of reads: [ConfidentialRead], sha256: String, id: Int64, under agreement: ID<Agreement>,
    at instant: Instant
  ) -> Fact {
    let counts = Dictionary(grouping: reads, by: \.kind.rawValue)
      .mapValues { Datum.integer(Int64($0.count)) }
    return Fact(
      kind: factKind, at: instant, actor: .system,
      subject: Subject(kind: .reads, id: id, agreement: agreement),
      body: .fields([
        "count": .integer(Int64(reads.count)), "classes": .fields(counts),
        "sha256": .text(sha256),
        "from": .text(reads.first?.at.iso ?? ""), "until": .text(reads.last?.at.iso ?? ""),
      ]))
  }
}
