import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct NightlyVerificationTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")

  private func instant(_ text: String) throws -> Instant { try #require(Instant(iso: text)) }

  /// A process of its own, as far as the schedule can tell.
  private func node(_ database: Database, at instant: Instant) -> Operations {
    Operations(database: database, now: { instant }, chance: { UInt32.random(in: 0 ... .max) })
  }

  private func kept(_ database: Database) async throws -> NightlyVerification? {
    try await database.read { try $0.lastNightlyVerification() }
  }

  @Test(arguments: Engine.available)
  func `everything is verified once a night, and a service started by day shows what was found`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let noon = try instant("2026-11-23T11:00:00Z")
      _ = try await node(database, at: noon).exampleInForce(before: noon, by: agent)
      #expect(await node(database, at: noon).runSchedule() == [])
      #expect(try await kept(database) == nil)
      let night = try instant("2026-11-24T01:30:00Z")
      #expect(await node(database, at: night).runSchedule() == [])
      let found = try #require(try await kept(database))
      #expect(found.at == night)
      #expect(found.isSound)
      #expect(found.entries > 3)
      #expect(await node(database, at: night + 3600).runSchedule() == [])
      #expect(try await node(database, at: noon + 86_400).registerSeal().nightly == found)
    }
  }

  @Test(arguments: Engine.available)
  func `of two nodes one verifies, and the other takes over from one that never ended`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let night = try instant("2026-11-24T01:30:00Z")
      let day = Zone.paris.day(at: night)
      func isClaimed(_ seconds: Int) async throws -> Bool {
        try await database.claimVerification(of: day, at: night + seconds, seconds: 3600)
      }
      #expect(try await isClaimed(0))
      #expect(try await !isClaimed(1))
      #expect(await node(database, at: night + 60).runSchedule() == [])
      #expect(try await kept(database) == nil)
      #expect(try await isClaimed(3600))
      let late = NightlyVerification(
        at: night + 3601, entries: 9, states: 1, differenceCount: 0, differences: [])
      try await database.keep(late, of: day, claimed: night)
      #expect(try await kept(database) == nil)
      try await database.keep(late, of: day, claimed: night + 3600)
      #expect(try await kept(database) == late)
      #expect(try await !isClaimed(9000))
    }
  }
}
