import Foundation
import Testing

struct EraseCommandTests {
  @Test func `a person of the demo is erased, once, and the database verifies`() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let server = try Command("serve", "--demo", "--database", path, "--port", "0")
      #expect(server.says("http://127.0.0.1:"))
      server.process.terminate()
      #expect(try server.outcome().status == 0)
      let contracts = try sqlite("SELECT id FROM agreement ORDER BY id", path)
        .split(separator: "\n").compactMap { Int64($0) }
      let requester = try sqlite(
        """
        SELECT requester FROM ticket WHERE resolved_ms IS NOT NULL AND agreement = \(contracts[0])
        """, path
      ).split(separator: "\n").first.map(String.init)
      let name = try #require(requester)
      let erasing = [
        "erase", identity(contracts[0]), "--database", path, "--words", name, "--ground", "Demande",
        "--actor", "Ana",
      ]
      let preview = try Command(erasing + ["--preview"]).outcome()
      #expect(preview.status == 0)
      #expect(preview.output.contains("à effacer\t"))
      #expect(try Command("verify", "--database", path).outcome().status == 0)
      let erased = try Command(erasing).outcome()
      #expect(erased.status == 0)
      #expect(erased.output.contains("effacé\t"))
      try expectReceipt(erased.output, of: "erasure.performed", in: path)
      #expect(!preview.output.contains("tlog-proof"))
      #expect(try Command(erasing).outcome().status == 1)
      #expect(try Command("verify", "--database", path).outcome().status == 0)
      let left = try sqlite(
        """
        SELECT count(*) FROM ticket WHERE resolved_ms IS NOT NULL
          AND agreement = \(contracts[0]) AND requester = '\(name)'
        """, path)
      #expect(left == "0\n")
      #expect(
        try Command(erasing.dropLast(4) + ["--ground", " ", "--actor", "Ana"]).outcome()
          .status == 2)
    }
  }
}
