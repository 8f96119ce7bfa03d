/// The register's tables and the texts that its entries name by digest.
struct M0001Register: Migration {
  let name = "M0001Register"
  let statements = [
    // Row 0 is the global log; each other row is the log of the agreement with that number.
    """
    CREATE TABLE log_head (
      log {integer} PRIMARY KEY,
      origin TEXT NOT NULL UNIQUE,
      size {integer} NOT NULL,
      peaks {blob} NOT NULL,
      at_ms {integer} NOT NULL
    ) {strict}
    """,
    """
    CREATE TABLE entry (
      pos {integer} PRIMARY KEY,
      log {integer} NOT NULL REFERENCES log_head (log),
      n {integer} NOT NULL,
      kind TEXT NOT NULL,
      at_ms {integer} NOT NULL,
      subject_kind TEXT NOT NULL,
      subject {integer} NOT NULL,
      header {blob} NOT NULL,
      leaf {blob} NOT NULL,
      root_after {blob} NOT NULL,
      gleaf {blob} NOT NULL,
      UNIQUE (log, n)
    ) {strict}
    """,
    "CREATE INDEX entry_by_subject ON entry (subject_kind, subject, pos)",
    """
    CREATE TABLE part (
      pos {integer} NOT NULL REFERENCES entry (pos),
      name TEXT NOT NULL,
      salt {blob} NOT NULL,
      plain {blob} NOT NULL,
      PRIMARY KEY (pos, name)
    ) {strict}
    """,
    """
    CREATE TABLE contract_text (
      sha256 TEXT PRIMARY KEY,
      source {blob} NOT NULL
    ) {strict}
    """,
  ]

  func finish(on connection: any Connection) throws {
    for table in ["entry", "part", "contract_text"] {
      try connection.forbidChanges(of: table)
    }
    try connection.execute(
      "INSERT INTO log_head (log, origin, size, peaks, at_ms) VALUES (0, $1, 0, $2, 0)",
      [.text("\(LogRow.newName(prefix: "diligence-"))/g/1"), .blob([])])
  }
}
