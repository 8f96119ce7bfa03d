/// Stamps of a time-stamping authority on signed heads, and the heads that wait for one.
struct M0075TimeStamp: Migration {
  let name = "M0075TimeStamp"
  let statements = [
    """
    CREATE TABLE stamp_request (
      origin TEXT NOT NULL,
      size {integer} NOT NULL,
      log {integer} NOT NULL REFERENCES log_head (log),
      note TEXT NOT NULL,
      asked_ms {integer} NOT NULL,
      attempts {integer} NOT NULL,
      next_ms {integer} NOT NULL,
      fault TEXT NOT NULL,
      PRIMARY KEY (origin, size)
    ) {strict}
    """,
    """
    CREATE TABLE time_stamp (
      origin TEXT NOT NULL,
      size {integer} NOT NULL,
      log {integer} NOT NULL REFERENCES log_head (log),
      note TEXT NOT NULL,
      authority TEXT NOT NULL,
      reply {blob} NOT NULL,
      at_ms {integer} NOT NULL,
      received_ms {integer} NOT NULL,
      PRIMARY KEY (origin, size)
    ) {strict}
    """,
    "CREATE INDEX time_stamp_by_log ON time_stamp (log, at_ms)",
  ]

  func finish(on connection: any Connection) throws {
    try connection.forbidChanges(of: "time_stamp")
  }
}
