package import Maintenance

/// The seed of somebody's codes, sealed, and how far its codes were used.
package struct SecondFactorRow: Sendable, Equatable {
  package var sealed: [UInt8]
  package var isConfirmed: Bool
  /// The step of the last code taken.
  package var lastStep: Int64
}

extension Reader {
  package func secondFactor(of id: ID<Account>) throws -> SecondFactorRow? {
    try connection.rows(
      "SELECT sealed, confirmed_ms, last_step FROM second_factor WHERE account = $1",
      [.integer(id.number)]
    ) {
      SecondFactorRow(
        sealed: $0.blob(0), isConfirmed: $0.optionalInteger(1) != nil, lastStep: $0.integer(2))
    }.first
  }

  package func recoveryCodeCount(of id: ID<Account>) throws -> Int {
    try connection.rows(
      "SELECT COUNT(*) FROM recovery_code WHERE account = $1", [.integer(id.number)]
    ) { Int($0.integer(0)) }.first ?? 0
  }

  /// Whether the provider's people need a second factor, as the last fact about it says.
  package func isSecondFactorRequired() throws -> Bool {
    let policies = try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.subject_kind = $1 AND e.subject = $2 ORDER BY e.pos DESC LIMIT 1
      """,
      [.text(Subject.Kind.register.rawValue), .integer(SignInPolicy.subject.id)]
    ) { SignInPolicy(try FactRow($0).fact) }
    return policies.first??.requiresSecondFactor ?? false
  }
}

extension Transaction {
  /// A seed that awaits its first code, in place of any other that does.
  package func propose(_ sealed: [UInt8], of id: ID<Account>) throws {
    try connection.execute(
      """
      INSERT INTO second_factor (account, sealed, confirmed_ms, last_step)
      VALUES ($1, $2, NULL, 0)
      ON CONFLICT (account) DO UPDATE
      SET sealed = excluded.sealed, confirmed_ms = NULL, last_step = 0
      """, [.integer(id.number), .blob(sealed)])
  }

  package func confirmSecondFactor(of id: ID<Account>, at instant: Instant) throws {
    try connection.execute(
      "UPDATE second_factor SET confirmed_ms = $2 WHERE account = $1",
      [.integer(id.number), .integer(instant.milliseconds)])
  }

  /// Uses a code up: false when another request took one of that step or a later one.
  package func takeStep(_ step: Int64, of id: ID<Account>) throws -> Bool {
    try connection.execute(
      "UPDATE second_factor SET last_step = $2 WHERE account = $1 AND last_step < $2",
      [.integer(id.number), .integer(step)]) == 1
  }

  package func removeSecondFactor(of id: ID<Account>) throws {
    for table in ["second_factor", "recovery_code"] {
      try connection.execute(
        "DELETE FROM \(table) WHERE account = $1", [.integer(id.number)])
    }
  }

  /// In place of all that were left.
  package func setRecoveryCodes(_ digests: [[UInt8]], of id: ID<Account>) throws {
    try connection.execute(
      "DELETE FROM recovery_code WHERE account = $1", [.integer(id.number)])
    for digest in digests {
      try connection.execute(
        "INSERT INTO recovery_code (account, digest) VALUES ($1, $2)",
        [.integer(id.number), .blob(digest)])
    }
  }

  /// False when there is no such code, or no more.
  package func spendRecoveryCode(_ digest: [UInt8], of id: ID<Account>) throws -> Bool {
    try connection.execute(
      "DELETE FROM recovery_code WHERE account = $1 AND digest = $2",
      [.integer(id.number), .blob(digest)]) == 1
  }
}
