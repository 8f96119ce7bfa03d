package import Maintenance
import Register

extension Transaction {
  /// Takes the contents out, and records that it was done, by whom and on what ground.
  ///
  /// What the facts then say is replayed: throws, and changes nothing, when they no longer say
  /// enough. Call `Database.forgetErased()` once this is committed.
  package func erase(
    _ parts: [Erasure.Part], ground: String, as subject: Subject, by actor: Actor,
    at instant: Instant
  ) throws {
    try erase(
      parts, ground: ground, as: subject, by: actor, at: instant, replaying: Projections.all)
  }

  func erase(
    _ parts: [Erasure.Part], ground: String, as subject: Subject, by actor: Actor,
    at instant: Instant, replaying states: [any Projected.Type]
  ) throws {
    precondition((1...Erasure.mostParts).contains(parts.count))
    let items = parts.map {
      Erasure.Item(n: $0.n, name: $0.name, sha256: "\(Hash(of: $0.content))").datum
    }
    let fact = Fact(
      kind: Erasure.factKind, at: instant, actor: actor, subject: subject,
      body: .fields(["ground": .text(ground), "parts": .list(items)]))
    var log = try LogRow.locked(subject.agreement.number, on: connection)
    var global = try LogRow.locked(LogRow.global, on: connection)
    try noteClock(instant, in: &log, &global)
    let pos = global.range.size
    try append(fact, to: &log, &global)
    try log.update(on: connection)
    try global.update(on: connection)
    for part in parts {
      try connection.execute(
        "UPDATE part SET salt = $1, plain = $2, erased_by = $3 WHERE pos = $4 AND name = $5",
        [
          .blob([]), .blob(part.content), .integer(pos), .integer(part.pos), .text(part.name),
        ])
    }
    for state in states { try replay(state, Set(parts.map(\.subject))) }
    command?.keep(subject, at: pos, on: connection)
  }

  private func replay<State: Projected>(_ type: State.Type, _ subjects: Set<Subject>) throws {
    for subject in subjects where subject.kind == State.subjectKind {
      let state = try State(replaying: reader.facts(of: subject.kind, subject.id))
      try rewrite(state)
    }
  }
}

extension Database {
  /// Makes the engine's own files forget what was overwritten: pages left free, and the log of
  /// writes. PostgreSQL does so by its own vacuum, in its own time.
  ///
  /// Reads and writes all of a SQLite database; others wait meanwhile.
  package func forgetErased() async throws {
    try await driver.compact()
  }
}
