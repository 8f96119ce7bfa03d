package import Maintenance

/// A text that somebody is writing: kept with its errors, binding nobody.
///
/// A working paper and no evidence: it has no facts, and can be thrown away.
package struct ContractDraft: Sendable, Equatable {
  package var id: ID<ContractDraft>
  /// Grows by one each time that it is saved, from 1.
  package var revision: Int
  /// As lists show it.
  package var title: String
  package var source: [UInt8]
  package var savedAt: Instant

  package init(
    id: ID<ContractDraft>, revision: Int = 1, title: String, source: [UInt8], savedAt: Instant
  ) {
    self.id = id
    self.revision = revision
    self.title = title
    self.source = source
    self.savedAt = savedAt
  }
}

extension Transaction {
  package func add(_ draft: ContractDraft) throws {
    try connection.execute(
      """
      INSERT INTO contract_draft (id, revision, title, source, saved_ms)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .integer(draft.id.number), .integer(Int64(draft.revision)), .text(draft.title),
        .blob(draft.source), .integer(draft.savedAt.milliseconds),
      ])
  }

  /// Writes over the revision before; false when another one has taken its place, or none is left.
  package func replace(_ draft: ContractDraft) throws -> Bool {
    let changed = try connection.execute(
      """
      UPDATE contract_draft SET revision = $2, title = $3, source = $4, saved_ms = $5
      WHERE id = $1 AND revision = $6
      """,
      [
        .integer(draft.id.number), .integer(Int64(draft.revision)), .text(draft.title),
        .blob(draft.source), .integer(draft.savedAt.milliseconds),
        .integer(Int64(draft.revision - 1)),
      ])
    return changed == 1
  }

  package func remove(_ id: ID<ContractDraft>) throws {
    try connection.execute("DELETE FROM contract_draft WHERE id = $1", [.integer(id.number)])
  }
}

extension Reader {
  package func draft(_ id: ID<ContractDraft>) throws -> ContractDraft? {
    try connection.rows(
      "SELECT id, revision, title, source, saved_ms FROM contract_draft WHERE id = $1",
      [.integer(id.number)], ContractDraft.init
    ).first
  }

  /// The last saved first.
  package func drafts(limit: Int) throws -> [ContractDraft] {
    try connection.rows(
      """
      SELECT id, revision, title, source, saved_ms FROM contract_draft
      ORDER BY saved_ms DESC, id DESC LIMIT $1
      """, [.integer(Int64(limit))], ContractDraft.init)
  }
}

extension ContractDraft {
  fileprivate init(_ row: Row) {
    self.init(
      id: ID(number: row.integer(0)), revision: Int(row.integer(1)), title: row.text(2),
      source: row.blob(3), savedAt: Instant(milliseconds: row.integer(4)))
  }
}
