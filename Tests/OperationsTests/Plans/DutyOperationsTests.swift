import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

struct DutyOperationsTests {
  private static let actor = Actor(side: .provider, name: "Lina Roche")
  private static let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let actor = DutyOperationsTests.actor

  /// The example contract, in force since October, with the days of its duties around November.
  private func run(
    _ engine: Engine, _ body: (Operations, ID<Agreement>, DutyReading) async throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { Self.now }, chance: { UInt32.random(in: 0 ... .max) })
      let text = try Project.example()
      let early = operations.at(Self.now + -30 * 86_400)
      guard case .kept(let id, _) = try await early.receive(text: text, by: actor)
      else { throw Missing.agreement }
      try await early.recordBothSignatures(id, by: actor)
      try await body(
        operations, id, try await operations.duties(of: id, ahead: 400, limit: 500))
    }
  }

  private func first(
    _ standing: DutyState.Standing, _ reading: DutyReading
  ) throws -> Duty {
    try #require(
      reading.states.first { $0.standing == standing && !$0.duty.kind.isOnlyDate }?.duty)
  }

  @Test(arguments: Engine.available)
  func `a late duty is done with its proof, once, and stays so after replay`(
    _ engine: Engine
  ) async throws {
    try await run(engine) { operations, id, reading in
      let duty = try first(.late, reading)
      let settled = try await operations.settle(
        duty.key, under: id, by: actor, .done(note: "Vu avec le client", entry: 0))
      #expect(settled.proof?.kind == "agreement.drafted")
      #expect(settled.clause == duty.clause && settled.number == duty.number)
      let after = try await operations.duties(of: id, ahead: 400, limit: 500)
      let state = try #require(after.states.first { $0.duty == duty })
      #expect(state.standing == .done)
      #expect(state.settlement == settled)
      await #expect(throws: DutyRefusal.alreadySettled) {
        try await operations.settle(duty.key, under: id, by: actor, .waived(reason: "trop tard"))
      }
      let report = try await operations.verify()
      #expect(report.isSound, "\(report.differences)")
    }
  }

  @Test(arguments: Engine.available)
  func `a duty is waived with its reason, and leaves the list of what is open`(
    _ engine: Engine
  ) async throws {
    try await run(engine) { operations, id, reading in
      let duty = try first(.due, reading)
      let open = try await operations.openDuties(of: nil, ahead: 400, limit: 500)
      #expect(open.contains { $0.state.duty == duty && $0.agreement == id })
      try await operations.settle(duty.key, under: id, by: actor, .waived(reason: "Sans objet"))
      let left = try await operations.openDuties(of: nil, ahead: 400, limit: 500)
      #expect(left.count == open.count - 1)
      #expect(left.map(\.state.duty.key) == left.map(\.state.duty.key).sorted())
      let client = try await operations.openDuties(of: .client, ahead: 400, limit: 500)
      #expect(!client.isEmpty)
      #expect(client.allSatisfy { $0.state.duty.bearer != .provider })
    }
  }

  @Test func `what the contract does not ask for, and an entry that is not there, are refused`()
    async throws
  {
    try await run(.sqlite) { operations, id, reading in
      let duty = try first(.late, reading)
      let other = DutyKey(due: duty.due, kind: .committee, item: "inconnu")
      await #expect(throws: DutyRefusal.unknownDuty) {
        try await operations.settle(other, under: id, by: actor, .waived(reason: "x"))
      }
      await #expect(throws: DutyRefusal.unknownEntry) {
        try await operations.settle(duty.key, under: id, by: actor, .done(note: "", entry: 99))
      }
      await #expect(throws: DutyRefusal.noProof) {
        try await operations.settle(duty.key, under: id, by: actor, .done(note: "", entry: nil))
      }
    }
  }
}
