/// What the tree commits to for one entry: no personal data, only commitments to the parts.
package struct EntryHeader: Hashable, Sendable {
  /// When it was recorded: UTC with milliseconds, `2026-11-23T08:30:00.000Z`.
  package let at: String
  package let kind: String
  /// Origin of the log that holds the entry.
  package let log: String
  /// Place in that log, from 0.
  package let n: Int64
  /// Commitment of each part in base 64, by the part's name.
  package let parts: [String: String]
  /// What the entry is about, such as `ticket/01k9…`.
  package let subject: String

  package init(
    at: String, kind: String, log: String, n: Int64, parts: [EntryPart], subject: String
  ) {
    self.at = at
    self.kind = kind
    self.log = log
    self.n = n
    self.parts = Dictionary(
      parts.map { ($0.name, $0.commitment.base64) }, uniquingKeysWith: { first, _ in first })
    self.subject = subject
  }

  /// Reads stored bytes; refuses a field too many or too few.
  package init(reading bytes: [UInt8]) throws(CanonicalFault) {
    let json = try CanonicalJSON(reading: bytes)
    guard case .fields(let fields) = json, fields.count == 7, json["v"] == .integer(1),
      let at = json["at"]?.text, let kind = json["kind"]?.text, let log = json["log"]?.text,
      let n = json["n"]?.integer, let subject = json["subject"]?.text,
      case .fields(let commitments)? = json["parts"]
    else { throw CanonicalFault("not an entry header of version 1", at: 0) }
    var parts: [String: String] = [:]
    for (name, commitment) in commitments {
      guard let text = commitment.text else {
        throw CanonicalFault("a commitment is not a text", at: 0)
      }
      parts[name] = text
    }
    self.at = at
    self.kind = kind
    self.log = log
    self.n = n
    self.parts = parts
    self.subject = subject
  }

  package func bytes() throws(CanonicalFault) -> [UInt8] {
    try CanonicalJSON.fields([
      "at": .text(at), "kind": .text(kind), "log": .text(log), "n": .integer(n),
      "parts": .fields(parts.mapValues(CanonicalJSON.text)), "subject": .text(subject),
      "v": .integer(1),
    ]).bytes()
  }
}
