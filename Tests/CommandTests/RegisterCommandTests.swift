import Foundation
import Testing

struct RegisterCommandTests {
  @Test func `the signed head of a new register satisfies openssl, until one byte changes`() throws
  {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let printed = try Command("register", "key", "--database", path).outcome()
      #expect(printed.status == 0)
      let again = try Command("register", "key", "--database", path).outcome()
      #expect(again.output == printed.output)
      let checkpoint = try Command("register", "checkpoint", "--database", path).outcome().output
      // The global log's head: its origin, its size, its root, a blank line, the signature.
      let lines = checkpoint.components(separatedBy: "\n")
      #expect(lines.count == 6)
      #expect(lines[0].hasSuffix("/g/1"))
      #expect(lines[1] == "0")
      let words = printed.output.dropLast().split(separator: "+", maxSplits: 2)
      let key = try #require(Data(base64Encoded: String(words[2]))).dropFirst()
      let signature = try #require(
        Data(base64Encoded: String(lines[4].split(separator: " ")[2]))
      ).dropFirst(4)
      let signed = Data((lines[..<3].joined(separator: "\n") + "\n").utf8)
      #expect(try isSigned(signed, signature, key, in: folder))
      var altered = signed
      altered[0] ^= 1
      #expect(try !isSigned(altered, signature, key, in: folder))
    }
  }

  @Test func `a register whose key file is gone is not served`() throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      #expect(try Command("register", "key", "--database", path).outcome().status == 0)
      try FileManager.default.removeItem(atPath: path + ".key")
      let outcome = try Command("serve", "--database", path, "--port", "0").outcome()
      #expect(outcome.status == 2)
      #expect(outcome.complaint.contains(path + ".key"))
      #expect(!FileManager.default.fileExists(atPath: path + ".key"))
    }
  }

  @Test func `a key that is replaced, then revoked, gives a receipt that the new key proves`()
    throws
  {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      #expect(try Command("register", "key", "--database", path).outcome().status == 0)
      for (verb, more) in [("rotate", []), ("revoke", ["--trusted", "1"])] {
        let changed = try Command(
          ["register", "key", verb, "--database", path, "--reason", "Essai", "--actor", "Ana"]
            + more
        ).outcome()
        #expect(changed.status == 0)
        let key = try Command("register", "key", "--database", path).outcome().output
        #expect(changed.output.hasPrefix(key))
        let kind = verb == "rotate" ? "register.key-rotated" : "register.key-revoked"
        try expectReceipt(changed.output, of: kind, in: path)
      }
    }
  }

  private func isSigned(
    _ text: Data, _ signature: Data, _ key: Data, in folder: URL
  ) throws -> Bool {
    // RFC 8410: what goes before an Ed25519 public key in DER.
    let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    for (name, bytes) in [("text", text), ("signature", signature), ("key", prefix + key)] {
      try bytes.write(to: folder.appending(path: name))
    }
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/openssl")
    openssl.currentDirectoryURL = folder
    openssl.arguments = [
      "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin",
      "-in", "text", "-sigfile", "signature",
    ]
    openssl.standardOutput = Pipe()
    openssl.standardError = Pipe()
    try openssl.run()
    openssl.waitUntilExit()
    return openssl.terminationStatus == 0
  }
}
