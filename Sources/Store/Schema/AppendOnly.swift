extension Connection {
  /// Stops faults of ours, not an administrator: against that one stand the hashes.
  func forbidChanges(of table: String) throws {
    let statements =
      switch dialect {
      case .sqlite:
        ["UPDATE", "DELETE"].map { act in
          """
          CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
          BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
          """
        }
      case .postgres:
        [
          """
          CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql
          AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
          """,
          """
          CREATE TRIGGER \(table)_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
          FOR EACH STATEMENT EXECUTE FUNCTION append_only()
          """,
        ]
      }
    for statement in statements { try execute(statement, []) }
  }
}
