import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct RotaTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  /// A Monday, 10:00 in Paris.
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func span(_ hours: Range<Int>) -> TimeSpan {
    TimeSpan(start: now + hours.lowerBound * 3600, end: now + hours.upperBound * 3600)
  }

  @Test(arguments: Engine.available)
  func `whoever is put on call relieves who was, for that time only`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let marc = try await account("Marc Vidal", .technician, operations)
      let lina = try await account("Lina Roche", .technician, operations)
      try await operations.planShift(marc.id, span(0..<48), by: agent)
      try await operations.planShift(lina.id, span(10..<20), by: agent)
      let whole = span(0..<48)
      let shifts = try await database.read { try $0.shifts(in: whole) }
      #expect(shifts.map(\.name) == ["Marc Vidal", "Lina Roche", "Marc Vidal"])
      #expect(shifts.map(\.span) == [span(0..<10), span(10..<20), span(20..<48)])
      try await operations.planShift(lina.id, span(0..<48), by: agent)
      let left = try await database.read { try $0.shifts(in: whole) }
      #expect(left.map(\.name) == ["Lina Roche"])
      try await operations.cancelShift(try #require(left.first).id, by: agent)
      #expect(try await database.read { try $0.shifts(in: whole) } == [])
      await #expect(throws: ShiftRefusal.alreadyCancelled) {
        try await operations.cancelShift(left[0].id, by: agent)
      }
      #expect(try await operations.verify().differences.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `a contract that promises somebody on call tells when the rota names nobody`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      #expect(try await operations.onCallNow().gaps.isEmpty)
      let agreement = try await operations.exampleInForce(before: now, by: agent)
      #expect(try await operations.onCallNow().gaps.first?.references == [agreement.reference])
      let marc = try await account("Marc Vidal", .technician, operations)
      try await operations.planShift(
        marc.id, TimeSpan(start: now + -86_400, end: now + 8 * 86_400), by: agent)
      let reading = try await operations.onCallNow()
      #expect(reading.shift?.name == "Marc Vidal")
      #expect(reading.gaps.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `only those who work on tickets answer, in a span that makes sense`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { now }, chance: { UInt32.random(in: 0 ... .max) })
      let accountant = try await account("Ana Prado", .accountant, operations)
      let marc = try await account("Marc Vidal", .technician, operations)
      await #expect(throws: ShiftRefusal.cannotAnswer) {
        try await operations.planShift(accountant.id, span(0..<8), by: agent)
      }
      for hours in [8..<8, 0..<800] {
        await #expect(throws: ShiftRefusal.badSpan) {
          try await operations.planShift(marc.id, span(hours), by: agent)
        }
      }
      await #expect(throws: ShiftRefusal.tooFar) {
        try await operations.planShift(marc.id, span(-200 ..< -190), by: agent)
      }
      _ = try await operations.setDisabled(true, marc.id, by: agent)
      await #expect(throws: ShiftRefusal.cannotAnswer) {
        try await operations.planShift(marc.id, span(0..<8), by: agent)
      }
    }
  }

  private func account(
    _ name: String, _ role: Role, _ operations: Operations
  ) async throws -> Account {
    let first = name.split(separator: " ").first.map(String.init) ?? ""
    return try await operations.openAccount(
      email: "\(first.lowercased())@vigie.example", name: name, role: role, by: agent
    ).account
  }
}
