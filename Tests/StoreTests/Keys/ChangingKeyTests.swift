import Foundation
import Maintenance
import Register
@testable import Store
import TestSupport
import Testing

struct ChangingKeyTests {
  private static let at = Instant(milliseconds: 1_795_424_400_123)
  private let actor = Actor(side: .provider, name: "Ana")
  private let migrations = Schema.migrations + [M9001Probe()]

  private func withPlaces(
    _ engine: Engine, _ body: (Location, _ keyFile: String) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-keys-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try await engine.withLocation { try await body($0, folder.appending(path: "key").path) }
    try FileManager.default.removeItem(at: folder)
  }

  private func opened<Result>(
    _ location: Location, _ file: String, _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let database = try await Database.open(location, migrations: migrations, keyFile: file)
    let outcome: Swift.Result<Result, any Error>
    do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
    try await database.close()
    return try outcome.get()
  }

  private func change(
    _ location: Location, _ file: String, revoking trusted: Int64? = nil
  ) async throws -> String {
    try await Database.changeKey(
      at: location, migrations: migrations, keyFile: file, revoking: trusted, reason: "départ",
      by: actor, at: Self.at)
  }

  private func begin(_ location: Location, _ file: String) async throws -> VerifyingKey {
    try await opened(location, file) { database in
      _ = try await database.save(Probe.started("A"))
      return try #require(database.signer).verifying
    }
  }

  @Test(arguments: Engine.available)
  func `a new key signs, the old one vouches for it, and everything verifies`(
    _ engine: Engine
  ) async throws {
    try await withPlaces(engine) { location, file in
      let old = try await begin(location, file)
      let new = try await change(location, file)
      try await opened(location, file) { database in
        #expect(database.rollback == nil)
        let text = try #require(try await database.checkpoint(of: ID<Agreement>(number: 3)))
        let key = try #require(VerifyingKey(text: new))
        #expect(Checkpoint(reading: text, signedBy: key) != nil)
        #expect(Checkpoint(reading: text, signedBy: old) == nil)
        let changes = try await database.read { try $0.keyChanges() }
        #expect(changes.map(\.to) == [new])
        #expect(old.successor(in: changes.first?.endorsement ?? "") == key)
        #expect(key.successor(in: changes.first?.endorsement ?? "") == nil)
        _ = try await database.save(Probe.started("B", id: 8))
        try await #expect(database.verify([Probe.self]).differences == [])
      }
      #expect(!FileManager.default.fileExists(atPath: file + ".new"))
    }
  }

  @Test(arguments: Engine.available)
  func `a revoked key names nobody, and an epoch begins`(_ engine: Engine) async throws {
    try await withPlaces(engine) { location, file in
      _ = try await begin(location, file)
      _ = try await change(location, file, revoking: 1)
      try await opened(location, file) { database in
        let change = try #require(try await database.read { try $0.keyChanges() }.first)
        #expect(change.isRevocation)
        #expect(change.trusted == 1)
        #expect(change.endorsement == nil)
        let checkpoint = try #require(try await database.globalCheckpoint())
        #expect(checkpoint.split(separator: "\n")[0].hasSuffix("/g/2"))
        _ = try await database.save(Probe.started("B", id: 8, agreement: 4))
        try await #expect(database.verify([Probe.self]).differences == [])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a change that was interrupted is ended by the next opening, or begun again`(
    _ engine: Engine
  ) async throws {
    try await withPlaces(engine) { location, file in
      let old = try await begin(location, file)
      let secret = try Data(contentsOf: URL(filePath: file))
      // Before the entry: a key waits, which nobody knows.
      let waiting = SigningKey(name: old.name)
      try KeyFile(path: file + ".new").create(waiting)
      try await opened(location, file) { #expect($0.signer?.verifying == old) }
      let new = try await change(location, file)
      #expect(new == waiting.verifying.description)
      // After the entry, before the file's new name.
      try FileManager.default.moveItem(atPath: file, toPath: file + ".new")
      try secret.write(to: URL(filePath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      try await opened(location, file) { #expect($0.signer?.verifying.description == new) }
      #expect(!FileManager.default.fileExists(atPath: file + ".new"))
    }
  }

  @Test(arguments: Engine.available)
  func `a key put in the table without an entry is a difference`(_ engine: Engine) async throws {
    try await withPlaces(engine) { location, file in
      let old = try await begin(location, file)
      try await opened(location, file) { database in
        let forged = SigningKey(name: old.name).verifying
        try await database.write { transaction in
          try RegisterKeys.keep(forged, number: 2, since: 1, on: transaction.connection)
        }
        let place = Difference.Place.row(table: "register_key", id: 2)
        try await #expect(
          database.verify([Probe.self]).differences
            == [Difference(place: place, column: "", reason: .unexpected)])
        try await #expect(database.globalCheckpoint() == nil)
      }
    }
  }

  @Test func `a copy from before the key is noticed, and goes on once its loss is declared`()
    async throws
  {
    try await withPlaces(.sqlite) { location, file in
      guard case .sqlite(let path) = location else { return }
      _ = try await begin(location, file)
      let disk = FileManager.default
      let ends = ["", "-wal"].filter { disk.fileExists(atPath: path + $0) }
      for end in ends { try disk.copyItem(atPath: path + end, toPath: path + end + ".copy") }
      let new = try await change(location, file)
      for end in ["", "-wal", "-shm"] where disk.fileExists(atPath: path + end) {
        try disk.removeItem(atPath: path + end)
      }
      for end in ends { try disk.moveItem(atPath: path + end + ".copy", toPath: path + end) }
      try await opened(location, file) { database in
        #expect(database.rollback?.found == 1)
        _ = try await database.declareLoss(reason: "disque", by: actor, at: Self.at)
        let key = try await database.read { try $0.publicKey() }
        #expect(key == new)
        try await #expect(database.verify([Probe.self]).differences == [])
      }
    }
  }
}
