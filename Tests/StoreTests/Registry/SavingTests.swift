import Maintenance
import Store
import TestSupport
import Testing

struct SavingTests {
  @Test(arguments: Engine.available)
  func `a saved change is read back as its facts, its row and its entries`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      let started = try Probe.started("à l’œuvre 100 %")
      let noted = try started.state.noted("un", "deux")
      try await database.write { transaction in
        try transaction.save(started)
        try transaction.save(noted)
      }
      let (facts, entries, head) = try await database.read { reader in
        (
          try reader.facts(of: .ticket, 7),
          try reader.entries(agreement: ID(number: 3), limit: 10),
          try reader.head(of: ID(number: 3))
        )
      }
      #expect(facts == started.facts + noted.facts)
      #expect(try Probe(replaying: facts) == noted.state)
      #expect(entries.map(\.n) == [2, 1, 0])
      #expect(entries.map(\.kind) == ["probe.noted", "probe.noted", "probe.started"])
      #expect(entries.first?.actor == Probe.actor)
      #expect(entries.first?.root == head?.root)
      #expect(head?.size == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `a page of entries starts below the one asked for`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      let probe = try await database.save(Probe.started("A"))
      try await database.save(probe.noted("1", "2", "3", "4", "5"))
      let page = try await database.read {
        try $0.entries(agreement: ID(number: 3), before: 4, limit: 2)
      }
      #expect(page.map(\.n) == [3, 2])
    }
  }

  @Test(arguments: Engine.available)
  func `what is thrown in a transaction leaves nothing behind`(_ engine: Engine) async throws {
    struct Stop: Error {}
    try await engine.withProbes { database in
      let change = try Probe.started("A")
      await #expect(throws: Stop.self) {
        try await database.write { transaction in
          try transaction.save(change)
          throw Stop()
        }
      }
      let (facts, head) = try await database.read { reader in
        (try reader.facts(of: .ticket, 7), try reader.head(of: ID(number: 3)))
      }
      #expect(facts.isEmpty)
      #expect(head == nil)
      try await database.save(change)
    }
  }

  @Test(arguments: Engine.available)
  func `a fault that the body swallows still undoes the transaction`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      try await database.save(Probe.started("A"))
      let other = try Probe.started("B", id: 8)
      let same = try Probe.started("A", id: 9)
      await #expect {
        try await database.write { transaction in
          try transaction.save(other)
          do { try transaction.save(same) } catch is StoreFault {}
        }
      } throws: { error in
        guard case StoreFault.conflict = error else { return false }
        return true
      }
      #expect(try await database.read { try $0.facts(of: .ticket, 8) }.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `of those who change one state at once, one wins and the others are told`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      let probe = try await database.save(Probe.started("A"))
      let outcomes = await withTaskGroup(of: StoreFault?.self) { group in
        for index in 0..<8 {
          group.addTask {
            do {
              try await database.save(probe.noted("\(index)"))
              return nil
            } catch {
              return error as? StoreFault
            }
          }
        }
        return await group.reduce(into: [StoreFault?]()) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == nil } == 1)
      #expect(outcomes.count { $0 == .staleVersion(table: "probe", id: 7) } == 7)
      #expect(try await database.read { try $0.facts(of: .ticket, 7) }.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `many who write on many agreements at once leave one unbroken order`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in Int64(1)...12 {
          group.addTask {
            let agreement = number % 4 + 1
            var probe = try await database.save(
              Probe.started("\(number)", id: number, agreement: agreement))
            for note in 1...4 {
              probe = try await database.save(probe.noted("\(note)", agreement: agreement))
            }
          }
        }
        try await group.waitForAll()
      }
      var places: [Int64] = []
      for number in Int64(1)...4 {
        let entries = try await database.read {
          try $0.entries(agreement: ID(number: number), limit: 100)
        }
        #expect(entries.map(\.n) == (0..<15).reversed())
        places += entries.map(\.pos)
      }
      #expect(places.sorted() == Array(0..<60))
    }
  }

  @Test(arguments: Engine.available)
  func `a text with a NUL character is refused`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      let change = try Probe.started("A\u{0}")
      await #expect(throws: StoreFault.unstorable(reason: "a text with a NUL character")) {
        try await database.save(change)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a contract's text is kept under the digest of its bytes`(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      let source = Array("à la lettre\u{0}".utf8) + [0xFF]
      let sha256 = try await database.write { transaction in
        _ = try transaction.keep(contractText: source)
        return try transaction.keep(contractText: source)
      }
      let (kept, missing) = try await database.read { reader in
        (try reader.contractText(sha256: sha256), try reader.contractText(sha256: "0"))
      }
      #expect(kept == source)
      #expect(missing == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `two who lock one agreement go one after the other`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await database.write { transaction in
              try transaction.lock(ID<Agreement>(number: 3))
              let next =
                try transaction.reader.entries(agreement: ID(number: 3), limit: 1)
                .first.map { $0.n + 1 } ?? 0
              try transaction.save(Probe.started("\(next)", id: next))
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await database.read { try $0.head(of: ID(number: 3)) }?.size == 8)
    }
  }
}
