import Foundation
import Maintenance
@testable import Store
import Synchronization
import TestSupport
import Testing

@Suite(.enabled(if: Engine.available.contains(.postgres)))
struct PostgresDriverTests {
  private static let ending = "SELECT pg_terminate_backend(pg_backend_pid())"

  @Test func `every commit waits for the disk, whatever the address asks`() async throws {
    try await Engine.postgres.withLocation { location in
      guard case .postgres(let url) = location else { return }
      let hasty = Location.postgres(url: url + "%20-csynchronous_commit%3Doff")
      try await hasty.withProbes { database in
        let setting = try await database.read { reader in
          try reader.connection.rows("SHOW synchronous_commit", []) { $0.text(0) }
        }
        #expect(setting == ["on"])
      }
    }
  }

  private final class Done: Sendable {
    let isSet = Mutex(false)
  }

  @Test func `those of two schemas of one database do not wait for each other`() async throws {
    try await Engine.postgres.withLocation { first in
      try await Engine.postgres.withLocation { second in
        let busy = try await Database.open(first)
        let done = Done()
        // No lock is waited for as long as this.
        let isFree = try await busy.write { _ in
          Task {
            try await Database.open(second).close()
            done.isSet.withLock { $0 = true }
          }
          let until = ContinuousClock.now + .seconds(40)
          while !done.isSet.withLock({ $0 }), ContinuousClock.now < until { usleep(20_000) }
          return done.isSet.withLock { $0 }
        }
        #expect(isFree)
        try await busy.close()
      }
    }
  }

  @Test func `an act whose connection dies is undone, and the next one works`() async throws {
    try await Engine.postgres.withProbes { database in
      let change = try Probe.started("A")
      await #expect {
        try await database.write { transaction in
          try transaction.save(change)
          _ = try transaction.connection.rows(Self.ending, []) { $0.integer(0) }
        }
      } throws: { error in
        guard case StoreFault.connectionLost = error else { return false }
        return true
      }
      let facts = try await database.read { try $0.facts(of: .ticket, 7) }
      #expect(facts.isEmpty)
      try await database.save(change)
      let verification = try await database.verify([Probe.self])
      #expect(verification.isSound)
      #expect(verification.entries == 1)
    }
  }

  @Test func `an act whose connection dies in the commit is said to be uncertain`() async throws {
    try await Engine.postgres.withProbes { database in
      try await database.run([
        """
        CREATE FUNCTION ending() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$
        """,
        """
        CREATE CONSTRAINT TRIGGER ending AFTER INSERT ON probe DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION ending()
        """,
      ])
      let change = try Probe.started("A")
      await #expect {
        try await database.save(change)
      } throws: { error in
        guard case StoreFault.outcomeUnknown = error else { return false }
        return true
      }
      let verification = try await database.verify([Probe.self])
      #expect(verification.isSound)
      #expect(verification.entries == 0)
    }
  }

  @Test func `connections that died while idle are replaced without a word`() async throws {
    try await Engine.postgres.withLocation { location in
      guard case .postgres(let url) = location else { return }
      let name = "idle\(UInt32.random(in: 0 ... .max))"
      try await Location.postgres(url: "\(url)&application_name=\(name)").withProbes { database in
        try await database.save(Probe.started("A"))
        try await location.withProbes { other in
          let ended = try await other.write { transaction in
            try transaction.connection.rows(
              """
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1
              """, [.text(name)]
            ) { $0.integer(0) }
          }
          #expect(!ended.isEmpty)
        }
        for _ in 0..<8 {
          let facts = try await database.read { try $0.facts(of: .ticket, 7) }
          #expect(facts.count == 1)
        }
      }
    }
  }

  @Test func `of two that wait for each other one gives way, and both are done`() async throws {
    try await Engine.postgres.withProbes { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (id, order) in [(Int64(1), [Int64(3), 4]), (2, [4, 3])] {
          group.addTask {
            try await database.write { transaction in
              try transaction.lock(ID<Agreement>(number: order[0]))
              Thread.sleep(forTimeInterval: 0.2)
              try transaction.lock(ID<Agreement>(number: order[1]))
              try transaction.save(Probe.started("\(id)", id: id))
            }
          }
        }
        try await group.waitForAll()
      }
      let verification = try await database.verify([Probe.self])
      #expect(verification.states == 2)
    }
  }

  @Test func `a server that does not answer is named without the password`() async throws {
    await #expect {
      try await Database.open(Location("postgres://ana:secret@127.0.0.1:1/diligence"))
    } throws: { error in
      guard case StoreFault.unreachable(let server, let reason) = error else { return false }
      return server == "postgres://ana@127.0.0.1:1/diligence" && !reason.contains("secret")
    }
  }
}
