package import Maintenance
import Register

/// One entry as a page lists it.
package struct EntryLine: Sendable, Equatable {
  /// Place in the global log, from 0.
  package var pos: Int64
  /// Place in the agreement's log, from 0.
  package var n: Int64
  package var kind: String
  package var at: Instant
  package var actor: Actor
  package var subject: Subject
  /// The entry's leaf and the log's root after it, in hexadecimal.
  package var leaf: String
  package var root: String
}

/// Where an agreement's log stands.
package struct RegisterHead: Sendable, Equatable {
  package var origin: String
  package var size: Int
  /// In hexadecimal.
  package var root: String
  /// When the last entry was recorded.
  package var at: Instant
}

extension Reader {
  /// All that happened to a subject, first to last.
  package func facts(of kind: Subject.Kind, _ id: Int64) throws -> [Fact] {
    if connection.appended.concerns(id) { try connection.release() }
    return try connection.fetch(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.subject_kind = $1 AND e.subject = $2 ORDER BY e.pos
      """, [.text(kind.rawValue), .integer(id)]
    ) { try FactRow($0).fact }
  }

  /// Where the facts of a subject stand in their agreement's log, first to last.
  package func entryNumbers(of kind: Subject.Kind, _ id: Int64) throws -> [Int64] {
    try connection.rows(
      "SELECT n FROM entry WHERE subject_kind = $1 AND subject = $2 ORDER BY pos",
      [.text(kind.rawValue), .integer(id)]
    ) { $0.integer(0) }
  }

  /// A page of an agreement's entries, newest first, older than number `before`.
  package func entries(
    agreement: ID<Agreement>, before: Int64? = nil, limit: Int
  ) throws -> [EntryLine] {
    try connection.rows(
      """
      SELECT \(FactRow.columns), e.n, e.leaf, e.root_after FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.log = $1 AND e.n < $2 ORDER BY e.n DESC LIMIT $3
      """,
      [.integer(agreement.number), .integer(before ?? .max), .integer(Int64(limit))]
    ) { row in
      let read = try FactRow(row)
      let fact = read.fact
      guard let leaf = Hash(stored: row.blob(FactRow.count + 1)),
        let root = Hash(stored: row.blob(FactRow.count + 2))
      else { throw StoreFault.unreadable(reason: "the hashes of entry \(read.pos)") }
      return EntryLine(
        pos: read.pos, n: row.integer(FactRow.count), kind: fact.kind, at: fact.at,
        actor: fact.actor, subject: fact.subject, leaf: "\(leaf)", root: "\(root)")
    }
  }

  /// Nothing when the agreement has no entry.
  package func head(of agreement: ID<Agreement>) throws -> RegisterHead? {
    let heads = try connection.rows(
      "SELECT \(LogRow.columns) FROM log_head WHERE log = $1", [.integer(agreement.number)],
      LogRow.init)
    return heads.first.map { row in
      RegisterHead(
        origin: row.origin, size: Int(row.range.size), root: "\(row.range.root)", at: row.at)
    }
  }
}

/// A fact read back from its entry `e` and its parts `a` and `b`.
struct FactRow {
  static let columns = StoredFact.columns
  static let count = 8

  let pos: Int64
  let fact: Fact

  init(_ row: Row) throws {
    let stored = StoredFact(row)
    pos = stored.pos
    fact = try stored.fact
  }
}
