import Foundation
import Maintenance
import Register
@testable import Store
import TestSupport
import Testing

struct RollbackTests {
  private func withPlaces(
    _ engine: Engine, _ body: (Location, _ keyFile: String) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await engine.withLocation { try await body($0, folder.appending(path: "key").path) }
  }

  private func opened<Result>(
    _ location: Location, _ keyFile: String, _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let database = try await Database.open(
      location, migrations: Schema.migrations + [M9001Probe()], keyFile: keyFile)
    let outcome: Swift.Result<Result, any Error>
    do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
    try await database.close()
    return try outcome.get()
  }

  /// Signs a head beyond the database's, as after its older copy was put back.
  private func markAhead(of head: LogHead, by entries: Int64, _ keyFile: String) throws {
    let key = try #require(try KeyFile(path: keyFile).read())
    let ahead = LogHead(origin: head.origin, size: head.size + entries, root: .leaf([7]))
    try HighWater(path: keyFile + ".mark", signer: key).cover(ahead)
  }

  private func globalHead(of database: Database) async throws -> LogHead {
    try #require(try await database.read { try LogRow.global(on: $0.connection)?.head })
  }

  private let actor = Actor(side: .provider, name: "Ana")

  @Test(arguments: Engine.available, [0, 3] as [Int64])
  func `an older copy or another history is read but not written, until the loss is declared`(
    _ engine: Engine, _ entriesLost: Int64
  ) async throws {
    try await withPlaces(engine) { location, file in
      let head = try await opened(location, file) { database in
        let probe = try await database.save(Probe.started("A"))
        _ = try await database.save(probe.noted("un"))
        return try await globalHead(of: database)
      }
      try markAhead(of: head, by: entriesLost, file)
      let refused = StoreFault.rolledBack(signed: 2 + entriesLost, found: 2)
      try await opened(location, file) { database in
        #expect(database.rollback?.signed == 2 + entriesLost)
        await #expect(throws: refused) {
          try await database.save(Probe.started("B", id: 8))
        }
        try await #expect(database.globalCheckpoint() == nil)
        try await #expect(database.verify([Probe.self]).isSound)
      }
      try await opened(location, file) { database in
        let noticed = try await database.declareLoss(
          reason: "disque", by: actor, at: Instant(milliseconds: 1_795_424_400_123))
        #expect(noticed?.found == 2)
        _ = try await database.save(Probe.started("B", id: 8))
        _ = try await database.save(Probe.started("C", id: 9, agreement: 4))
      }
      try await opened(location, file) { database in
        #expect(database.rollback == nil)
        let facts = try await database.read { try $0.facts(of: .register, 1) }
        #expect(facts.map(\.kind) == ["register.loss-declared"])
        let checkpoint = try #require(try await database.globalCheckpoint())
        #expect(checkpoint.split(separator: "\n")[0].hasSuffix("/g/2"))
        let own = try #require(try await database.checkpoint(of: ID<Agreement>(number: 3)))
        #expect(own.split(separator: "\n")[0].hasSuffix(".2"))
        let verification = try await database.verify([Probe.self])
        #expect(verification.differences == [])
        try await #expect(
          database.declareLoss(reason: "x", by: actor, at: Instant(milliseconds: 1_795_424_400_123))
            == nil)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a loss declared in a copy that was put back in turn is noticed too`(
    _ engine: Engine
  ) async throws {
    try await withPlaces(engine) { location, file in
      let head = try await opened(location, file) { database in
        _ = try await database.save(Probe.started("A"))
        return try await globalHead(of: database)
      }
      let later = LogHead(
        origin: Epoch(number: 2).origin(after: head.origin), size: 1, root: head.root)
      try markAhead(of: later, by: 0, file)
      try await opened(location, file) { database in
        #expect(database.rollback != nil)
        _ = try await database.declareLoss(
          reason: "encore", by: actor, at: Instant(milliseconds: 1_795_424_400_123))
        try await #expect(globalHead(of: database).origin.hasSuffix("/g/3"))
        try await #expect(database.verify([Probe.self]).differences == [])
      }
    }
  }

  @Test func `a mark that another key signed is refused, and the database with it`() async throws {
    try await withPlaces(.sqlite) { location, file in
      try await opened(location, file) { _ = try await $0.save(Probe.started("A")) }
      var mark = try Data(contentsOf: URL(filePath: file + ".mark"))
      mark[mark.count - 10] ^= 1
      try mark.write(to: URL(filePath: file + ".mark"))
      await #expect(throws: StoreFault.self) { try await opened(location, file) { _ in } }
    }
  }
}
