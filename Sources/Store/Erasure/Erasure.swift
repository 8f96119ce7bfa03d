package import Maintenance
import Register

/// Contents that were taken out of an agreement's log, told by an entry of that log.
///
/// The entry's body lists each part with the SHA-256 of what stands in its place. Proofs stand,
/// since they are on commitments: what nobody has any more is the content behind the commitment.
package struct Erasure: Sendable, Equatable {
  package static let factKind = "erasure.performed"
  /// An erasure's entry is one fact: more than these at once are several erasures.
  package static let mostParts = 5000

  /// One part that holds what is to be erased.
  package struct Part: Sendable, Equatable {
    let pos: Int64
    /// Place in the agreement's log, from 0.
    package let n: Int64
    package let name: String
    package let kind: String
    package let subject: Subject
    /// What will stand there, in canonical JSON.
    let content: [UInt8]
  }

  package let at: Instant
  package let actor: Actor
  package let ground: String
  package let parts: Int
}

extension Erasure {
  /// A part as the body of an erasure names it.
  struct Item: Hashable {
    let n: Int64
    let name: String
    let sha256: String

    var datum: Datum {
      .fields(["n": .integer(n), "part": .text(name), "sha256": .text(sha256)])
    }
  }

  /// Nothing unless `body` is an erasure's.
  static func items(of body: Datum) -> [Item]? {
    guard let list = body["parts"]?.list else { return nil }
    let items = list.compactMap { datum -> Item? in
      guard let n = datum["n"]?.integer, let name = datum["part"]?.text,
        let sha256 = datum["sha256"]?.text
      else { return nil }
      return Item(n: n, name: name, sha256: sha256)
    }
    return items.count == list.count ? items : nil
  }

  init(_ fact: Fact) {
    at = fact.at
    actor = fact.actor
    ground = fact.body["ground"]?.text ?? ""
    parts = fact.body["parts"]?.list?.count ?? 0
  }
}

extension Datum {
  /// What an attachment's fact says once its file is erased: the digest would tell a guessed file.
  fileprivate var withoutFile: Datum {
    guard case .fields(var fields) = self else { return self }
    for name in ["name", "sha256"] { fields[name] = .text(Redaction.replacement) }
    return .fields(fields)
  }
}

extension Reader {
  /// Every part of an agreement's log that holds the words. Cost grows with the log.
  package func parts(
    of agreement: ID<Agreement>, holding redaction: Redaction
  ) throws -> [Erasure.Part] {
    var found: [Erasure.Part] = []
    var last: Int64 = -1
    while true {
      let rows = try connection.rows(
        """
        SELECT \(FactRow.columns), e.n FROM entry e
        JOIN part a ON a.pos = e.pos AND a.name = 'actor'
        JOIN part b ON b.pos = e.pos AND b.name = 'body'
        WHERE e.log = $1 AND e.n > $2 ORDER BY e.n LIMIT 500
        """, [.integer(agreement.number), .integer(last)]
      ) { (read: try FactRow($0), n: $0.integer(FactRow.count)) }
      guard let end = rows.last?.n else { return found }
      for (read, n) in rows where read.fact.kind != Erasure.factKind {
        var contents = [
          ("actor", try redaction.redacted(read.fact.actor)?.canonical.bytes()),
          ("body", try redaction.redacted(read.fact.body)?.canonical.bytes()),
        ]
        if let name = read.fact.body["name"]?.text, read.fact.kind == TicketFact.attached,
          redaction.covers(name)
        {
          contents[1].1 = try read.fact.body.withoutFile.canonical.bytes()
          contents.append((AttachedFile.part, []))
        }
        for case (let name, let content?) in contents {
          found.append(
            Erasure.Part(
              pos: read.pos, n: n, name: name, kind: read.fact.kind, subject: read.fact.subject,
              content: content))
        }
      }
      last = end
    }
  }

  /// The newest first.
  package func erasures(of agreement: ID<Agreement>, limit: Int) throws -> [Erasure] {
    try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.log = $1 AND e.subject_kind = 'erasure' ORDER BY e.n DESC LIMIT $2
      """, [.integer(agreement.number), .integer(Int64(limit))]
    ) { Erasure(try FactRow($0).fact) }
  }

  /// Those that took something out of the facts on `subject`, the oldest first.
  package func erasures(of kind: Subject.Kind, _ id: Int64) throws -> [Erasure] {
    try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.pos IN (SELECT p.erased_by FROM entry f JOIN part p ON p.pos = f.pos
        WHERE f.subject_kind = $1 AND f.subject = $2 AND p.erased_by IS NOT NULL)
      ORDER BY e.pos
      """, [.text(kind.rawValue), .integer(id)]
    ) { Erasure(try FactRow($0).fact) }
  }
}
