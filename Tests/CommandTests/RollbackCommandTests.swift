import Foundation
import Testing

struct RollbackCommandTests {
  @Test func `an older file put back is served to be read, and goes on once the loss is declared`()
    throws
  {
    try withFolder { folder in
      let path = folder.appending(path: "a.db").path
      let aside = path + ".old"
      #expect(try Command("register", "key", "--database", path).outcome().status == 0)
      // What was written last is beside the file until it is folded in.
      for name in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: path + name, toPath: aside + name)
      }
      let server = try Command("serve", "--demo", "--database", path, "--port", "0")
      #expect(server.says("http://127.0.0.1:"))
      server.process.terminate()
      #expect(try server.outcome().status == 0)
      for name in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + name) {
        try FileManager.default.removeItem(atPath: path + name)
      }
      for name in ["", "-wal"] {
        try FileManager.default.moveItem(atPath: aside + name, toPath: path + name)
      }

      let again = try Command("serve", "--database", path, "--port", "0")
      #expect(again.says("declare-loss"))
      let address = try #require(again.address())
      #expect(try page(address + "registre").contains("Le registre a signé plus d’inscriptions"))
      again.process.terminate()
      #expect(try again.outcome().status == 0)
      let declaration = [
        "register", "declare-loss", "--database", path, "--reason", "disque", "--actor", "Ana",
      ]
      let declared = try Command(declaration).outcome()
      #expect(declared.status == 0)
      try expectReceipt(declared.output, of: "register.loss-declared", in: path)
      #expect(try Command(declaration).outcome().status == 1)
      #expect(try Command("verify", "--database", path).outcome().status == 0)
      let after = try Command("serve", "--database", path, "--port", "0")
      let told = try page(try #require(after.address()) + "registre")
      #expect(told.contains("Pertes déclarées"))
      #expect(told.contains("disque"))
      #expect(!told.contains("Le registre a signé plus d’inscriptions"))
      after.process.terminate()
      #expect(try after.outcome().status == 0)
      let head = try Command("register", "checkpoint", "--database", path).outcome().output
      #expect(head.split(separator: "\n").first?.hasSuffix("/g/2") == true)
    }
  }
}
