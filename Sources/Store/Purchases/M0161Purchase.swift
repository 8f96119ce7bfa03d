/// Suppliers' invoices that were kept.
struct M0161Purchase: Migration {
  let name = "M0161Purchase"
  let statements = [
    """
    CREATE TABLE purchase (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      number TEXT NOT NULL,
      seller TEXT NOT NULL,
      issued_day {integer} NOT NULL,
      net_cents {integer} NOT NULL,
      gross_cents {integer} NOT NULL,
      currency TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      UNIQUE (agreement, sha256)
    ) {strict}
    """
  ]
}
