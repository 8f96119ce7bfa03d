import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct NightlyVerificationTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")

  private func instant(_ text: String) throws -> Instant { try #require(Instant(iso: text)) }

  @Test(arguments: Engine.available)
  func `everything is verified once a night, and what does not hold is told`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let noon = try instant("2026-11-23T11:00:00Z")
      let operations = Operations(
        database: database, now: { noon }, chance: { UInt32.random(in: 0 ... .max) })
      _ = try await operations.exampleInForce(before: noon, by: agent)
      #expect(await operations.runSchedule() == [])
      #expect(operations.nightlyVerification == nil)
      let night = try instant("2026-11-24T01:30:00Z")
      #expect(await operations.at(night).runSchedule() == [])
      #expect(operations.nightlyVerification?.at == night)
      #expect(operations.nightlyVerification?.report.isSound == true)
      #expect((operations.nightlyVerification?.report.entries ?? 0) > 3)
      #expect(await operations.at(night + 3600).runSchedule() == [])
      #expect(operations.nightlyVerification?.at == night)
    }
  }
}
