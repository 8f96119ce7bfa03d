package import Maintenance
import Register

/// A file that is a part of its entry: committed to with a salt of its own, so that it can be
/// shown, left out of an evidence file, or erased, and the entry still proves.
package struct AttachedFile: Sendable {
  static let part = "file"

  package let bytes: [UInt8]
  /// In hexadecimal.
  package let sha256: String

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sha256 = "\(Hash(of: bytes))"
  }
}

extension Reader {
  /// The bytes of a ticket's attachment, counted from one; empty once it is erased, nothing when
  /// there is none.
  package func attachment(_ number: Int, of ticket: ID<Ticket>) throws -> [UInt8]? {
    guard (1...Attachment.most).contains(number) else { return nil }
    return try connection.rows(
      """
      SELECT p.plain FROM entry e JOIN part p ON p.pos = e.pos AND p.name = $3
      WHERE e.subject_kind = 'ticket' AND e.subject = $1 AND e.kind = $2
      ORDER BY e.pos LIMIT 1 OFFSET \(number - 1)
      """,
      [.integer(ticket.number), .text(TicketFact.attached), .text(AttachedFile.part)]
    ) { $0.blob(0) }.first
  }
}
