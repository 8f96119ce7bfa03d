import Maintenance
import TestSupport
import Testing

@testable import Store

struct CommandTests {
  @Test(arguments: Engine.available)
  func `twins sent at once act once, and the others learn what was changed`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      let probe = try await database.save(Probe.started("A"))
      let command = Command(identity: "one act", content: [1])
      let outcomes = await withTaskGroup(of: Result<Void, any Error>.self) { group in
        for _ in 1...8 {
          group.addTask {
            await Command.$current.withValue(command) {
              do {
                return .success(try await Self.note(on: database))
              } catch {
                return .failure(error)
              }
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let repeated = outcomes.compactMap { outcome -> RepeatedCommand? in
        guard case .failure(let error) = outcome else { return nil }
        return error as? RepeatedCommand
      }
      #expect(repeated.count == 7)
      #expect(repeated.allSatisfy { $0.subject.id == probe.id.number })
      let facts = try await database.read { try $0.facts(of: .ticket, 7) }
      #expect(facts.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `a command whose act failed may be sent again`(_ engine: Engine) async throws {
    struct Stop: Error {}
    try await engine.withProbes { database in
      let change = try Probe.started("A")
      try await Command.$current.withValue(Command(identity: "one act", content: [])) {
        await #expect(throws: Stop.self) {
          try await database.write { transaction in
            try transaction.save(change)
            throw Stop()
          }
        }
        try await database.write { try $0.save(change) }
        await #expect(throws: RepeatedCommand(subject: change.facts[0].subject)) {
          try await database.write { try $0.save(change) }
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `of many who write at once, one who fails leaves the others alone`(
    _ engine: Engine
  ) async throws {
    struct Stop: Error {}
    try await engine.withProbes { database in
      let kept = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<40 {
          group.addTask {
            do {
              try await database.write { transaction in
                _ = try transaction.keep(contractText: [
                  UInt8("\(number)".utf8.count), UInt8(number),
                ])
                if number % 4 == 0 { throw Stop() }
              }
              return true
            } catch {
              return false
            }
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(kept == 30)
      let stored = try await database.read {
        try $0.connection.rows("SELECT count(*) FROM contract_text", []) { $0.integer(0) }
      }
      #expect(stored == [30])
    }
  }

  /// Reads and changes in one transaction, as every operation does.
  private static func note(on database: Database) async throws {
    try await database.write { transaction in
      try transaction.lock(ID(number: 3))
      let facts = try transaction.reader.facts(of: .ticket, 7)
      try transaction.save(try Probe(replaying: facts).noted("B"))
    }
  }
}
