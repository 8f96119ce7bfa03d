/// Parts that were erased: their salt is gone, and what stands there is what an entry says.
struct M0073Erasure: Migration {
  let name = "M0073Erasure"
  let statements = [
    // The position of the entry that says so.
    "ALTER TABLE part ADD COLUMN erased_by {integer}",
    "CREATE INDEX part_by_erasure ON part (erased_by) WHERE erased_by IS NOT NULL",
  ]

  /// Erasing is the one change that a part may undergo.
  func finish(on connection: any Connection) throws {
    let isErasing = """
      NEW.pos = OLD.pos AND NEW.name = OLD.name AND length(NEW.salt) = 0
      AND NEW.erased_by > COALESCE(OLD.erased_by, OLD.pos)
      AND EXISTS (SELECT 1 FROM entry e
        WHERE e.pos = NEW.erased_by AND e.kind = '\(Erasure.factKind)')
      """
    let statements =
      switch connection.dialect {
      case .sqlite:
        [
          "DROP TRIGGER part_no_update",
          """
          CREATE TRIGGER part_no_update BEFORE UPDATE ON part WHEN COALESCE(NOT (\(isErasing)), 1)
          BEGIN SELECT RAISE(ABORT, 'part is append-only'); END
          """,
        ]
      case .postgres:
        [
          "DROP TRIGGER part_append_only ON part",
          """
          CREATE TRIGGER part_append_only BEFORE DELETE OR TRUNCATE ON part
          FOR EACH STATEMENT EXECUTE FUNCTION append_only()
          """,
          """
          CREATE FUNCTION part_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF \(isErasing) THEN RETURN NEW; END IF;
            RAISE EXCEPTION 'part is append-only';
          END $$
          """,
          """
          CREATE TRIGGER part_only_erased BEFORE UPDATE ON part
          FOR EACH ROW EXECUTE FUNCTION part_only_erased()
          """,
        ]
      }
    for statement in statements { try connection.execute(statement, []) }
  }
}
