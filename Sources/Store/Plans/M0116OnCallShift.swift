/// Who is on call, and when.
struct M0116OnCallShift: Migration {
  let name = "M0116OnCallShift"
  let statements = [
    """
    CREATE TABLE on_call_shift (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      account {integer} NOT NULL,
      name TEXT NOT NULL,
      start_ms {integer} NOT NULL,
      end_ms {integer} NOT NULL,
      cancelled {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX on_call_shift_by_end ON on_call_shift (end_ms) WHERE cancelled = 0",
  ]
}
