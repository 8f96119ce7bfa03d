import Foundation
import Glibc
@testable import Maintenance
@testable import Register
@testable import Store
import TestSupport
import Testing

struct BackupCheckTests {
  private let key = BackupKey()
  private let instant = Instant(milliseconds: 1_795_424_400_123)

  private func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-check-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
  }

  /// The word of a restoration of all that the database holds now.
  private func check(_ database: Database, at instant: Instant) async throws -> BackupCheck {
    let head = try #require(
      try await database.read { try LogRow.global(on: $0.connection)?.head })
    var check = BackupCheck(at: instant)
    check.note(RestoreReport(segments: 2, entries: head.size, at: instant.iso, head: head))
    return check
  }

  private func standing(_ database: Database) async throws -> BackupStanding {
    try await database.read { try $0.backupStanding() }
  }

  @Test func `only the holder of the secret is believed, whatever byte changes`() throws {
    var check = BackupCheck(at: instant)
    check.fault = String(repeating: "é", count: 2000)
    let note = try check.note(signedBy: key)
    let read = try #require(BackupCheck(reading: note, for: key.recipient))
    #expect(read.at == instant)
    #expect(read.fault.utf8.count == 1000)
    #expect(BackupCheck(reading: note, for: BackupKey().recipient) == nil)
    let bytes = Array(note.utf8)
    for index in bytes.indices {
      var altered = bytes
      altered[index] ^= 1
      #expect(
        BackupCheck(reading: String(decoding: altered, as: UTF8.self), for: key.recipient) == nil)
    }
  }

  @Test func `a recipient of the first form seals, and believes no restoration`() throws {
    let text = key.recipient.description.dropFirst("diligence-backup-2:".count)
    let bytes = try #require(Base64.bytes(text)).prefix(32)
    let first = try #require(
      BackupRecipient(text: "diligence-backup-1:" + Base64.text(Array(bytes))))
    #expect(first.checker == nil)
    #expect(BackupRecipient(text: first.description)?.description == first.description)
    let note = try BackupCheck(at: instant).note(signedBy: key)
    #expect(BackupCheck(reading: note, for: first) == nil)
    let second = try #require(BackupRecipient(text: key.recipient.description))
    #expect(BackupCheck(reading: note, for: second) != nil)
    #expect(BackupRecipient(text: String(key.recipient.description.dropLast(8))) == nil)
  }

  @Test(arguments: Engine.available)
  func `a restoration is recorded once, and says what it has not shown`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      _ = try await database.save(Probe.started("A"))
      let check = try await check(database, at: instant)
      let note = try check.note(signedBy: key)
      try await #expect(standing(database).oldestUnproven != nil)
      try await #expect(database.record(check, note: note, at: instant + 60))
      try await #expect(!database.record(check, note: note, at: instant + 120))
      let standing = try await standing(database)
      #expect(standing.last == standing.lastRestored)
      #expect(standing.last?.check == check)
      #expect(standing.last?.isRestored == true)
      // The entry that tells of it is itself in no restored backup yet.
      #expect(standing.oldestUnproven == instant + 60)
      try await #expect(database.verify([Probe.self]).isSound)
    }
  }

  @Test(arguments: Engine.available)
  func `what fails, differs or is another register's is recorded as a failure`(
    _ engine: Engine
  ) async throws {
    try await engine.withProbes { database in
      _ = try await database.save(Probe.started("A"))
      let good = try await check(database, at: instant)
      _ = try await database.record(good, note: "", at: instant)
      var harms: [BackupCheck] = Array(repeating: good, count: 5)
      harms[0].fault = "altéré"
      harms[1].differences = 1
      harms[2].root = String(good.root.reversed())
      harms[3].origin = "ailleurs/g/1"
      harms[4].entries += 50
      for (index, harm) in harms.enumerated() {
        var harm = harm
        harm.at = instant + 60 * (index + 1)
        try await #expect(database.record(harm, note: "", at: harm.at))
        let standing = try await standing(database)
        #expect(standing.last?.check == harm)
        #expect(standing.last?.isRestored == false)
        #expect(standing.lastRestored?.check == good)
      }
    }
  }

  @Test func `a file that another user might leave to harm the service is refused`() async throws {
    try await withFolder { folder in
      let file = CheckFile(path: folder + "/check.note")
      #expect(try file.read() == nil)
      try file.write("un")
      try file.write("deux")
      #expect(try file.read() == "deux")
      #expect(throws: BackupFault.self) {
        try BackupWatch(recipient: key.recipient, file: file).read()
      }
      try Data(repeating: 65, count: 16_385).write(to: URL(filePath: file.path))
      #expect(throws: BackupFault.self) { try file.read() }
      unlink(file.path)
      #expect(mkfifo(file.path, 0o600) == 0)
      #expect(throws: BackupFault.self) { try file.read() }
      unlink(file.path)
      #expect(symlink("/etc/passwd", file.path) == 0)
      #expect(throws: BackupFault.self) { try file.read() }
    }
  }
}
