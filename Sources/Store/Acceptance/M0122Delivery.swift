/// What was delivered, and whether the client accepts it.
struct M0122Delivery: Migration {
  let name = "M0122Delivery"
  let statements = [
    // Days are counted from 1970-01-01.
    """
    CREATE TABLE delivery (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      number {integer} NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      stage TEXT NOT NULL,
      notified_day {integer} NOT NULL,
      due_day {integer},
      open_reservations {integer} NOT NULL,
      UNIQUE (agreement, number)
    ) {strict}
    """,
    "CREATE INDEX delivery_by_stage ON delivery (stage, due_day, id)",
  ]
}
