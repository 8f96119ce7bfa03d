import Maintenance
import Register

/// An entry as it is stored, before anything is believed.
struct StoredEntry {
  let pos: Int64
  let log: Int64
  let n: Int64
  let kind: String
  let at: Int64
  let subjectKind: String
  let subject: Int64
  let header: [UInt8]
  /// Nothing where what is stored is no hash.
  let leaf: Hash?
  let rootAfter: Hash?
  let gleaf: Hash?

  init(_ row: Row) {
    pos = row.integer(0)
    log = row.integer(1)
    n = row.integer(2)
    kind = row.text(3)
    at = row.integer(4)
    subjectKind = row.text(5)
    subject = row.integer(6)
    header = row.blob(7)
    leaf = row.hash(8)
    rootAfter = row.hash(9)
    gleaf = row.hash(10)
  }

  static func batch(
    after pos: Int64, limit: Int64, on connection: any Connection
  ) throws -> [StoredEntry] {
    let entries = try connection.rows(
      """
      SELECT pos, log, n, kind, at_ms, subject_kind, subject, header, leaf, root_after, gleaf
      FROM entry WHERE pos > $1 ORDER BY pos LIMIT $2
      """, [.integer(pos), .integer(limit)], StoredEntry.init)
    guard let first = entries.first?.pos, let last = entries.last?.pos else { return [] }
    // Files of many entries at once would fill the memory.
    var weight: Int64 = 0
    let end = try connection.rows(
      """
      SELECT pos, CAST(length(plain) AS BIGINT) FROM part
      WHERE pos > $1 AND pos <= $2 AND name = $3 ORDER BY pos
      """, [.integer(first), .integer(last), .text(AttachedFile.part)]
    ) { (pos: $0.integer(0), size: $0.integer(1)) }
    .first { file in
      weight += file.size
      return weight > mostFileBytes
    }?.pos
    return end.map { end in Array(entries.prefix { $0.pos < end }) } ?? entries
  }

  private static let mostFileBytes: Int64 = 16 << 20

  var subjectName: String {
    subject < 0 ? "" : "\(subjectKind)/\(ID<Subject>(number: subject).text)"
  }

  /// The columns that repeat the header for the sake of an index, and do not agree with it.
  func columns(differingFrom header: EntryHeader) -> [String] {
    [
      ("n", header.n == n), ("kind", header.kind == kind),
      ("at_ms", Instant(iso: header.at)?.milliseconds == at),
      ("subject", header.subject == subjectName),
    ].filter { !$0.1 }.map(\.0)
  }
}

/// A part as it is stored.
struct StoredPart {
  let pos: Int64
  let part: EntryPart
  /// Position of the entry that says it was erased.
  let erasedBy: Int64?

  init(_ row: Row) {
    pos = row.integer(0)
    part = EntryPart(name: row.text(1), salt: row.blob(2), content: row.blob(3))
    erasedBy = row.optionalInteger(4)
  }

  /// By position, then by name.
  static func batch(
    after first: Int64, to last: Int64, on connection: any Connection
  ) throws -> [StoredPart] {
    try connection.rows(
      """
      SELECT pos, name, salt, plain, erased_by FROM part WHERE pos > $1 AND pos <= $2
      ORDER BY pos, name LIMIT 5000
      """, [.integer(first), .integer(last)], StoredPart.init)
  }
}

/// The head of a log as it is stored.
struct StoredHead {
  let log: Int64
  let origin: String
  let size: Int64
  let peaks: [UInt8]
  let at: Int64

  init(_ row: Row) {
    log = row.integer(0)
    origin = row.text(1)
    size = row.integer(2)
    peaks = row.blob(3)
    at = row.integer(4)
  }
}
