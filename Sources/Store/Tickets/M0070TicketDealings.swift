/// What a ticket owes and awaits: the debt of a workaround, the client's answers, and accepted
/// proposals that have become due.
struct M0070TicketDealings: Migration {
  let name = "M0070TicketDealings"
  let statements = [
    "ALTER TABLE ticket ADD COLUMN debt_owner TEXT",
    // Counted from 1970-01-01.
    "ALTER TABLE ticket ADD COLUMN debt_due_day {integer}",
    "ALTER TABLE ticket ADD COLUMN awaited_answers {integer} NOT NULL DEFAULT 0",
    "ALTER TABLE ticket ADD COLUMN last_due_proposal_ms {integer} NOT NULL DEFAULT 0",
    "CREATE INDEX ticket_by_debt ON ticket (debt_due_day, id) WHERE debt_due_day IS NOT NULL",
    """
    CREATE INDEX ticket_by_due_proposal ON ticket (agreement, last_due_proposal_ms)
    WHERE last_due_proposal_ms > 0
    """,
  ]
}
