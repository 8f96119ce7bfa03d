package import Maintenance
import Register

extension Reader {
  /// Whether that person read that since then.
  package func hasRead(
    _ object: String, _ kind: ConfidentialRead.Class, by reader: String, since: Instant
  ) throws -> Bool {
    try !connection.rows(
      """
      SELECT 1 FROM confidential_read
      WHERE object = $1 AND reader = $2 AND at_ms >= $3 AND class = $4 LIMIT 1
      """,
      [
        .text(object), .text(reader), .integer(since.milliseconds), .text(kind.rawValue),
      ]
    ) { $0.integer(0) }.isEmpty
  }

  /// The latest first.
  package func reads(
    of agreement: ID<Agreement>, limit: Int
  ) throws -> [ConfidentialRead] {
    try connection.rows(
      """
      SELECT \(ConfidentialRead.columns) FROM confidential_read
      WHERE agreement = $1 ORDER BY id DESC LIMIT $2
      """, [.integer(agreement.number), .integer(Int64(limit))], ConfidentialRead.init)
  }

  /// Of the contracts whose reads before that instant no digest seals yet, the first few.
  package func unsealedReads(before end: Instant) throws -> [ID<Agreement>] {
    try connection.rows(
      """
      SELECT DISTINCT agreement FROM confidential_read WHERE digest = 0 AND at_ms < $1
      ORDER BY agreement LIMIT 100
      """, [.integer(end.milliseconds)]
    ) { ID<Agreement>(number: $0.integer(0)) }
  }

  /// Sealed by a digest: in the order that it counts them in.
  func reads(sealedBy digest: Int64) throws -> [ConfidentialRead] {
    try connection.rows(
      """
      SELECT \(ConfidentialRead.columns) FROM confidential_read WHERE digest = $1 ORDER BY id
      """, [.integer(digest)], ConfidentialRead.init)
  }
}

extension Transaction {
  package func add(_ read: ConfidentialRead) throws {
    try connection.execute(
      """
      INSERT INTO confidential_read
        (id, at_ms, account, reader, agreement, class, object, digest)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
      """,
      [
        .integer(read.id.number), .integer(read.at.milliseconds),
        read.account.map { .integer($0.number) } ?? .null, .text(read.reader),
        .integer((read.agreement ?? Subject.register.agreement).number),
        .text(read.kind.rawValue), .text(read.object),
      ])
  }

  /// Seals a contract's reads before an instant into one entry of its log.
  package func sealReads(
    of agreement: ID<Agreement>, before end: Instant, as id: Int64, at instant: Instant
  ) throws {
    try lock(agreement)
    try connection.execute(
      """
      UPDATE confidential_read SET digest = $1 WHERE digest = 0 AND agreement = $2 AND at_ms < $3
      """, [.integer(id), .integer(agreement.number), .integer(end.milliseconds)])
    let reads = try reader.reads(sealedBy: id)
    guard !reads.isEmpty else { return }
    try record(
      ReadDigest.fact(
        of: reads, sha256: try ConfidentialRead.sha256(reads), id: id, under: agreement,
        at: instant))
  }

  package func forgetReads(before: Instant) throws {
    try connection.execute(
      "DELETE FROM confidential_read WHERE at_ms < $1 AND digest <> 0",
      [.integer(before.milliseconds)])
  }
}

extension ConfidentialRead {
  static let columns = "id, at_ms, account, reader, agreement, class, object"

  init(_ row: Row) throws {
    guard let kind = Class(rawValue: row.text(5)) else {
      throw StoreFault.unreadable(reason: "the class of a read")
    }
    let agreement = ID<Agreement>(number: row.integer(4))
    self.init(
      id: ID(number: row.integer(0)), at: Instant(milliseconds: row.integer(1)),
      account: row.optionalInteger(2).map { ID(number: $0) }, reader: row.text(3),
      agreement: agreement == Subject.register.agreement ? nil : agreement, kind: kind,
      object: row.text(6))
  }

  static func sha256(_ reads: [ConfidentialRead]) throws -> String {
    "\(Hash(of: try Datum.list(reads.map(\.datum)).canonical.bytes()))"
  }
}

/// Compares each digest of reads with the reads that it seals, while they are kept.
struct ReadAudit {
  let connection: any Connection

  func run(_ verification: inout Verification) throws {
    let digests = try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.subject_kind = $1 ORDER BY e.pos LIMIT 100000
      """, [.text(Subject.Kind.reads.rawValue)]
    ) { try FactRow($0).fact }
    for fact in digests {
      let reads = try Reader(connection: connection).reads(sealedBy: fact.subject.id)
      // Kept for a year or so; after that the digest alone stays.
      guard !reads.isEmpty else { continue }
      let place = Difference.Place.row(table: "confidential_read", id: fact.subject.id)
      if fact.body["sha256"]?.text != (try ConfidentialRead.sha256(reads)) {
        verification.note(place, "digest", .differs)
      }
    }
    let sealed = Set(digests.map(\.subject.id))
    let named = try connection.rows(
      "SELECT DISTINCT digest FROM confidential_read WHERE digest <> 0 LIMIT 100000", []
    ) { $0.integer(0) }
    for id in named where !sealed.contains(id) {
      verification.note(.row(table: "confidential_read", id: id), "digest", .unexpected)
    }
  }
}
