import Register

/// What a segment says to whoever has no key: its place in the set, and the entries that it holds.
struct SegmentHeader: Equatable {
  /// Origin of the global log.
  let origin: String
  /// Sixteen bytes of chance in hexadecimal, the same in all segments of the set.
  let set: String
  /// From 1.
  let number: Int64
  /// SHA-256 of the segment before, in hexadecimal; empty in the first.
  let previous: String
  /// The first position that it carries, and the first that it does not.
  let from: Int64
  let to: Int64
  /// The global leaf of the entry before `to`, in hexadecimal; empty when there is none.
  let last: String
  /// When it was made: UTC with milliseconds.
  let at: String
  let recipient: String
  /// SHA-256 in hexadecimal of each small table, as it then was.
  let tables: [String: String]

  func bytes() throws -> [UInt8] {
    try CanonicalJSON.fields([
      "at": .text(at), "from": .integer(from), "last": .text(last), "number": .integer(number),
      "origin": .text(origin), "previous": .text(previous), "recipient": .text(recipient),
      "set": .text(set), "tables": .fields(tables.mapValues(CanonicalJSON.text)),
      "to": .integer(to), "v": .integer(1),
    ]).bytes()
  }
}

extension SegmentHeader {
  /// Nothing unless it is such a header, whole.
  init?(reading bytes: [UInt8]) {
    let json: CanonicalJSON
    do { json = try CanonicalJSON(reading: bytes) } catch { return nil }
    guard case .fields(let fields) = json, fields.count == 11, json["v"] == .integer(1),
      let at = json["at"]?.text, let from = json["from"]?.integer, let to = json["to"]?.integer,
      let last = json["last"]?.text, let number = json["number"]?.integer,
      let origin = json["origin"]?.text, let previous = json["previous"]?.text,
      let recipient = json["recipient"]?.text, let set = json["set"]?.text,
      case .fields(let digests)? = json["tables"], (0...to).contains(from), number > 0
    else { return nil }
    let tables = digests.compactMapValues(\.text)
    guard tables.count == digests.count else { return nil }
    self.init(
      origin: origin, set: set, number: number, previous: previous, from: from, to: to,
      last: last, at: at, recipient: recipient, tables: tables)
  }
}
