import Maintenance

/// Replays the facts of every subject, and compares the state with its row.
struct StateAudit {
  let connection: any Connection

  private static let batch: Int64 = 500

  func run<State: Projected>(
    _ type: State.Type, _ verification: inout Verification
  ) throws {
    var facts = SubjectFacts()
    var last: (subject: Int64, pos: Int64) = (.min, .min)
    while true {
      let rows = try batch(of: State.subjectKind, after: last)
      for row in rows {
        if row.subject != facts.subject {
          try check(facts, type, &verification)
          facts = SubjectFacts(subject: row.subject)
        }
        facts.add(row.fact)
        last = (row.subject, row.pos)
      }
      guard rows.count == Self.batch else { break }
    }
    try check(facts, type, &verification)
    try findUnexplained(type, &verification)
  }

  /// The facts of one subject read so far, up to the first that cannot be read.
  private struct SubjectFacts {
    var subject: Int64?
    var facts: [Fact] = []
    var fault: String?

    mutating func add(_ fact: Result<Fact, any Error>) {
      switch fact {
      case .success(let fact): facts.append(fact)
      case .failure(let error): fault = fault ?? "\(error)"
      }
    }
  }

  private func batch(
    of kind: Subject.Kind, after last: (subject: Int64, pos: Int64)
  ) throws -> [(subject: Int64, pos: Int64, fact: Result<Fact, any Error>)] {
    try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.subject_kind = $1 AND (e.subject, e.pos) > ($2, $3)
      ORDER BY e.subject, e.pos LIMIT $4
      """,
      [
        .text(kind.rawValue), .integer(last.subject), .integer(last.pos), .integer(Self.batch),
      ]
    ) { row in (row.integer(4), row.integer(0), Result { try FactRow(row).fact }) }
  }

  private func check<State: Projected>(
    _ facts: SubjectFacts, _ type: State.Type, _ verification: inout Verification
  ) throws {
    guard let subject = facts.subject else { return }
    verification.states += 1
    let place = Difference.Place.row(table: State.table, id: subject)
    let state: State
    do {
      if let fault = facts.fault { throw ReplayFault(fault) }
      state = try State(replaying: facts.facts)
    } catch {
      verification.note(place, "", .unreadable("\(error)"))
      return
    }
    let differing = try connection.rows(
      "SELECT \(State.columns.joined(separator: ", ")) FROM \(State.table) WHERE id = $1",
      [.integer(subject)]
    ) { row in
      zip(State.columns, state.row).enumerated()
        .filter { !row.holds($1.1, at: $0) }.map(\.element.0)
    }
    guard let columns = differing.first else {
      verification.note(place, "", .missing)
      return
    }
    for column in columns { verification.note(place, column, .differs) }
    for sha256 in state.texts {
      let found = try connection.rows(
        "SELECT 1 FROM contract_text WHERE sha256 = $1", [.text(sha256)]
      ) { $0.integer(0) }
      if found.isEmpty { verification.note(.text(sha256: sha256), "", .missing) }
    }
  }

  private func findUnexplained<State: Projected>(
    _ type: State.Type, _ verification: inout Verification
  ) throws {
    let ids = try connection.rows(
      """
      SELECT id FROM \(State.table) t WHERE NOT EXISTS
        (SELECT 1 FROM entry e WHERE e.subject_kind = $1 AND e.subject = t.id)
      ORDER BY id LIMIT \(Verification.kept)
      """, [.text(State.subjectKind.rawValue)]
    ) { $0.integer(0) }
    for id in ids { verification.note(.row(table: State.table, id: id), "", .unexpected) }
  }
}

extension Row {
  /// Compares bytes, where two texts may be equal and yet spelled otherwise.
  fileprivate func holds(_ value: SQLValue, at column: Int) -> Bool {
    switch value {
    case .integer(let number): optionalInteger(column) == number
    case .text(let text): optionalText(column).map { $0.utf8.elementsEqual(text.utf8) } ?? false
    case .blob(let bytes): !cursor.isNull(column) && blob(column) == bytes
    case .null: cursor.isNull(column)
    }
  }
}
