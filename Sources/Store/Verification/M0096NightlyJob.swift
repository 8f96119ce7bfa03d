/// What the service does once a night, by one node of several, and what came of it.
struct M0096NightlyJob: Migration {
  let name = "M0096NightlyJob"
  let statements = [
    // One row for each job and day of Paris; it has no end while somebody works on it.
    """
    CREATE TABLE nightly_job (
      job TEXT NOT NULL,
      day {integer} NOT NULL,
      claimed_ms {integer} NOT NULL,
      lease_ms {integer} NOT NULL,
      ended_ms {integer},
      entries {integer} NOT NULL,
      states {integer} NOT NULL,
      difference_count {integer} NOT NULL,
      differences TEXT NOT NULL,
      PRIMARY KEY (job, day)
    ) {strict}
    """
  ]
}
