/// Duties that are done or waived; those that are neither are computed from the contract.
struct M0020Duty: Migration {
  let name = "M0020Duty"
  let statements = [
    // A day is counted from 1970-01-01.
    """
    CREATE TABLE duty (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      duty_key TEXT NOT NULL,
      due_day {integer} NOT NULL,
      outcome TEXT NOT NULL,
      settled_ms {integer} NOT NULL,
      UNIQUE (agreement, duty_key)
    ) {strict}
    """,
    "CREATE INDEX duty_by_day ON duty (agreement, due_day)",
  ]
}
