package import Maintenance

/// A choice of the list of tickets that somebody keeps under a name.
///
/// A preference and no evidence: it has no facts, and can be thrown away.
package struct SavedView: Sendable, Equatable {
  package var id: ID<SavedView>
  /// Nothing for everybody's.
  package var owner: ID<Account>?
  package var name: String
  /// What the list's address asks, without its question mark.
  package var choice: String

  package init(id: ID<SavedView>, owner: ID<Account>?, name: String, choice: String) {
    self.id = id
    self.owner = owner
    self.name = name
    self.choice = choice
  }

  fileprivate init(_ row: Row) {
    let owner = row.integer(1)
    self.init(
      id: ID(number: row.integer(0)), owner: owner == 0 ? nil : ID(number: owner),
      name: row.text(2), choice: row.text(3))
  }
}

extension Transaction {
  /// Keeps it in place of its owner's view of the same name.
  package func keep(_ view: SavedView) throws {
    try connection.execute(
      """
      INSERT INTO saved_view (id, owner, name, choice) VALUES ($1, $2, $3, $4)
      ON CONFLICT (owner, name) DO UPDATE SET choice = excluded.choice
      """,
      [
        .integer(view.id.number), .integer(view.owner?.number ?? 0), .text(view.name),
        .text(view.choice),
      ])
  }

  package func remove(_ id: ID<SavedView>) throws {
    try connection.execute("DELETE FROM saved_view WHERE id = $1", [.integer(id.number)])
  }
}

extension Reader {
  /// Everybody's, then that person's own, each by name.
  package func savedViews(of owner: ID<Account>?, limit: Int) throws -> [SavedView] {
    try connection.rows(
      """
      SELECT id, owner, name, choice FROM saved_view WHERE owner IN (0, $1)
      ORDER BY CASE WHEN owner = 0 THEN 0 ELSE 1 END, name LIMIT $2
      """, [.integer(owner?.number ?? 0), .integer(Int64(limit))], SavedView.init)
  }

  package func savedView(_ id: ID<SavedView>) throws -> SavedView? {
    try connection.rows(
      "SELECT id, owner, name, choice FROM saved_view WHERE id = $1", [.integer(id.number)],
      SavedView.init
    ).first
  }
}
