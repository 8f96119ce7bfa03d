@testable import Maintenance
@testable import Store
import TestSupport

/// A state for the store's own tests: it has a column of each type, and names a text.
struct Probe: Projected {
  let id: ID<Probe>
  private(set) var version = 1
  let title: String
  private(set) var notes: [String] = []
  private(set) var text: String?

  init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == "probe.started", let title = fact.body["title"]?.text else {
      throw ReplayFault("not the start of a probe")
    }
    id = ID(number: fact.subject.id)
    self.title = title
  }

  mutating func apply(_ fact: Fact) throws(ReplayFault) {
    guard let note = fact.body["note"]?.text else { throw ReplayFault("unknown fact") }
    notes.append(note)
    text = fact.body["text"]?.text ?? text
    version += 1
  }

  static let subjectKind = Subject.Kind.ticket
  static let table = "probe"
  static let columns = ["id", "version", "title", "note_count", "last_note", "bytes"]

  var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .text(title), .integer(Int64(notes.count)),
      notes.last.map(SQLValue.text) ?? .null, .blob(Array(notes.joined().utf8)),
    ]
  }

  var texts: [String] { text.map { [$0] } ?? [] }
}

struct M9001Probe: Migration {
  let name = "M9001Probe"
  let statements = [
    """
    CREATE TABLE probe (
      id {integer} PRIMARY KEY, version {integer} NOT NULL, title TEXT NOT NULL UNIQUE,
      note_count {integer} NOT NULL, last_note TEXT, bytes {blob} NOT NULL) {strict}
    """
  ]
}

extension Probe {
  static let actor = Actor(side: .provider, name: "Zoé Martin")

  /// Number 7 of agreement 3, unless told otherwise.
  static func started(
    _ title: String, id: Int64 = 7, agreement: Int64 = 3
  ) throws -> Change<Probe> {
    try Change(from: [fact("probe.started", id, agreement, ["title": .text(title)])])
  }

  func noted(
    _ notes: String..., agreement: Int64 = 3, text: String? = nil
  ) throws -> Change<Probe> {
    try Change(
      to: self,
      facts: notes.map { note in
        let body = ["note": Datum.text(note), "text": text.map(Datum.text)]
        return Probe.fact(
          "probe.noted", id.number, agreement, body.compactMapValues(\.self))
      })
  }

  private static func fact(
    _ kind: String, _ id: Int64, _ agreement: Int64, _ body: [String: Datum]
  ) -> Fact {
    Fact(
      kind: kind, at: Instant(milliseconds: 1_795_424_400_123), actor: actor,
      subject: Subject(kind: subjectKind, id: id, agreement: ID(number: agreement)),
      body: .fields(body))
  }
}

extension Engine {
  /// An open database that keeps probes.
  func withProbes<Result>(_ body: (Database) async throws -> Result) async throws -> Result {
    try await withLocation { location in
      try await location.withProbes(body)
    }
  }
}

extension Location {
  func withProbes<Result>(_ body: (Database) async throws -> Result) async throws -> Result {
    let database = try await Database.open(self, migrations: Schema.migrations + [M9001Probe()])
    let outcome: Swift.Result<Result, any Error>
    do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
    try await database.close()
    return try outcome.get()
  }
}

extension Database {
  @discardableResult
  func save(_ change: Change<Probe>) async throws -> Probe {
    try await write { try $0.save(change) }
    return change.state
  }
}
