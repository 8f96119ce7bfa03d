/// What was told to clients, and what became of it.
struct M0121Advice: Migration {
  let name = "M0121Advice"
  let statements = [
    // `likeness` tells consequences apart, zero for none; a day is counted from 1970-01-01.
    """
    CREATE TABLE advice (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      number {integer} NOT NULL,
      stage TEXT NOT NULL,
      thing TEXT NOT NULL,
      origin_kind TEXT NOT NULL,
      origin_reference TEXT NOT NULL,
      sent_ms {integer},
      reminders {integer} NOT NULL,
      due_day {integer},
      price_cents {integer},
      likeness {integer} NOT NULL,
      UNIQUE (agreement, number)
    ) {strict}
    """,
    "CREATE INDEX advice_by_stage ON advice (stage, id)",
    "CREATE INDEX advice_by_likeness ON advice (likeness)",
  ]
}
