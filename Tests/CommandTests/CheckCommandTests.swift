import Foundation
import Testing

struct CheckCommandTests {
  private let example = Command.root.appending(path: "examples/atelier-lumen.yaml")

  @Test func `a sound contract passes`() throws {
    let outcome = try Command("check", "examples/atelier-lumen.yaml").outcome()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("examples/atelier-lumen.yaml"))
  }

  @Test func `every fault is told at its place, in text and in JSON`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "contrat.yaml")
      let text = try String(contentsOf: example, encoding: .utf8)
        .replacing("objet:", with: "objett:")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let told = try Command("check", file.path).outcome()
      #expect(told.status == 1)
      #expect(told.output.contains(":1: erreur["))
      #expect(told.output.contains("Vouliez-vous écrire «\u{A0}objet\u{A0}»"))
      let json = try Command("check", file.path, "--format", "json").outcome()
      #expect(json.status == 1)
      let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      #expect((parsed as? NSDictionary)?.count ?? 0 > 0)
      let sarif = try Command("check", file.path, "--format", "sarif").outcome()
      #expect(sarif.status == 1)
      #expect(sarif.output.contains("\"uri\": \"file://\(file.path)\""))
    }
  }

  @Test func `the schema that editors take is printed`() throws {
    let outcome = try Command("schema").outcome()
    let kept = Command.root.appending(path: "docs/contrat.schema.json")
    #expect(outcome.output == (try String(contentsOf: kept, encoding: .utf8)))
  }

  @Test func `what cannot be read ends with two`() throws {
    let missing = try Command("check", "/nonexistent.yaml").outcome()
    #expect(missing.status == 2)
    #expect(missing.complaint.contains("n’existe pas"))
    #expect(try Command("check", "/").outcome().status == 2)
    try withFolder { folder in
      let file = folder.appending(path: "latin.yaml")
      try Data([0x70, 0xE9]).write(to: file)
      #expect(try Command("check", file.path).outcome().status == 2)
    }
  }

  @Test func `a contract becomes the same document each time`() throws {
    try withFolder { folder in
      let files = ["1.pdf", "2.pdf"].map { folder.appending(path: $0) }
      for file in files {
        let outcome = try Command(
          "render", "examples/atelier-lumen.yaml", "--output", file.path
        ).outcome()
        #expect(outcome.status == 0)
      }
      let first = try Data(contentsOf: files[0])
      #expect(first.starts(with: Data("%PDF-1.".utf8)))
      #expect(try first == Data(contentsOf: files[1]))
    }
  }
}
