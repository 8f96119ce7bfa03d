/// A contract's open tickets are counted without a look at those that are over.
struct M0170OpenByAgreement: Migration {
  let name = "M0170OpenByAgreement"
  let statements = [
    """
    CREATE INDEX ticket_open_by_agreement ON ticket (agreement, due_ms) WHERE resolved_ms IS NULL
    """
  ]
}
