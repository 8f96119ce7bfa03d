import Foundation
import Maintenance
import Operations
import Store
import Synchronization
import TestSupport
import Testing

@Suite(.serialized)
struct StampOperationsTests {
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let agent = Actor(side: .provider, name: "Lina Roche")

  private func withStamping(
    _ engine: Engine,
    _ body: (Operations, LocalAuthority, _ keyed: ID<Agreement>) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-stamps-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let authority = LocalAuthority(in: folder)
    try await engine.withLocation { location in
      let database = try await Database.open(
        location, keyFile: folder.appending(path: "register.key").path)
      let operations = Operations(
        database: database, now: { [now] in now }, chance: { UInt32.random(in: 0 ... .max) },
        authority: authority.asked)
      let early = operations.at(now + -30 * 86_400)
      guard case .kept(let id, _) = try await early.receive(text: Project.example(), by: agent)
      else { throw Missing.agreement }
      _ = try await early.recordBothSignatures(id, by: agent)
      try await body(operations, authority, id)
      try await database.close()
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test(arguments: Engine.available)
  func `openssl accepts the stamp kept with a head, and not on another head`(
    _ engine: Engine
  ) async throws {
    try await withStamping(engine) { operations, authority, id in
      let global = try stamped(try await operations.stamp())
      let own = try stamped(try await operations.stamp(of: id))
      for (stamp, other) in [(global, own), (own, global)] {
        #expect(try authority.accepts(stamp.reply, on: Array(stamp.checkpoint.utf8)))
        #expect(try !authority.accepts(stamp.reply, on: Array(other.checkpoint.utf8)))
        var altered = stamp.reply
        altered[altered.count - 20] ^= 1
        #expect(try !authority.accepts(altered, on: Array(stamp.checkpoint.utf8)))
      }
      // Asked again, the same head keeps the stamp that it has.
      #expect(try stamped(try await operations.stamp(of: id)) == own)
      #expect(try await operations.registerStamps().last == global)
      #expect(try await operations.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `an authority that is down leaves a head waiting, and stamps it once it is back`(
    _ engine: Engine
  ) async throws {
    try await withStamping(engine) { operations, authority, _ in
      authority.mode.withLock { $0 = "down" }
      #expect(await operations.runSchedule() == [])
      var stamps = try await operations.registerStamps()
      #expect(stamps.waiting == 1 && stamps.last == nil && !stamps.isLate)
      #expect(stamps.oldest?.fault == "no route to host")
      // Not tried again before its pause is over; then after longer and longer ones.
      for (seconds, attempts) in [(30, 1), (61, 2), (120, 2), (190, 3), (3000, 4)] {
        _ = await operations.at(now + seconds).runSchedule()
        stamps = try await operations.registerStamps()
        #expect(stamps.oldest?.attempts == attempts, "after \(seconds) s")
      }
      let later = operations.at(now + 86_401)
      try await #expect(later.registerStamps().isLate)
      // The next day's head is the same one: it is not asked for twice.
      authority.mode.withLock { $0 = "ts" }
      #expect(await later.runSchedule() == [])
      let after = try await later.registerStamps()
      #expect(after.waiting == 0 && !after.isLate)
      let stamp = try #require(after.last)
      #expect(try authority.accepts(stamp.reply, on: Array(stamp.checkpoint.utf8)))
    }
  }

  @Test(arguments: [
    ("nonce", "another request"), ("imprint", "other bytes"), ("refuse", "refused (status 2)"),
    ("garbage", "not a time-stamp response"),
  ])
  func `a wrong answer is refused with its reason`(_ mode: String, _ reason: String) async throws {
    try await withStamping(.sqlite) { operations, authority, id in
      authority.mode.withLock { $0 = mode }
      guard case .waiting(let waiting)? = try await operations.stamp(of: id) else {
        Issue.record("\(mode) was accepted")
        return
      }
      #expect(waiting.fault.contains(reason), "\(waiting.fault)")
      try await #expect(operations.registerStamps().last == nil)
      authority.mode.withLock { $0 = "ts" }
      _ = try stamped(try await operations.stamp(of: id))
    }
  }

  @Test func `the evidence file carries the stamp on its own checkpoint`() async throws {
    try await withStamping(.sqlite) { operations, authority, id in
      let file = try #require(try await operations.evidenceFile(of: id))
      let zip = authority.folder.appending(path: "a.zip")
      try Data(file).write(to: zip)
      let (checkpoint, stamp) = (try entry("checkpoint", zip), try entry("checkpoint.tsr", zip))
      #expect(try authority.accepts(stamp, on: checkpoint))
      #expect(try await operations.evidenceFile(of: id) == file)
    }
  }

  private func stamped(_ standing: StampStanding?) throws -> TimeStamp {
    guard case .stamped(let stamp)? = standing else { throw Missing.version }
    return stamp
  }

  private func entry(_ name: String, _ zip: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
      zip.path, name,
    ]
    let said = Pipe()
    process.standardOutput = said
    try process.run()
    let bytes = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(bytes)
  }
}
