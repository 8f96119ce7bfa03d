/// When people must be told that a delay nears its end, and what was told last of each ticket.
struct M0115Escalation: Migration {
  let name = "M0115Escalation"
  let statements = [
    "ALTER TABLE ticket ADD COLUMN alert_ms {integer}",
    "ALTER TABLE ticket ADD COLUMN alert_milestone TEXT",
    // Percent of the delay.
    "ALTER TABLE ticket ADD COLUMN alert_threshold TEXT",
    // Names.
    "ALTER TABLE ticket ADD COLUMN alert_told TEXT",
    // What the rules say of a ticket at one version; made again when it has another.
    """
    CREATE TABLE escalation_due (
      ticket {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      due_ms {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX escalation_by_due ON escalation_due (due_ms, ticket)",
  ]
}
