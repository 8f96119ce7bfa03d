import Foundation
import Testing

@Suite(.serialized)
struct ServeCommandTests {
  /// The demo served once, and stopped.
  private func filled(_ folder: URL) throws -> String {
    let path = folder.appending(path: "demo.db").path
    let server = try Command("serve", "--demo", "--database", path, "--port", "0")
    #expect(server.says("http://127.0.0.1:"))
    server.process.terminate()
    #expect(try server.outcome().status == 0)
    return path
  }

  @Test func `the demo is a register that verifies, until a byte of it is changed`() throws {
    try withFolder { folder in
      let path = try filled(folder)
      let sound = try Command("verify", "--database", path).outcome()
      #expect(sound.status == 0)
      // Its six weeks are told in the order of time: the clock never goes back.
      let backwards = """
        SELECT count(*) FROM entry a JOIN entry b ON b.pos = a.pos + 1
        WHERE b.at_ms < a.at_ms OR a.kind = 'register.clock-back'
        """
      #expect(try sqlite(backwards, path) == "0\n")
      #expect(try sqlite("SELECT count(*) > 300 FROM entry", path) == "1\n")
      // One letter of a ticket's title, in the body of its first fact.
      var bytes = try Data(contentsOf: URL(filePath: path))
      let title = try #require(bytes.range(of: Data(#""title":""#.utf8)))
      bytes[title.upperBound] ^= 1
      try bytes.write(to: URL(filePath: path))
      let altered = try Command("verify", "--database", path).outcome()
      #expect(altered.status == 1)
      #expect(altered.output.contains("part body of the entry at position"))
    }
  }

  @Test func `a database in use is refused to a second process`() throws {
    try withFolder { folder in
      let path = folder.appending(path: "seul.db").path
      let server = try Command("serve", "--database", path, "--port", "0")
      #expect(server.says("http://127.0.0.1:"))
      let second = try Command("serve", "--database", path, "--port", "0").outcome()
      #expect(second.status == 2)
      #expect(second.complaint.contains(path))
      server.process.terminate()
      #expect(try server.outcome().status == 0)
    }
  }

  @Test func `a place that cannot hold a database is told in a sentence`() throws {
    for place in ["/nonexistent/x.db", "postgres://nobody@127.0.0.1:1/x"] {
      let outcome = try Command("serve", "--database", place, "--port", "0").outcome()
      #expect(outcome.status == 2)
      #expect(outcome.complaint.split(separator: "\n").count == 1)
      #expect(!outcome.complaint.contains("Swift"))
    }
    #expect(try Command("serve", "--port", "70000").outcome().status == 64)
  }
}
