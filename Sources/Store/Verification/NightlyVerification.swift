package import Maintenance

/// What verifying everything found one night, whichever node did it.
package struct NightlyVerification: Sendable, Equatable {
  /// When it ended.
  package var at: Instant
  package var entries: Int
  package var states: Int
  package var differenceCount: Int
  /// A sentence each, the first twenty.
  package var differences: [String]

  package init(
    at: Instant, entries: Int, states: Int, differenceCount: Int, differences: [String]
  ) {
    self.at = at
    self.entries = entries
    self.states = states
    self.differenceCount = differenceCount
    self.differences = Array(differences.prefix(20))
  }

  package var isSound: Bool { differenceCount == 0 }
}

extension Database {
  private static let verification = "verification"

  /// Takes on the verification of that day, for so many seconds at most; false when it was done, or
  /// when another node is at it and its time has not run out.
  package func claimVerification(
    of day: Day, at instant: Instant, seconds: Int
  ) async throws -> Bool {
    try await write { transaction in
      try transaction.connection.execute(
        """
        INSERT INTO nightly_job (job, day, claimed_ms, lease_ms, ended_ms, entries, states,
          difference_count, differences)
        VALUES ($1, $2, $3, $4, NULL, 0, 0, 0, '')
        ON CONFLICT (job, day) DO UPDATE SET claimed_ms = $3, lease_ms = $4
        WHERE nightly_job.ended_ms IS NULL AND nightly_job.lease_ms <= $3
        """,
        [
          .text(Self.verification), .integer(Int64(day.number)), .integer(instant.milliseconds),
          .integer((instant + seconds).milliseconds),
        ]) == 1
    }
  }

  /// Keeps what was found, for whoever claimed it at `claimed` and was not replaced since.
  package func keep(
    _ found: NightlyVerification, of day: Day, claimed: Instant
  ) async throws {
    _ = try await write { transaction in
      try transaction.connection.execute(
        """
        UPDATE nightly_job SET ended_ms = $4, entries = $5, states = $6, difference_count = $7,
          differences = $8
        WHERE job = $1 AND day = $2 AND claimed_ms = $3 AND ended_ms IS NULL
        """,
        [
          .text(Self.verification), .integer(Int64(day.number)), .integer(claimed.milliseconds),
          .integer(found.at.milliseconds), .integer(Int64(found.entries)),
          .integer(Int64(found.states)), .integer(Int64(found.differenceCount)),
          .text(found.differences.joined(separator: "\n").filter { $0 != "\0" }),
        ])
    }
  }
}

extension Reader {
  /// The last night that was verified to the end.
  package func lastNightlyVerification() throws -> NightlyVerification? {
    try connection.rows(
      """
      SELECT ended_ms, entries, states, difference_count, differences FROM nightly_job
      WHERE job = 'verification' AND ended_ms IS NOT NULL ORDER BY day DESC LIMIT 1
      """, []
    ) { row in
      NightlyVerification(
        at: Instant(milliseconds: row.integer(0)), entries: Int(row.integer(1)),
        states: Int(row.integer(2)), differenceCount: Int(row.integer(3)),
        differences: row.text(4).split(separator: "\n").map(String.init))
    }.first
  }
}
