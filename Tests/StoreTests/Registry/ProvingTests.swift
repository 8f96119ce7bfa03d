import Foundation
import Maintenance
import Register
@testable import Store
import TestSupport
import Testing

struct ProvingTests {
  private let agreement = ID<Agreement>(number: 3)

  /// A place for a database and, beside it, one for its key.
  private func withPlaces(
    _ engine: Engine, _ body: (Location, _ keyFile: String) async throws -> Void
  ) async throws {
    let key = FileManager.default.temporaryDirectory
      .appending(path: "diligence-\(UInt64.random(in: .min ... .max)).key").path
    try await engine.withLocation { try await body($0, key) }
    if FileManager.default.fileExists(atPath: key) {
      try FileManager.default.removeItem(atPath: key)
    }
  }

  private func opened<Result>(
    _ location: Location, _ keyFile: String?, _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let database = try await Database.open(
      location, migrations: Schema.migrations + [M9001Probe()], keyFile: keyFile)
    let result: Result
    do {
      result = try await body(database)
    } catch {
      try await database.close()
      throw error
    }
    try await database.close()
    return result
  }

  private func publicKey(of database: Database) async throws -> VerifyingKey {
    let text = try #require(try await database.read { try $0.publicKey() })
    return try #require(VerifyingKey(text: text))
  }

  @Test(arguments: Engine.available)
  func `each of 600 entries has a proof that the public key and the heads alone accept`(
    _ engine: Engine
  ) async throws {
    try await withPlaces(engine) { location, file in
      try await opened(location, file) { database in
        var probe = try await database.save(Probe.started("A"))
        for _ in 0..<6 {
          let state = probe
          probe = try await database.write { transaction in
            var state = state
            for _ in 0..<100 {
              let change = try state.noted("n")
              try transaction.save(change)
              state = change.state
            }
            return state
          }
        }
        let key = try await publicKey(of: database)
        for n: Int64 in [0, 1, 254, 255, 256, 257, 511, 512, 600] {
          let text = try #require(try await database.receipt(of: agreement, entry: n))
          let proof = try #require(ProofFile(reading: text, signedBy: key))
          #expect(proof.isProven)
          #expect(proof.index == n)
          #expect(proof.checkpoint.head.size == 601)
        }
        try await #expect(database.receipt(of: agreement, entry: 601) == nil)
        try await #expect(database.receipt(of: ID(number: 9), entry: 0) == nil)
        try await #expect(database.verify([Probe.self]).differences == [])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `an altered or a lost tile is found and named`(_ engine: Engine) async throws {
    try await engine.withProbes { database in
      let probe = try await database.save(Probe.started("A"))
      try await database.save(probe.noted("n", "n"))
      let noted = try probe.noted("n", "n").state
      try await database.write { transaction in
        var state = noted
        for _ in 0..<256 {
          let change = try state.noted("n")
          try transaction.save(change)
          state = change.state
        }
      }
      try await database.run(
        engine == .sqlite
          ? ["DROP TRIGGER tile_no_update", "DROP TRIGGER tile_no_delete"]
          : ["DROP TRIGGER tile_append_only ON tile"])
      let place = Difference.Place.tile(log: 3, level: 1, index: 0)
      try await database.run(["UPDATE tile SET level = 2 WHERE log = 3"])
      let moved = try await database.verify([Probe.self])
      let elsewhere = Difference.Place.tile(log: 3, level: 2, index: 0)
      #expect(moved.differences.map(\.place) == [place, elsewhere])
      try await database.run([
        "UPDATE tile SET level = 1, root = (SELECT leaf FROM entry WHERE pos = 0) WHERE log = 3"
      ])
      let altered = try await database.verify([Probe.self])
      #expect(altered.differences.map(\.place) == [place])
      #expect(altered.differences.first?.column == "root")
    }
  }

  @Test(arguments: Engine.available)
  func `the register keeps its key, and refuses to go on without it or with another`(
    _ engine: Engine
  ) async throws {
    try await withPlaces(engine) { location, file in
      let key = try await opened(location, file) { try await publicKey(of: $0) }
      let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect((permissions as? NSNumber)?.intValue == 0o600)
      try await #expect(opened(location, file) { try await publicKey(of: $0) } == key)
      let aside = file + ".aside"
      try FileManager.default.moveItem(atPath: file, toPath: aside)
      await #expect(throws: StoreFault.badKey(path: file, reason: "the file is missing")) {
        try await opened(location, file) { _ in }
      }
      #expect(!FileManager.default.fileExists(atPath: file))
      let other = SigningKey(name: key.name).secretText + "\n"
      try KeyFile(path: file).create(#require(SigningKey(text: String(other.dropLast()))))
      await #expect(throws: StoreFault.self) { try await opened(location, file) { _ in } }
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.moveItem(atPath: aside, toPath: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      await #expect(throws: StoreFault.self) { try await opened(location, file) { _ in } }
    }
  }

  @Test(arguments: Engine.available)
  func `a database without tiles gets them when it is migrated`(_ engine: Engine) async throws {
    try await engine.withLocation { location in
      let before = Schema.migrations.filter { $0.name < "M0040" }
      let old = try await Database.open(location, migrations: before)
      try await old.run(oldEntries(300, on: engine))
      try await old.close()
      let database = try await Database.open(location)
      let tiles = try await database.read { reader in
        try reader.connection.rows("SELECT log, level, i FROM tile ORDER BY log", []) {
          [$0.integer(0), $0.integer(1), $0.integer(2)]
        }
      }
      #expect(tiles == [[0, 1, 0], [3, 1, 0]])
      try await database.close()
    }
  }

  /// Entries as a release without tiles left them, as far as the migration reads them.
  private func oldEntries(_ count: Int, on engine: Engine) -> [String] {
    let digits = String(repeating: "00", count: 32)
    let hash = engine == .sqlite ? "x'\(digits)'" : "'\\x\(digits)'::bytea"
    let columns = """
      pos, log, n, kind, at_ms, subject_kind, subject, header, leaf, root_after, gleaf
      """
    return [
      "INSERT INTO log_head (log, origin, size, peaks, at_ms) VALUES (3, 'o/r/3', 0, \(hash), 0)"
    ]
      + (0..<count).map { n in
        """
        INSERT INTO entry (\(columns))
        VALUES (\(n), 3, \(n), 'k', 0, 'ticket', 7, \(hash), \(hash), \(hash), \(hash))
        """
      }
  }
}
