import Maintenance

/// Replays the facts of every subject, and compares the state with its row.
struct StateAudit {
  let connection: any Connection

  private static let batch: Int64 = 500

  func run<State: Projected>(
    _ type: State.Type, _ verification: inout Verification
  ) throws {
    var last: SubjectFacts?
    var replayed: [Underway<Replayed>] = []
    var after: (subject: Int64, pos: Int64) = (.min, .min)
    while true {
      let rows = try batch(of: State.subjectKind, after: after)
      var whole: [SubjectFacts] = []
      for row in rows {
        if row.subject != last?.subject {
          if let last { whole.append(last) }
          last = SubjectFacts(subject: row.subject)
        }
        last?.rows.append(row)
        after = (row.subject, row.pos)
      }
      let isLast = rows.count < Self.batch
      if isLast, let last { whole.append(last) }
      replayed.append(Underway(whole) { $0.replayed(type) })
      if replayed.count > Underway<Replayed>.ahead {
        try check(replayed.removeFirst().results(), type, &verification)
      }
      if isLast { break }
    }
    for batch in replayed { try check(batch.results(), type, &verification) }
    try findUnexplained(type, &verification)
  }

  /// The facts of one subject, not yet read.
  private struct SubjectFacts: Sendable {
    let subject: Int64
    var rows: [StoredFact] = []

    func replayed<State: Projected>(_ type: State.Type) -> Replayed {
      do {
        let state = try State(replaying: StoredFact.facts(rows))
        return Replayed(subject: subject, outcome: .success((state.row, state.texts)))
      } catch {
        return Replayed(subject: subject, outcome: .failure(ReplayFault("\(error)")))
      }
    }
  }

  /// The row that a subject's facts make, and the texts that they name.
  private struct Replayed: Sendable {
    let subject: Int64
    let outcome: Result<(row: [SQLValue], texts: [String]), ReplayFault>
  }

  private func batch(
    of kind: Subject.Kind, after last: (subject: Int64, pos: Int64)
  ) throws -> [StoredFact] {
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
      ], StoredFact.init)
  }

  private func check<State: Projected>(
    _ replayed: [Replayed], _ type: State.Type, _ verification: inout Verification
  ) throws {
    guard let first = replayed.first?.subject, let last = replayed.last?.subject else { return }
    let expected = Dictionary(uniqueKeysWithValues: replayed.map { ($0.subject, $0.outcome) })
    let compared = try connection.rows(
      """
      SELECT \(State.columns.joined(separator: ", ")) FROM \(State.table)
      WHERE id BETWEEN $1 AND $2
      """, [.integer(first), .integer(last)]
    ) { row -> (Int64, [String]) in
      let id = row.integer(0)
      guard case .success(let state)? = expected[id] else { return (id, []) }
      return (
        id,
        State.columns.indices.filter { !row.holds(state.row[$0], at: $0) }
          .map { State.columns[$0] }
      )
    }
    let differing = Dictionary(uniqueKeysWithValues: compared)
    for replayed in replayed {
      verification.states += 1
      let place = Difference.Place.row(table: State.table, id: replayed.subject)
      switch replayed.outcome {
      case .failure(let fault): verification.note(place, "", .unreadable("\(fault)"))
      case .success(let state):
        guard let columns = differing[replayed.subject] else {
          verification.note(place, "", .missing)
          continue
        }
        for column in columns { verification.note(place, column, .differs) }
        try findTexts(state.texts, &verification)
      }
    }
  }

  private func findTexts(_ texts: [String], _ verification: inout Verification) throws {
    for sha256 in texts {
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
    case .text(let text): optionalText(column).map { Self.isSame($0, text) } ?? false
    case .blob(let bytes): !cursor.isNull(column) && blob(column) == bytes
    case .null: cursor.isNull(column)
    }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
  }
}
