import Maintenance
import Register
@testable import Store
import TestSupport
import Testing

struct ClockJumpTests {
  private static let noon = Instant(milliseconds: 1_763_900_000_000)

  private func fact(_ kind: String, at instant: Instant) -> Fact {
    Fact(
      kind: kind, at: instant, actor: Probe.actor,
      subject: Subject(kind: .disclosure, id: 7, agreement: ID(number: 3)), body: .fields([:]))
  }

  private func told(_ database: Database) async throws -> [ClockJump] {
    try await database.read { try $0.clockJumps(limit: 9) }
  }

  @Test(arguments: Engine.available)
  func `a clock that goes back is told once, before the first entry that it dates`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      let instants = [0, 10, -3590, -3580, 20].map { Self.noon + $0 }
      for instant in instants {
        try await database.write { try $0.record(fact("disclosure.made", at: instant)) }
      }
      #expect(
        try await told(database) == [ClockJump(before: instants[1], after: instants[2])])
      let kinds = try await database.read { reader in
        try reader.connection.rows("SELECT kind, at_ms FROM entry ORDER BY pos", []) {
          ($0.text(0), $0.integer(1))
        }
      }
      #expect(kinds.map(\.0)[1...3] == ["disclosure.made", ClockJump.factKind, "disclosure.made"])
      #expect(kinds[2].1 == instants[2].milliseconds)
      try await #expect(database.verify([Probe.self]).differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `two seconds between nodes are no jump`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      for instant in [Self.noon, Self.noon + -2] {
        try await database.write { try $0.record(fact("disclosure.made", at: instant)) }
      }
      #expect(try await told(database) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a jump that nothing tells is a difference`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      try await database.write { try $0.record(fact("disclosure.made", at: Self.noon)) }
      try await database.write { transaction in
        var log = try LogRow.locked(3, on: transaction.connection)
        var global = try LogRow.locked(LogRow.global, on: transaction.connection)
        try transaction.append(
          fact("disclosure.made", at: Self.noon + -3600), to: &log, &global)
        try log.update(on: transaction.connection)
        try global.update(on: transaction.connection)
      }
      let place = Difference.Place.entry(log: 3, n: 1, pos: 1)
      try await #expect(
        database.verify([Probe.self]).differences
          == [Difference(place: place, column: "at_ms", reason: .unexpected)])
    }
  }
}
