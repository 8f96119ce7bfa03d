import Foundation
import Testing

struct BackupCommandTests {
  @Test func `what was served is restored elsewhere, verified, and moved to another database`()
    throws
  {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let segments = folder.appending(path: "segments").path
      let secret = folder.appending(path: "secret").path
      let made = try Command("backup", "key", secret).outcome()
      #expect(made.status == 0)
      let recipient = made.output.trimmingCharacters(in: .newlines)
      #expect(try Command("backup", "key", secret).outcome().status == 2)

      let server = try Command(
        "serve", "--demo", "--database", path, "--port", "0", "--backup-folder", segments,
        "--backup-recipient", recipient, "--backup-every", "1")
      #expect(server.says("http://127.0.0.1:"))
      // The first round comes while the service runs; the one after it ends finds nothing new.
      let first = segments + "/000001.segment"
      for _ in 0..<100 where !FileManager.default.fileExists(atPath: first) {
        Thread.sleep(forTimeInterval: 0.1)
      }
      #expect(FileManager.default.fileExists(atPath: first))
      let added = [
        "backup", "add", "--database", path, "--folder", segments, "--recipient", recipient,
      ]
      #expect(try Command(added).outcome().output.contains("Rien de nouveau"))
      server.process.terminate()
      #expect(try server.outcome().status == 0)

      let registerKey = try Command("register", "key", "--database", path).outcome().output
      let opening = [
        "--folder", segments, "--backup-key", secret, "--register-key",
        registerKey.trimmingCharacters(in: .newlines),
      ]
      let checked = try Command(["backup", "check"] + opening).outcome()
      #expect(checked.status == 0)
      #expect(checked.output.contains("tout concorde"))
      let copy = folder.appending(path: "b.db").path
      #expect(try Command(["restore", "--database", copy] + opening).outcome().status == 0)
      #expect(try Command(["restore", "--database", copy] + opening).outcome().status == 2)
      #expect(try heads(path, in: folder) == heads(copy, in: folder))

      let moved = folder.appending(path: "c.db").path
      let outcome = try Command("move", "--database", path, "--to", moved).outcome()
      #expect(outcome.status == 0)
      #expect(try heads(path, in: folder) == heads(moved, in: folder))
      #expect(try !Data(contentsOf: URL(filePath: first)).contains("Besson".utf8))
    }
  }

  @Test func `an altered segment and a wrong recipient are named`() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let segments = folder.appending(path: "segments").path
      let secret = folder.appending(path: "secret").path
      let recipient = try Command("backup", "key", secret).outcome().output
      #expect(try Command("register", "key", "--database", path).outcome().status == 0)
      let wrong = try Command(
        "backup", "add", "--database", path, "--folder", segments, "--recipient", "personne"
      ).outcome()
      #expect(wrong.status == 2)
      #expect(wrong.complaint.contains("« personne »"))
      let added = try Command(
        "backup", "add", "--database", path, "--folder", segments, "--recipient",
        recipient.trimmingCharacters(in: .newlines)
      ).outcome()
      #expect(added.status == 0)
      let listed = try Command("backup", "list", "--folder", segments).outcome()
      #expect(listed.output.hasPrefix("1\t"))
      let segment = segments + "/000001.segment"
      var bytes = try Data(contentsOf: URL(filePath: segment))
      bytes[bytes.count - 3] ^= 4
      try bytes.write(to: URL(filePath: segment))
      let checked = try Command(
        "backup", "check", "--folder", segments, "--backup-key", secret
      ).outcome()
      #expect(checked.status == 2)
      #expect(checked.complaint.contains("000001.segment"))
    }
  }

  /// The signed head of the register, signed anew by the first database's key.
  private func heads(_ path: String, in folder: URL) throws -> String {
    let key = folder.appending(path: "a.db.key").path
    let outcome = try Command("register", "checkpoint", "--database", path, "--key", key).outcome()
    #expect(outcome.status == 0)
    return outcome.output
  }
}
