package import Maintenance
import Register

/// Which entries of an agreement's log are shown. Those on the agreement itself always are: without
/// the contract the others say nothing. So are erasures, which tell what is not shown.
package struct EvidenceScope: Sendable, Equatable {
  package var ticket: ID<Ticket>?
  /// Entries recorded from here, and before `end`.
  package var start: Instant?
  package var end: Instant?
  /// The disclosure for which the evidence is taken out: always shown.
  package var disclosure: Int64?

  package init(ticket: ID<Ticket>? = nil, start: Instant? = nil, end: Instant? = nil) {
    self.ticket = ticket
    self.start = start
    self.end = end
  }

  var isWhole: Bool { ticket == nil && start == nil && end == nil }
}

/// What an outsider needs to judge entries of one agreement, and nothing of any other.
package struct Evidence: Sendable {
  package struct Part: Sendable {
    package var name: String
    /// None when the content was erased.
    package var salt: [UInt8]
    package var content: [UInt8]
  }

  package struct Entry: Sendable {
    package var n: Int64
    package var header: [UInt8]
    package var parts: [Part]
    /// C2SP tlog-proof; none when all entries are shown, which prove themselves.
    package var proof: String?
  }

  package var publicKey: String
  /// Each old key's note on the next one (C2SP signed-note), first to last.
  package var endorsements: [String]
  /// C2SP tlog-checkpoint.
  package var checkpoint: String
  /// A time-stamping authority's response on the bytes of `checkpoint` (RFC 3161).
  package var stamp: [UInt8]?
  package var entries: [Entry]
  /// C2SP tlog-proof of the log's head in the global log; only when it is asked for.
  package var anchor: String?
  /// The texts that the entries on the agreement name, by SHA-256 in hexadecimal.
  package var texts: [String: [UInt8]]
  /// The PDFs that the entries on signatures name, by SHA-256 in hexadecimal: as they were put to
  /// signature, sealed, and the account of it.
  package var documents: [String: [UInt8]]

  /// Six files an entry at most keep the archive within the 65,535 of plain ZIP.
  package static let entryLimit = 10_000
  /// Of attached files: the archive is made in memory.
  static let mostFileBytes: Int64 = 64 << 20
}

extension Database {
  /// One unchanging view of the log; nothing when it has no entry, or without a key to sign with.
  package func evidence(
    of agreement: ID<Agreement>, _ scope: EvidenceScope, isAnchored: Bool = false
  ) async throws -> Evidence? {
    guard let signer = try await presentSigner() else { return nil }
    let endorsements = try await read { try $0.keyChanges().compactMap(\.endorsement) }
    let view = try await read { reader -> EvidenceView? in
      let heads = try reader.connection.rows(
        "SELECT \(LogRow.columns) FROM log_head WHERE log = $1", [.integer(agreement.number)]
      ) { try LogRow($0).head }
      guard let head = heads.first else { return nil }
      return EvidenceView(
        head: head, stamp: try reader.stamp(of: head),
        entries: try reader.entries(of: agreement, scope, size: head.size),
        anchor: isAnchored ? try reader.anchor(of: head, agreement) : nil,
        texts: try reader.namedTexts(of: agreement),
        documents: try reader.namedDocuments(of: agreement, scope))
    }
    guard let view else { return nil }
    // What is stamped are the bytes that were signed then: a new signature has others.
    let checkpoint = try Checkpoint(view.head, signedBy: signer, or: view.stamp?.checkpoint)
    let entries = view.entries.map { entry in
      Evidence.Entry(
        n: entry.n, header: entry.header, parts: entry.parts,
        proof: entry.path.map {
          ProofFile(header: entry.header, index: entry.n, path: $0, checkpoint: checkpoint).text
        })
    }
    return Evidence(
      publicKey: signer.verifying.description, endorsements: endorsements,
      checkpoint: checkpoint.text,
      stamp: checkpoint.text == view.stamp?.checkpoint ? view.stamp?.reply : nil,
      entries: entries,
      anchor: try view.anchor.map { anchor in
        ProofFile(
          header: view.head.leafContent, index: anchor.pos, path: anchor.path,
          checkpoint: try Checkpoint(anchor.head, signedBy: signer.named(anchor.head.origin))
        ).text
      }, texts: view.texts, documents: view.documents)
  }
}

private struct EvidenceView: Sendable {
  struct Entry: Sendable {
    var n: Int64
    var header: [UInt8]
    var parts: [Evidence.Part]
    var path: [Hash]?
  }

  var head: LogHead
  var stamp: TimeStamp?
  var entries: [Entry]
  var anchor: (pos: Int64, path: [Hash], head: LogHead)?
  var texts: [String: [UInt8]]
  var documents: [String: [UInt8]]
}

extension EvidenceScope {
  /// On an entry `e`.
  fileprivate func condition(of agreement: ID<Agreement>) -> (String, [SQLValue]) {
    let values: [SQLValue] = [
      .integer(agreement.number), .integer(start?.milliseconds ?? .min),
      .integer(end?.milliseconds ?? .max), .integer(disclosure ?? -1),
    ]
    let isOfTicket =
      ticket == nil ? "" : " AND e.subject_kind = 'ticket' AND e.subject = $5"
    let condition = """
      e.log = $1 AND (e.subject_kind IN ('agreement', 'erasure')
        OR (e.subject_kind = 'disclosure' AND e.subject = $4)
        OR (e.at_ms >= $2 AND e.at_ms < $3\(isOfTicket)))
      """
    return (condition, values + (ticket.map { [.integer($0.number)] } ?? []))
  }
}

extension Reader {
  /// The facts that the scope keeps, of every kind of subject or of one, with their numbers in the
  /// log, first to last.
  package func facts(
    of agreement: ID<Agreement>, _ scope: EvidenceScope, about kind: Subject.Kind? = nil,
    limit: Int
  ) throws -> [(n: Int64, fact: Fact)] {
    let (condition, values) = scope.condition(of: agreement)
    return try connection.rows(
      """
      SELECT \(FactRow.columns), e.n FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE \(condition)\(kind.map { " AND e.subject_kind = '\($0.rawValue)'" } ?? "")
      ORDER BY e.n LIMIT \(limit)
      """, values
    ) { (n: $0.integer(FactRow.count), fact: try FactRow($0).fact) }
  }

  /// Where the head's leaf stands in the global log.
  fileprivate func anchor(
    of head: LogHead, _ agreement: ID<Agreement>
  ) throws -> (pos: Int64, path: [Hash], head: LogHead)? {
    let places = try connection.rows(
      "SELECT pos FROM entry WHERE log = $1 AND n = $2",
      [.integer(agreement.number), .integer(head.size - 1)]
    ) { $0.integer(0) }
    guard let pos = places.first, let global = try LogRow.global(on: connection)?.head else {
      return nil
    }
    return (pos, try tree(of: LogRow.global, size: global.size).inclusion(of: pos), global)
  }

  fileprivate func entries(
    of agreement: ID<Agreement>, _ scope: EvidenceScope, size: Int64
  ) throws -> [EvidenceView.Entry] {
    let (condition, values) = scope.condition(of: agreement)
    let rows = try connection.rows(
      """
      SELECT e.n, e.header, p.name, p.salt, p.plain FROM entry e JOIN part p ON p.pos = e.pos
      WHERE \(condition) AND p.name <> '\(AttachedFile.part)'
      ORDER BY e.n, p.name LIMIT \(2 * Evidence.entryLimit + 1)
      """, values
    ) { row in
      let part = Evidence.Part(name: row.text(2), salt: row.blob(3), content: row.blob(4))
      return EvidenceView.Entry(n: row.integer(0), header: row.blob(1), parts: [part])
    }
    guard rows.count <= 2 * Evidence.entryLimit else {
      throw StoreFault.unreadable(reason: "more than \(Evidence.entryLimit) entries at once")
    }
    var entries: [EvidenceView.Entry] = []
    for row in rows {
      if entries.last?.n == row.n {
        entries[entries.count - 1].parts += row.parts
      } else {
        entries.append(row)
      }
    }
    try addFiles(to: &entries, of: agreement)
    guard !scope.isWhole else { return entries }
    let tree = tree(of: agreement.number, size: size)
    for index in entries.indices { entries[index].path = try tree.inclusion(of: entries[index].n) }
    return entries
  }

  /// The attached files, first to last, while they hold in `Evidence.mostFileBytes`: the entries
  /// prove without the others, whose commitments are in their headers.
  private func addFiles(
    to entries: inout [EvidenceView.Entry], of agreement: ID<Agreement>
  ) throws {
    let files = try connection.rows(
      """
      SELECT e.n, e.pos, CAST(length(p.plain) AS BIGINT) FROM entry e
      JOIN part p ON p.pos = e.pos AND p.name = $2 WHERE e.log = $1 AND e.kind = $3 ORDER BY e.n
      """,
      [.integer(agreement.number), .text(AttachedFile.part), .text(TicketFact.attached)]
    ) { (n: $0.integer(0), pos: $0.integer(1), size: $0.integer(2)) }
    let places = Dictionary(
      files.map { ($0.n, (pos: $0.pos, size: $0.size)) }, uniquingKeysWith: { first, _ in first })
    var left = Evidence.mostFileBytes
    for index in entries.indices {
      guard let place = places[entries[index].n], place.size <= left else { continue }
      left -= place.size
      entries[index].parts += try connection.rows(
        "SELECT name, salt, plain FROM part WHERE pos = $1 AND name = $2",
        [.integer(place.pos), .text(AttachedFile.part)]
      ) { Evidence.Part(name: $0.text(0), salt: $0.blob(1), content: $0.blob(2)) }
    }
  }

  fileprivate func namedTexts(of agreement: ID<Agreement>) throws -> [String: [UInt8]] {
    let keys = ["sha256", "text_sha256", "document_sha256"]
    let names = try facts(of: .agreement, agreement.number).flatMap { fact in
      keys.compactMap { fact.body[$0]?.text }
    }
    var texts: [String: [UInt8]] = [:]
    for name in Set(names) {
      guard let text = try contractText(sha256: name) else {
        throw StoreFault.unreadable(reason: "the text \(name)")
      }
      texts[name] = text
    }
    return texts
  }

  /// What was sealed first, while all hold in `Evidence.mostFileBytes`. The account of a signature
  /// tells its whole journal: it is left out where that does not begin within the scope.
  fileprivate func namedDocuments(
    of agreement: ID<Agreement>, _ scope: EvidenceScope
  ) throws -> [String: [UInt8]] {
    let facts = try facts(of: agreement, scope, about: .signature, limit: Evidence.entryLimit)
      .map(\.fact)
    let begun = Set(
      facts.filter { $0.body["signatories"] != nil || $0.body["signatures"] != nil }
        .map(\.subject.id))
    let sealed = facts.filter { $0.body["evidence_sha256"] != nil }
    var documents: [String: [UInt8]] = [:]
    var left = Evidence.mostFileBytes
    for fact in sealed + facts {
      let account = begun.contains(fact.subject.id) ? fact.body["evidence_sha256"]?.text : nil
      for name in [fact.body["pdf_sha256"]?.text, account].compactMap(\.self)
      where documents[name] == nil {
        guard let document = try contractText(sha256: name) else {
          throw StoreFault.unreadable(reason: "the document \(name)")
        }
        guard document.count <= left else { continue }
        left -= Int64(document.count)
        documents[name] = document
      }
    }
    return documents
  }
}
