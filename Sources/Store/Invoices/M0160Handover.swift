/// Invoices handed over to an approved platform, and how far its answers are read.
struct M0160Handover: Migration {
  let name = "M0160Handover"
  let statements = [
    """
    CREATE TABLE handover (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      invoice {integer} NOT NULL UNIQUE,
      is_waiting {integer} NOT NULL,
      needs_attention {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX handover_waiting ON handover (id) WHERE is_waiting = 1",
    "CREATE INDEX handover_attention ON handover (id) WHERE needs_attention = 1",
    // Failed tries of what is waiting.
    """
    CREATE TABLE handover_attempt (
      handover {integer} PRIMARY KEY,
      attempts {integer} NOT NULL,
      next_ms {integer} NOT NULL,
      fault TEXT NOT NULL
    ) {strict}
    """,
    """
    CREATE TABLE platform_reading (
      platform TEXT PRIMARY KEY,
      updated_after TEXT NOT NULL,
      asked_ms {integer} NOT NULL,
      read_ms {integer} NOT NULL,
      fault TEXT NOT NULL
    ) {strict}
    """,
  ]
}
