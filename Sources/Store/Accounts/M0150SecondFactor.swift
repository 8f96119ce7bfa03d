/// What proves who somebody is besides the password, and how far a session got.
struct M0150SecondFactor: Migration {
  let name = "M0150SecondFactor"
  let statements = [
    // `sealed` opens by a key that is not in this database. `last_step` is that of the last code
    // taken: none is taken twice. Without `confirmed_ms` the seed awaits its first code.
    """
    CREATE TABLE second_factor (
      account {integer} PRIMARY KEY,
      sealed {blob} NOT NULL,
      confirmed_ms {integer},
      last_step {integer} NOT NULL
    ) {strict}
    """,
    // SHA-256 of codes of 80 bits; a code that is used is gone.
    """
    CREATE TABLE recovery_code (
      account {integer} NOT NULL,
      digest {blob} NOT NULL,
      PRIMARY KEY (account, digest)
    ) {strict}
    """,
    // «entered», or «code» while the second factor is awaited.
    "ALTER TABLE web_session ADD COLUMN stage TEXT NOT NULL DEFAULT 'entered'",
    // When the person last proved who they are.
    "ALTER TABLE web_session ADD COLUMN proved_ms {integer} NOT NULL DEFAULT 0",
  ]
}
