import Foundation
import Maintenance
import Register
import TestSupport
import Testing

@testable import Store

struct AttachedFileTests {
  @Test(arguments: Engine.available)
  func `an altered or missing file is named by the verification`(_ engine: Engine) async throws {
    let changes = [
      "UPDATE part SET plain = salt WHERE name = 'file'", "DELETE FROM part WHERE name = 'file'",
    ]
    for change in changes {
      try await engine.withProbes { database in
        let started = try Probe.started("A")
        try await database.write { try $0.save(started, file: [1, 2, 3]) }
        try await #expect(database.verify([Probe.self]).differences == [])
        try await database.disarm()
        try await database.run([change])
        let found = try await database.verify([Probe.self]).differences
        #expect(found.map(\.place) == [.part(pos: 0, name: "file")], "\(change)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a backup carries it, whole`(_ engine: Engine) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-files-\(UInt64.random(in: .min ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (set, key) = (BackupFolder(path: folder.path), BackupKey())
    let bytes = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let started = try Probe.started("A")
    try await engine.withProbes { database in
      try await database.write { try $0.save(started, file: bytes) }
      _ = try await database.backUp(
        to: set, for: key.recipient, at: Instant(milliseconds: 1_795_424_500_000))
    }
    try await engine.withLocation { location in
      _ = try await Database.restore(
        from: set, with: key, signedBy: [], to: location, Schema.migrations + [M9001Probe()],
        [Probe.self])
      try await location.withProbes { database in
        try await #expect(database.verify([Probe.self]).differences == [])
        let kept = try await database.read { reader in
          try reader.connection.rows("SELECT plain FROM part WHERE name = 'file'", []) {
            $0.blob(0)
          }
        }
        #expect(kept == [bytes])
      }
    }
  }
}
