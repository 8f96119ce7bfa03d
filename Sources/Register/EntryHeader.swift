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
    let parts = parts.sorted { $0.key < $1.key }
    return try Self.bytes(at: at, kind: kind, log: log, n: n, names: parts.map(\.key), subject) {
      CanonicalJSON.write(parts[$0].value, to: &$1)
    }
  }

  /// The bytes of the header that commits to these parts, which come sorted by their names.
  package static func bytes(
    at: String, kind: String, log: String, n: Int64, committing parts: [EntryPart], subject: String
  ) throws(CanonicalFault) -> [UInt8] {
    try bytes(at: at, kind: kind, log: log, n: n, names: parts.map(\.name), subject) {
      $1.append(UInt8(ascii: "\""))
      parts[$0].commitment.writeBase64(to: &$1)
      $1.append(UInt8(ascii: "\""))
    }
  }

  /// Written field by field, in the order of the canonical spelling.
  private static func bytes(
    at: String, kind: String, log: String, n: Int64, names: [String], _ subject: String,
    commitment: (_ part: Int, _ output: inout [UInt8]) -> Void
  ) throws(CanonicalFault) -> [UInt8] {
    guard (0...CanonicalJSON.largestInteger).contains(n), names.allSatisfy(CanonicalJSON.isKey)
    else { throw CanonicalFault("not an entry header of version 1", at: 0) }
    var output: [UInt8] = []
    output.reserveCapacity(512)
    output += #"{"at":"#.utf8
    CanonicalJSON.write(at, to: &output)
    output += #","kind":"#.utf8
    CanonicalJSON.write(kind, to: &output)
    output += #","log":"#.utf8
    CanonicalJSON.write(log, to: &output)
    output += #","n":"#.utf8
    output += String(n).utf8
    output += #","parts":{"#.utf8
    for (index, name) in names.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      CanonicalJSON.write(name, to: &output)
      output.append(UInt8(ascii: ":"))
      commitment(index, &output)
    }
    output += #"},"subject":"#.utf8
    CanonicalJSON.write(subject, to: &output)
    output += #","v":1}"#.utf8
    return output
  }
}
