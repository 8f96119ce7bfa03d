import Maintenance
import Store
import TestSupport
import Testing

struct LiveStateTests {
  private let now = Instant(seconds: 1_800_000_000)

  @Test(arguments: Engine.available)
  func `whoever writes is told for a while, page by page, and is no evidence`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let ticket = ID<Ticket>(number: 7)
      let camille = TicketWriter(page: "a-page-of-its-own", ticket: ticket, name: "Camille")
      let ines = TicketWriter(page: "another-page-alone", ticket: ticket, name: "Inès")
      let start = now
      try await database.write { try $0.note(camille, until: start + 8, now: start) }
      try await database.write { try $0.note(ines, until: start + 12, now: start + 4) }
      try await database.write { try $0.note(camille, until: start + 9, now: start + 4) }
      func writers(_ seconds: Int) async throws -> [TicketWriter] {
        try await database.read { try $0.liveState(at: start + seconds).writers }
      }
      #expect(try await writers(5) == [camille, ines])
      #expect(try await writers(9) == [ines])
      try await database.write { try $0.forgetWriter(ines.page) }
      #expect(try await writers(5) == [camille])
      #expect(try await database.read { try $0.liveState(at: start).size } == 0)
    }
  }
}
