import Maintenance
import Register

/// A fact as it is stored, from its entry `e` and its parts `a` and `b`, before anything is read.
struct StoredFact: Sendable {
  static let columns = "e.pos, e.kind, e.at_ms, e.subject_kind, e.subject, e.log, a.plain, b.plain"

  let pos: Int64
  let kind: String
  let at: Instant
  let subjectKind: String
  let subject: Int64
  let agreement: ID<Agreement>
  let actor: [UInt8]
  let body: [UInt8]

  init(_ row: Row) {
    pos = row.integer(0)
    kind = row.text(1)
    at = Instant(milliseconds: row.integer(2))
    subjectKind = row.text(3)
    subject = row.integer(4)
    agreement = ID(number: row.integer(5))
    actor = row.blob(6)
    body = row.blob(7)
  }

  var fact: Fact {
    get throws {
      guard let read = Actor(try CanonicalJSON(reading: actor)) else {
        throw StoreFault.unreadable(reason: "the actor of entry \(pos)")
      }
      return try fact(by: read)
    }
  }

  /// Facts in their order; whoever acted several times in a row is read once.
  static func facts(_ stored: [StoredFact]) throws -> [Fact] {
    var last: (bytes: [UInt8], fact: Fact)?
    return try stored.map { next in
      let fact =
        if let last, last.bytes == next.actor { try next.fact(by: last.fact.actor) } else {
          try next.fact
        }
      last = (next.actor, fact)
      return fact
    }
  }

  private func fact(by actor: Actor) throws -> Fact {
    guard let subjectKind = Subject.Kind(rawValue: subjectKind) else {
      throw StoreFault.unreadable(reason: "the subject of entry \(pos)")
    }
    return Fact(
      kind: kind, at: at, actor: actor,
      subject: Subject(kind: subjectKind, id: subject, agreement: agreement),
      body: Datum(try CanonicalJSON(reading: body)))
  }
}
