/// The indexes of contracts and of people hold what else the list asks of a ticket: theirs lie far
/// apart, and to read each row costs a page of the disk.
struct M0112FilterColumns: Migration {
  let name = "M0112FilterColumns"
  let statements = [
    "DROP INDEX ticket_by_agreement",
    """
    CREATE INDEX ticket_by_agreement ON ticket
      (agreement, id, priority, stage, assignee, resolved_ms, due_ms, awaited_answers)
    """,
    "DROP INDEX ticket_by_assignee",
    """
    CREATE INDEX ticket_by_assignee ON ticket
      (assignee, id, priority, stage, agreement, resolved_ms, due_ms, awaited_answers)
      WHERE assignee IS NOT NULL
    """,
  ]
}
