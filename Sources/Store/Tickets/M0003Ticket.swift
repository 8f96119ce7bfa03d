/// The list of tickets, and the indexes by which its pages are read.
struct M0003Ticket: Migration {
  let name = "M0003Ticket"
  let statements = [
    """
    CREATE TABLE ticket (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      number {integer} NOT NULL,
      title TEXT NOT NULL,
      requester TEXT NOT NULL,
      site TEXT NOT NULL,
      asset_group TEXT NOT NULL,
      nature TEXT NOT NULL,
      priority TEXT NOT NULL,
      stage TEXT NOT NULL,
      charge TEXT NOT NULL,
      contract_version {integer} NOT NULL,
      opened_ms {integer} NOT NULL,
      due_ms {integer} NOT NULL,
      due_milestone TEXT,
      resolved_ms {integer},
      assignee TEXT,
      worked_minutes {integer} NOT NULL,
      last_worked_ms {integer} NOT NULL,
      held {integer} NOT NULL,
      missed {integer} NOT NULL,
      UNIQUE (agreement, number)
    ) {strict}
    """,
    "CREATE INDEX ticket_by_agreement ON ticket (agreement, id)",
    "CREATE INDEX ticket_open_by_due ON ticket (due_ms, id) WHERE resolved_ms IS NULL",
    "CREATE INDEX ticket_by_opening ON ticket (agreement, opened_ms)",
    "CREATE INDEX ticket_by_work ON ticket (agreement, last_worked_ms)",
  ]
}
