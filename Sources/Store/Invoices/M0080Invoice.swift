/// Issued invoices, and what each of them bills.
struct M0080Invoice: Migration {
  let name = "M0080Invoice"
  let statements = [
    // Days are counted from 1970-01-01.
    """
    CREATE TABLE invoice (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      series TEXT NOT NULL,
      ordinal {integer} NOT NULL,
      number TEXT NOT NULL,
      kind TEXT NOT NULL,
      client_name TEXT NOT NULL,
      issued_day {integer} NOT NULL,
      due_day {integer} NOT NULL,
      net_cents {integer} NOT NULL,
      gross_cents {integer} NOT NULL,
      balance_cents {integer} NOT NULL,
      UNIQUE (series, ordinal)
    ) {strict}
    """,
    "CREATE INDEX invoice_by_agreement ON invoice (agreement, id)",
    "CREATE INDEX invoice_by_number ON invoice (number)",
    "CREATE INDEX invoice_by_issue ON invoice (issued_day, id)",
    "CREATE INDEX invoice_open ON invoice (due_day, id) WHERE balance_cents > 0",
    """
    CREATE TABLE invoice_claim (
      agreement {integer} NOT NULL,
      subject TEXT NOT NULL,
      first_day {integer} NOT NULL,
      last_day {integer} NOT NULL,
      invoice {integer} NOT NULL,
      PRIMARY KEY (agreement, subject, first_day)
    ) {strict}
    """,
    "CREATE INDEX invoice_claim_by_invoice ON invoice_claim (invoice)",
  ]
}
