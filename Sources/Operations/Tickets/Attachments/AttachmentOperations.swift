package import Maintenance
import Store

extension Operations {
  /// Keeps a file with a ticket: its type is decided by its bytes, and they are part of the entry.
  package func attach(
    _ bytes: [UInt8], named name: String, to id: ID<Ticket>, by actor: Actor
  ) async throws -> Ticket {
    // A file too large is not worth its hash.
    guard bytes.count <= Attachment.largest else { throw TicketRefusal.fileTooLarge }
    let file = AttachedFile(bytes)
    let instant = now()
    return try await database.write { transaction in
      let change = try transaction.reader.existing(id).attaching(
        name, startingWith: bytes, size: bytes.count, sha256: file.sha256, by: actor, at: instant)
      try transaction.save(change, file: bytes)
      return change.state
    }
  }

  /// An attachment, counted from one, with its bytes; throws `Missing.ticket` when there is none,
  /// or no more.
  package func attachment(
    _ number: Int, of id: ID<Ticket>
  ) async throws -> (Attachment, bytes: [UInt8]) {
    try await database.read { reader in
      let ticket = try reader.existing(id)
      guard ticket.attachments.indices.contains(number - 1),
        let bytes = try reader.attachment(number, of: id), !bytes.isEmpty
      else { throw Missing.ticket }
      return (ticket.attachments[number - 1], bytes)
    }
  }
}
