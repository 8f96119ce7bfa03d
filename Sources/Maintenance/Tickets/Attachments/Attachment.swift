/// A file that came with a ticket; its bytes are a part of the entry, apart from the fact.
package struct Attachment: Hashable, Sendable {
  package var name: String
  package var type: FileType
  /// In bytes.
  package var size: Int
  /// In hexadecimal; replaced once the file is erased.
  package var sha256: String
  package var at: Instant
  package var by: Actor

  package static let largest = 5 << 20
  /// Of one ticket.
  package static let most = 30

  package var isErased: Bool { sha256 == Redaction.replacement }

  init(_ fact: Fact) throws(ReplayFault) {
    name = try fact.text("name")
    type = try fact.choice("type")
    size = Int(try fact.integer("size"))
    sha256 = try fact.text("sha256")
    at = fact.at
    by = fact.actor
  }
}

extension TicketFact {
  package static let attached = "ticket.attached"
}

extension Ticket {
  /// `size` and `sha256` are those of the bytes; `start` holds at least the first kibibyte of them.
  package func attaching(
    _ name: String, startingWith start: [UInt8], size: Int, sha256: String, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Ticket> {
    guard size > 0 else { throw TicketRefusal.fileEmpty }
    guard size <= Attachment.largest else { throw TicketRefusal.fileTooLarge }
    guard attachments.count < Attachment.most else { throw TicketRefusal.tooManyFiles }
    guard let type = FileType(of: start) else { throw TicketRefusal.programRefused }
    return try change(
      TicketFact.attached,
      [
        "name": .text(type.fileName(name)), "type": .text(type.rawValue),
        "size": .integer(Int64(size)), "sha256": .text(sha256),
      ], by: actor, at: instant)
  }
}
