/// Times without service, from which availability is measured.
struct M0120Outage: Migration {
  let name = "M0120Outage"
  let statements = [
    """
    CREATE TABLE outage (
      id {integer} PRIMARY KEY,
      version {integer} NOT NULL,
      agreement {integer} NOT NULL REFERENCES agreement (id),
      asset_group TEXT NOT NULL,
      start_ms {integer} NOT NULL,
      end_ms {integer},
      withdrawn {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX outage_by_start ON outage (agreement, start_ms)",
  ]
}
