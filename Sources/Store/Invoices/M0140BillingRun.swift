/// Runs that bill what is due, contract by contract, and what became of each month of each.
struct M0140BillingRun: Migration {
  let name = "M0140BillingRun"
  let statements = [
    """
    CREATE TABLE billing_run (
      id {integer} PRIMARY KEY,
      side TEXT NOT NULL,
      actor TEXT NOT NULL,
      started_ms {integer} NOT NULL,
      prepared_ms {integer},
      ended_ms {integer},
      lease_ms {integer} NOT NULL
    ) {strict}
    """,
    "CREATE INDEX billing_run_open ON billing_run (id) WHERE ended_ms IS NULL",
    // A month is written 2026-11; places count from 1.
    """
    CREATE TABLE billing_run_item (
      run {integer} NOT NULL REFERENCES billing_run (id),
      place {integer} NOT NULL,
      agreement {integer} NOT NULL,
      client_name TEXT NOT NULL,
      month TEXT NOT NULL,
      net_cents {integer} NOT NULL,
      state TEXT NOT NULL,
      detail TEXT NOT NULL,
      invoice {integer},
      attempts {integer} NOT NULL,
      PRIMARY KEY (run, place)
    ) {strict}
    """,
    "CREATE INDEX billing_run_item_by_state ON billing_run_item (run, state, attempts, place)",
    "CREATE INDEX billing_run_item_failed ON billing_run_item (run, place) WHERE state = 'failed'",
  ]
}
