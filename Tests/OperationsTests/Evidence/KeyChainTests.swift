import Foundation
import Maintenance
import Operations
import Store
import TestSupport
import Testing

/// Evidence files of a register whose key was changed.
@Suite(.serialized)
struct KeyChainTests {
  private let agent = Actor(side: .provider, name: "Lina Roche")
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)

  private func file(
    _ location: Location, _ keyFile: String, of agreement: ID<Agreement>? = nil
  ) async throws -> (file: [UInt8], key: String, agreement: ID<Agreement>) {
    let database = try await Database.open(location, keyFile: keyFile)
    let operations = Operations(
      database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) })
    let id =
      if let agreement { agreement } else {
        try await operations.exampleInForce(before: now, by: agent).id
      }
    let file = try #require(try await operations.evidenceFile(of: id))
    let key = try #require(try await database.read { try $0.publicKey() })
    try await database.close()
    return (file, key, id)
  }

  @Test(arguments: Engine.available)
  func `a paper with the first key verifies after two rotations, and not after a revocation`(
    _ engine: Engine
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-chain-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let keyFile = folder.appending(path: "register.key").path
    try await engine.withLocation { location in
      let first = try await file(location, keyFile)
      for _ in 1...2 {
        _ = try await Database.changeKey(
          at: location, keyFile: keyFile, reason: "départ", by: agent, at: now)
      }
      let third = try await file(location, keyFile, of: first.agreement)
      #expect(third.key != first.key)
      for key in [first.key, third.key] {
        try #expect(verdict(on: third.file, key, in: folder).hasPrefix("0 VÉRIFIÉ"))
      }
      try #expect(verdict(on: first.file, third.key, in: folder).hasPrefix("1 REFUSÉ"))
      _ = try await Database.changeKey(
        at: location, keyFile: keyFile, revoking: 4, reason: "volée", by: agent, at: now)
      let last = try await file(location, keyFile, of: first.agreement)
      try #expect(verdict(on: last.file, last.key, in: folder).hasPrefix("0 VÉRIFIÉ"))
      try #expect(verdict(on: last.file, third.key, in: folder).hasPrefix("1 REFUSÉ"))
    }
    try FileManager.default.removeItem(at: folder)
  }
}
