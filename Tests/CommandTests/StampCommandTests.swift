import Foundation
import Testing

/// Stamps over HTTP, from an authority out of `openssl ts`.
@Suite(.serialized)
struct StampCommandTests {
  private func withAuthority(_ body: (URL, _ address: String) throws -> Void) throws {
    try withFolder { folder in
      let server = Process()
      server.executableURL = URL(filePath: "/usr/bin/env")
      server.arguments = [
        "python3", Command.root.appending(path: "Tests/Oracles/authority.py").path,
        folder.path, "serve",
      ]
      let said = Pipe()
      server.standardError = said
      try server.run()
      defer {
        // Whatever signals it was born deaf to.
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
      }
      var heard = ""
      while !heard.hasSuffix("\n") {
        let more = said.fileHandleForReading.availableData
        try #require(!more.isEmpty)
        heard += String(decoding: more, as: UTF8.self)
      }
      try body(folder, "http://127.0.0.1:\(heard.dropLast())")
    }
  }

  private func isAccepted(_ head: String, in folder: URL) throws -> Bool {
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/openssl")
    openssl.currentDirectoryURL = folder
    openssl.arguments = [
      "ts", "-verify", "-data", head, "-in", "tete.tsr", "-CAfile", "ca.pem",
    ]
    openssl.standardOutput = FileHandle.nullDevice
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    return openssl.terminationStatus == 0
  }

  @Test func `a stamp over HTTP satisfies openssl, and bad answers leave the head waiting`() throws
  {
    try withAuthority { folder, address in
      let path = folder.appending(path: "a.db").path
      let output = folder.appending(path: "tete").path
      func stamp(_ mode: String) throws -> Command.Outcome {
        try Command(
          "register", "stamp", "--database", path, "--time-stamp-authority", "\(address)/\(mode)",
          "--output", output
        ).outcome()
      }
      for (mode, reason) in [
        ("redirect", "HTTP 302"), ("large", "more bytes"), ("nonce", "another request"),
      ] {
        let outcome = try stamp(mode)
        #expect(outcome.status == 1, "\(mode)")
        #expect(outcome.complaint.contains(reason), "\(outcome.complaint)")
      }
      let closed = try Command(
        "register", "stamp", "--database", path, "--time-stamp-authority", "http://127.0.0.1:1/ts"
      ).outcome()
      #expect(closed.status == 1)
      let outcome = try stamp("ts")
      #expect(outcome.status == 0, "\(outcome.complaint)")
      #expect(try isAccepted("tete", in: folder))
      var altered = try Data(contentsOf: URL(filePath: output))
      altered[0] ^= 1
      try altered.write(to: folder.appending(path: "autre"))
      #expect(try !isAccepted("autre", in: folder))
      #expect(try Command("verify", "--database", path).outcome().status == 0)
    }
  }

  @Test func `the service asks for a stamp by itself, and keeps it`() throws {
    try withAuthority { folder, address in
      let path = folder.appending(path: "a.db").path
      let server = try Command(
        "serve", "--database", path, "--port", "0", "--schedule-every", "1",
        "--time-stamp-authority", address + "/ts")
      #expect(server.says("http://127.0.0.1:"))
      Thread.sleep(forTimeInterval: 4)
      server.process.terminate()
      #expect(try server.outcome().status == 0)
      let again = try Command(
        "register", "stamp", "--database", path, "--time-stamp-authority", "http://127.0.0.1:1/ts",
        "--output", folder.appending(path: "tete").path
      ).outcome()
      // The stamp is there: nobody needs to be asked.
      #expect(again.status == 0, "\(again.complaint)")
      #expect(try isAccepted("tete", in: folder))
    }
  }

  @Test func `an authority that is no address is refused`() throws {
    for text in ["ftp://a/", "autorite", "http:///x", "file:///etc/passwd"] {
      let outcome = try Command("register", "stamp", "--time-stamp-authority", text).outcome()
      #expect(outcome.status == 64, "\(text)")
    }
    #expect(try Command("register", "stamp").outcome().status == 64)
  }
}
