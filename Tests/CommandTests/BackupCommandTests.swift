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
      #expect(try Command("backup", "recipient", secret).outcome().output == made.output)

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

  @Test func `a restoration tried elsewhere stands in the register and on its page, sound or not`()
    throws
  {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let (segments, copy) = (
        folder.appending(path: "segments").path, folder.appending(path: "copy").path
      )
      let (secret, outcome) = (
        folder.appending(path: "secret").path, folder.appending(path: "outcome").path
      )
      let recipient = try Command("backup", "key", secret).outcome().output
        .trimmingCharacters(in: .newlines)
      #expect(try Command("register", "key", "--database", path).outcome().status == 0)
      let server = try Command(
        "serve", "--demo", "--database", path, "--port", "0", "--backup-folder", segments,
        "--backup-recipient", recipient, "--backup-every", "1", "--backup-outcome", outcome,
        "--schedule-every", "1")
      let page = try #require(server.address()) + "registre"
      #expect(try awaited("Aucune restauration éprouvée encore", page))
      for _ in 0..<100 where !FileManager.default.fileExists(atPath: segments + "/000001.segment") {
        Thread.sleep(forTimeInterval: 0.1)
      }
      // Elsewhere: a copy of the segments, and the secret.
      try FileManager.default.copyItem(atPath: segments, toPath: copy)
      let check = ["backup", "check", "--folder", copy, "--backup-key", secret]
      #expect(try Command(check + ["--outcome", outcome]).outcome().status == 0)
      #expect(try awaited("Dernière restauration éprouvée", page))
      let segment = copy + "/000001.segment"
      var bytes = try Data(contentsOf: URL(filePath: segment))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(filePath: segment))
      #expect(try Command(check + ["--outcome", outcome]).outcome().status == 2)
      #expect(try awaited("La dernière restauration d’essai a échoué", page))
      server.process.terminate()
      #expect(try server.outcome().status == 0)
      let kinds = try sqlite("SELECT kind FROM entry WHERE kind LIKE 'backup.%' ORDER BY pos", path)
      #expect(kinds == "backup.restored\nbackup.restore-failed\n")
      #expect(try Command("verify", "--database", path).outcome().status == 0)
    }
  }

  /// Asks for the page until it says so, twenty times at most.
  private func awaited(_ words: String, _ address: String) throws -> Bool {
    for _ in 0..<20 {
      if try page(address).contains(words) { return true }
      Thread.sleep(forTimeInterval: 0.5)
    }
    return false
  }

  /// The signed head of the register, signed anew by the first database's key.
  private func heads(_ path: String, in folder: URL) throws -> String {
    let key = folder.appending(path: "a.db.key").path
    let outcome = try Command("register", "checkpoint", "--database", path, "--key", key).outcome()
    #expect(outcome.status == 0)
    return outcome.output
  }
}
