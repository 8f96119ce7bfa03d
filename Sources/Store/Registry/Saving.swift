package import Maintenance
import Register

extension Transaction {
  /// Records a change whole: its facts in the register, and the state that they explain in its row.
  ///
  /// Throws `StoreFault.staleVersion` when somebody else changed the state since it was read.
  ///
  /// `file` becomes a part of the last fact's entry.
  package func save<State: Projected>(_ change: Change<State>, file: [UInt8]? = nil) throws {
    guard let subject = change.facts.first?.subject,
      change.facts.allSatisfy({
        $0.subject.agreement == subject.agreement && $0.subject.kind == State.subjectKind
          && $0.subject.id == change.state.id.number
      })
    else { throw StoreFault.unstorable(reason: "facts of another \(State.table)") }
    // The agreement's log comes first in every transaction, the global log last: no two
    // transactions on one agreement can then wait for each other.
    var log = try LogRow.locked(subject.agreement.number, on: connection)
    if change.versionBefore == 0 { try insert(change.state) } else { try writeRow(of: change) }
    var global = try LogRow.locked(LogRow.global, on: connection)
    if let fact = change.facts.first { try noteClock(fact.at, in: &log, &global) }
    let first = global.range.size
    for fact in change.facts.dropLast() { try append(fact, to: &log, &global) }
    if let last = change.facts.last { try append(last, file: file, to: &log, &global) }
    try log.update(on: connection)
    try global.update(on: connection)
    command?.keep(subject, at: first, on: connection)
  }

  /// Records a second change of the same act, after the one that answers it.
  package func saveAlso<State: Projected>(_ change: Change<State>) throws {
    try Transaction(connection: connection, command: nil).save(change)
  }

  /// Records a fact that explains no state.
  package func record(_ fact: Fact) throws {
    precondition(!Projections.all.contains { $0.subjectKind == fact.subject.kind })
    var log = try LogRow.locked(fact.subject.agreement.number, on: connection)
    var global = try LogRow.locked(LogRow.global, on: connection)
    try noteClock(fact.at, in: &log, &global)
    let pos = global.range.size
    try append(fact, to: &log, &global)
    try log.update(on: connection)
    try global.update(on: connection)
    command?.keep(fact.subject, at: pos, on: connection)
  }

  /// Makes others who want to write about this agreement wait until this transaction ends.
  package func lock(_ agreement: ID<Agreement>) throws {
    _ = try LogRow.locked(agreement.number, on: connection)
  }

  /// Makes everybody else who wants to write wait until this transaction ends: for what must follow
  /// without a gap over all agreements. The agreement itself is locked first.
  package func lockRegister(with agreement: ID<Agreement>) throws {
    try lock(agreement)
    _ = try LogRow.locked(LogRow.global, on: connection)
  }

  /// Writes the row of a state that has none.
  func insert<State: Projected>(_ state: State) throws {
    let values = state.row
    precondition(values.count == State.columns.count, "\(State.table): a value for each column")
    let places = (1...values.count).map { "$\($0)" }.joined(separator: ", ")
    let columns = State.columns.joined(separator: ", ")
    try connection.send(
      "INSERT INTO \(State.table) (\(columns)) VALUES (\(places))", values)
    try writeClaims(of: state)
  }

  /// Writes a row anew from its facts, whose version has not changed.
  func rewrite<State: Projected>(_ state: State) throws {
    let assignments = State.columns.indices.dropFirst()
      .map { "\(State.columns[$0]) = $\($0 + 1)" }.joined(separator: ", ")
    try connection.send(
      "UPDATE \(State.table) SET \(assignments) WHERE id = $1", state.row)
    try writeWords(of: state)
  }

  /// Sets what changed, and so leaves alone the indexes on all else.
  private func writeRow<State: Projected>(of change: Change<State>) throws {
    let (before, after) = (change.before?.row, change.state.row)
    let id = change.state.id.number
    precondition(after.count == State.columns.count, "\(State.table): a value for each column")
    let changed = after.indices.dropFirst().filter { before?[$0] != after[$0] }
    let assignments = changed.enumerated()
      .map { "\(State.columns[$1]) = $\($0 + 3)" }.joined(separator: ", ")
    try connection.send(
      "UPDATE \(State.table) SET \(assignments) WHERE id = $1 AND version = $2",
      [.integer(id), .integer(Int64(change.versionBefore))] + changed.map { after[$0] },
      changing: 1, otherwise: .staleVersion(table: State.table, id: id))
    if change.before?.claims != change.state.claims { try writeClaims(of: change.state) }
  }

  /// Another state's claim from the same day on is a `StoreFault.conflict`.
  private func writeClaims<State: Projected>(of state: State) throws {
    guard let claims = state.claims else { return }
    let table = "\(State.table)_claim"
    try connection.send(
      "DELETE FROM \(table) WHERE \(State.table) = $1", [.integer(state.id.number)])
    for claim in claims.held {
      try connection.send(
        """
        INSERT INTO \(table) (agreement, subject, first_day, last_day, \(State.table))
        VALUES ($1, $2, $3, $4, $5)
        """,
        [
          .integer(claims.agreement.number), .text(claim.subject),
          .integer(Int64(claim.first.number)), .integer(Int64(claim.last.number)),
          .integer(state.id.number),
        ])
    }
  }

  /// SQLite's index of words is a table apart; PostgreSQL's reads the row.
  private func writeWords<State: Projected>(of state: State) throws {
    guard connection.dialect == .sqlite, let words = state.searched else { return }
    try connection.send(
      "INSERT OR REPLACE INTO \(State.table)_words (rowid, words) VALUES ($1, $2)",
      [.integer(state.id.number), .text(words.text)])
  }

  func append(
    _ fact: Fact, file: [UInt8]? = nil, to log: inout LogRow, _ global: inout LogRow
  ) throws {
    var parts = [
      EntryPart(name: "actor", content: try fact.actor.canonical.bytes()),
      EntryPart(name: "body", content: try fact.body.canonical.bytes()),
    ]
    if let file { parts.append(EntryPart(name: AttachedFile.part, content: file)) }
    let pos = global.range.size
    let n = log.range.size
    let header = try EntryHeader.bytes(
      at: fact.at.iso, kind: fact.kind, log: log.origin, n: n, committing: parts,
      subject: fact.subject.name)
    let leaf = Hash.leaf(header)
    log.append(leaf, at: fact.at, on: connection)
    let head = log.head
    global.append(head.leaf, at: fact.at, on: connection)
    let entry: [SQLValue] = [
      .integer(pos), .integer(log.log), .integer(n), .text(fact.kind),
      .integer(fact.at.milliseconds), .text(fact.subject.kind.rawValue),
      .integer(fact.subject.id), .blob(header), .blob(leaf.bytes), .blob(head.root.bytes),
      .blob(head.leaf.bytes),
    ]
    connection.appended.add(entry, parts, at: pos, about: fact.subject.id)
  }
}
