package import Maintenance
import Register

/// Where an entry stands, and its proof: what whoever acted may keep.
package struct EntryReceipt: Sendable, Hashable {
  /// Place in the global log, and in the log of `origin`; both from 0.
  package let pos: Int64
  package let n: Int64
  package let origin: String
  package let kind: String
  /// In hexadecimal.
  package let leaf: String
  /// C2SP tlog-proof, with the signed head.
  package let proof: String
}

extension Database {
  /// The receipt of the last entry on a subject; nothing without one, or without a key to sign.
  package func receipt(of subject: Subject) async throws -> EntryReceipt? {
    let places = try await read { reader in
      try reader.connection.rows(
        """
        SELECT e.pos, e.n, h.origin, e.kind, e.leaf FROM entry e JOIN log_head h ON h.log = e.log
        WHERE e.subject_kind = $1 AND e.subject = $2 AND e.log = $3 ORDER BY e.pos DESC LIMIT 1
        """,
        [
          .text(subject.kind.rawValue), .integer(subject.id),
          .integer(subject.agreement.number),
        ]
      ) { (pos: $0.integer(0), n: $0.integer(1), origin: $0.text(2), $0.text(3), $0.blob(4)) }
    }
    guard let (pos, n, origin, kind, leaf) = places.first, let leaf = Hash(stored: leaf),
      let proof = try await receipt(of: subject.agreement, entry: n)
    else { return nil }
    return EntryReceipt(
      pos: pos, n: n, origin: origin, kind: kind, leaf: "\(leaf)", proof: proof)
  }

  /// The receipt of what a command recorded; nothing when it was not done.
  package func receipt(of command: Command) async throws -> EntryReceipt? {
    guard let subject = try await driver.read({ try $0.subject(of: command) }) else { return nil }
    return try await receipt(of: subject)
  }
}
