package import Maintenance
import Register

/// The register got another key, as an entry of its own log tells it.
package struct KeyChange: Hashable, Sendable {
  /// The old key vouches for the new one.
  package static let rotatedKind = "register.key-rotated"
  /// Nobody believes the old key any more: an epoch begins.
  package static let revokedKind = "register.key-revoked"
  /// In bytes of UTF-8.
  package static let longestReason = 2000

  package let isRevocation: Bool
  package let at: Instant
  package let by: Actor
  package let reason: String
  /// Verifier keys.
  package let from: String
  package let to: String
  /// The size of the last head that may be believed of a revoked key, as far as anybody knows.
  package let trusted: Int64?
  /// The old key's note on the new one; none from a revoked key.
  package let endorsement: String?

  init?(_ fact: Fact) {
    guard [Self.rotatedKind, Self.revokedKind].contains(fact.kind),
      let from = fact.body["from"]?.text, let to = fact.body["to"]?.text
    else { return nil }
    isRevocation = fact.kind == Self.revokedKind
    at = fact.at
    by = fact.actor
    reason = fact.body["reason"]?.text ?? ""
    self.from = from
    self.to = to
    trusted = fact.body["trusted"]?.integer
    endorsement = fact.body["endorsement"]?.text
  }
}

extension Reader {
  /// Every change of the register's key, first to last.
  package func keyChanges() throws -> [KeyChange] {
    try connection.rows(
      """
      SELECT \(FactRow.columns) FROM entry e
      JOIN part a ON a.pos = e.pos AND a.name = 'actor'
      JOIN part b ON b.pos = e.pos AND b.name = 'body'
      WHERE e.log = $1 AND e.kind IN ($2, $3) ORDER BY e.n LIMIT 1000
      """,
      [
        .integer(Subject.register.agreement.number), .text(KeyChange.rotatedKind),
        .text(KeyChange.revokedKind),
      ]
    ) { KeyChange(try FactRow($0).fact) }.compactMap(\.self)
  }
}
