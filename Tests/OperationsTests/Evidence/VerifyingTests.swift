import Maintenance
import Operations
@testable import Store
import TestSupport
import Testing

struct VerifyingTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  /// What cannot be read any more hides nothing of what else was altered.
  @Test(arguments: Engine.available)
  func `a part that cannot be read is named beside all else`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let agreement = try await operations.exampleInForce(before: now, by: agent).id
      let ticket = try await operations.exampleTicket(under: agreement, by: agent)
      #expect(try await operations.verify().isSound)
      let pos = try await database.write { transaction in
        let connection = transaction.connection
        for drop in engine == .sqlite
          ? ["DROP TRIGGER part_no_update"]
          : [
            "DROP TRIGGER IF EXISTS part_append_only ON part",
            "DROP TRIGGER IF EXISTS part_only_erased ON part",
          ]
        { try connection.execute(drop, []) }
        let pos = try connection.rows(
          "SELECT pos FROM entry WHERE subject = $1", [.integer(ticket.id.number)]
        ) { $0.integer(0) }[0]
        try connection.execute(
          "UPDATE part SET plain = $1 WHERE pos = $2 AND name = 'body'",
          [.blob(Array("{".utf8)), .integer(pos)])
        try connection.execute("UPDATE log_head SET at_ms = 5 WHERE log = 0", [])
        return pos
      }
      let report = try await operations.verify()
      let places = report.store.differences.map(\.place)
      #expect(places.contains(.part(pos: pos, name: "body")), "\(report.differences)")
      #expect(places.contains(.head(log: 0)))
      #expect(places.contains(.row(table: "ticket", id: ticket.id.number)))
      #expect(report.unexplainedDeadlines == [])
    }
  }
}
