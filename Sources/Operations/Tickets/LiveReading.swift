package import Maintenance
package import Store

extension Operations {
  /// After which somebody who types no more is no longer shown as writing.
  private static let writingSeconds = 8

  package func liveState() async throws -> LiveState {
    let instant = now()
    return try await database.read { try $0.liveState(at: instant) }
  }

  /// The version of a ticket's row; cheap, unlike its reading.
  package func version(of id: ID<Ticket>) async throws -> Int {
    try await database.read { reader in
      guard let version = try reader.version(of: id) else { throw Missing.ticket }
      return version
    }
  }

  /// Shows others that somebody types an answer, for some seconds.
  package func noteWriting(_ writer: TicketWriter) async throws {
    let instant = now()
    try await database.write {
      try $0.note(writer, until: instant + Operations.writingSeconds, now: instant)
    }
  }

  /// Whoever typed on that page has sent it.
  package func stopWriting(on page: String) async throws {
    try await database.write { try $0.forgetWriter(page) }
  }
}
