import Foundation
@testable import Maintenance
import Register
@testable import Store
import TestSupport
import Testing

struct ErasingTests {
  private let actor = Actor(side: .provider, name: "Ana")
  private let instant = Instant(milliseconds: 1_795_424_500_000)

  /// Probes are of the kind `ticket`, which the product's own projections do not replay here.
  private func erase(_ database: Database, _ words: String) async throws -> [Erasure.Part] {
    let redaction = try #require(Redaction(words: [words]))
    return try await database.write { transaction in
      let found = try transaction.reader.parts(of: ID(number: 3), holding: redaction)
      let erasure = Subject(
        kind: .erasure, id: 90 + Int64(found.count), agreement: ID(number: 3))
      try transaction.erase(
        found, ground: "Demande", as: erasure, by: actor, at: instant, replaying: [Probe.self])
      return found
    }
  }

  @Test(arguments: Engine.available)
  func `the part alone changes, proofs stand, and a backup carries what is left of it`(
    _ engine: Engine
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-erasing-\(UInt64.random(in: .min ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (set, key) = (BackupFolder(path: folder.path), BackupKey())
    try await engine.withProbes { database in
      let probe = try await database.save(Probe.started("A"))
      let noted = try await database.save(probe.noted("vu avec Louise Michel", "rien"))
      _ = try await database.backUp(to: set, for: key.recipient, at: instant)
      let before = try await database.read { try $0.connection.headers() }
      let found = try await erase(database, "LOUISE")
      #expect(found.map(\.n) == [1])
      try await #expect(database.read { try $0.connection.headers() }.prefix(3) == before[...])
      try await #expect(database.verify([Probe.self]).differences == [])
      _ = try await database.save(noted.noted("encore Louise"))
      _ = try await erase(database, "louise")
      try await #expect(database.verify([Probe.self]).differences == [])
      _ = try await database.backUp(to: set, for: key.recipient, at: instant)
    }
    try await engine.withLocation { location in
      _ = try await Database.restore(
        from: set, with: key, signedBy: [], to: location, Schema.migrations + [M9001Probe()],
        [Probe.self])
      try await location.withProbes { database in
        try await #expect(database.verify([Probe.self]).differences == [])
        let facts = try await database.read { try $0.facts(of: .ticket, 7) }
        #expect(facts.map { $0.body["note"]?.text } == [nil, "[effacé]", "rien", "[effacé]"])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a part that was changed, or given back, or erased without an entry is named`(
    _ engine: Engine
  ) async throws {
    let changes = [
      ("UPDATE part SET plain = salt WHERE erased_by IS NOT NULL", true),
      ("UPDATE part SET erased_by = NULL WHERE erased_by IS NOT NULL", true),
      // In the shape of an erasure: what tells it from one is the entry.
      (
        """
        UPDATE part SET erased_by = 3, salt = (SELECT salt FROM part WHERE erased_by = 3)
        WHERE pos = 2 AND name = 'body'
        """, false
      ),
    ]
    for (statement, isRefused) in changes {
      try await engine.withProbes { database in
        let probe = try await database.save(Probe.started("A"))
        _ = try await database.save(probe.noted("vu avec Louise Michel", "rien"))
        _ = try await erase(database, "Louise")
        if isRefused {
          await #expect(throws: StoreFault.self) {
            try await database.driver.write { try $0.execute(statement, []) }
          }
        }
        try await database.disarm()
        try await database.run([statement])
        try await #expect(!database.verify([Probe.self]).isSound, "\(statement)")
      }
    }
  }
}

extension Connection {
  fileprivate func headers() throws -> [[UInt8]] {
    try rows("SELECT header FROM entry ORDER BY pos", []) { $0.blob(0) }
  }
}
