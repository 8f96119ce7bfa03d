/// What the parties sign, all of it under one digest: the data and the text printed of it.
///
/// SHA-256 in lower-case hexadecimal; the store keeps the bytes of each.
package struct SignedDocument: Hashable, Sendable {
  /// Of the contract's file.
  package var source: String
  /// Of the legal text as printed when signatures were asked for: a later release may word an
  /// article otherwise, and must not change what was signed.
  package var text: String
  /// Of `manifest`.
  package var digest: String

  package init(source: String, text: String, digest: String) {
    self.source = source
    self.text = text
    self.digest = digest
  }

  /// What `digest` is the digest of: anyone who has the two files can write it again.
  package static func manifest(source: String, text: String) -> String {
    """
    diligence/contrat-signe/1
    donnees sha256:\(source)
    texte sha256:\(text)

    """
  }
}

/// That one party signed, as whoever recorded it says.
package struct PartySignature: Hashable, Sendable {
  package var side: PartySide
  package var name: String
  /// Capacity in which they signed: président, gérant…
  package var capacity: String
  package var level: Signature.Level
  /// On which they signed, at the latest the day of the record.
  package var day: Day
  package var place: String?

  package init(
    side: PartySide, name: String, capacity: String, level: Signature.Level, day: Day,
    place: String? = nil
  ) {
    self.side = side
    self.name = name
    self.capacity = capacity
    self.level = level
    self.day = day
    self.place = place
  }

  init?(_ body: Datum) {
    guard let side = body["party"]?.text.flatMap(PartySide.init(rawValue:)),
      let name = body["name"]?.text, let capacity = body["capacity"]?.text,
      let level = body["level"]?.text.flatMap(Signature.Level.init(rawValue:)),
      let day = body["day"]?.text.flatMap(Day.init(iso:))
    else { return nil }
    self.init(
      side: side, name: name, capacity: capacity, level: level, day: day,
      place: body["place"]?.text)
  }

  /// Beside the digest of what is signed.
  var fields: [String: Datum?] {
    [
      "party": .text(side.rawValue), "name": .text(name), "capacity": .text(capacity),
      "level": .text(level.rawValue), "day": .text(day.iso), "place": place.map(Datum.text),
    ]
  }
}

/// A text that waits for signatures: nothing of it can change before it is withdrawn.
package struct Signing: Hashable, Sendable {
  package let document: SignedDocument
  package let askedAt: Instant
  package internal(set) var signatures: [PartySignature] = []

  /// Who has not signed yet.
  package var missing: [PartySide] {
    PartySide.allCases.filter { side in !signatures.contains { $0.side == side } }
  }
}

/// How and when an agreement came to its end.
package struct AgreementEnd: Hashable, Sendable {
  package enum Ground: String, CaseIterable, Sendable {
    case term = "terme"
    case breach = "manquement"
    case convenience = "convenance"
    case mutualConsent = "accord"
    case forceMajeure = "force_majeure"
  }

  /// The last one that it governs.
  package var lastDay: Day
  package var ground: Ground
  /// The party that ended it; nothing when both did, or its term.
  package var side: PartySide?
  package var note: String

  package init(lastDay: Day, ground: Ground, side: PartySide?, note: String) {
    self.lastDay = lastDay
    self.ground = ground
    self.side = side
    self.note = note
  }

  init?(_ body: Datum) {
    guard let day = body["last_day"]?.text.flatMap(Day.init(iso:)),
      let ground = body["ground"]?.text.flatMap(Ground.init(rawValue:)),
      let note = body["note"]?.text
    else { return nil }
    self.init(
      lastDay: day, ground: ground,
      side: body["party"]?.text.flatMap(PartySide.init(rawValue:)), note: note)
  }
}

extension Agreement {
  /// Where its life stands on a day.
  package enum Stage: String, CaseIterable, Sendable {
    /// A text is kept, and nothing binds yet.
    case proposed
    /// Signatures are missing, and nothing binds yet.
    case toSign
    /// Signed by both, from a later day on.
    case signed
    case inForce
    case ended
  }

  package func stage(on day: Day) -> Stage {
    if let end, end.lastDay < day { return .ended }
    guard let first = versions.first else { return signing == nil ? .proposed : .toSign }
    return first.validFrom <= day ? .inForce : .signed
  }
}
