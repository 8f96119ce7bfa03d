import Foundation
import Testing

struct DiffCommandTests {
  private let example = "examples/atelier-lumen.yaml"

  @Test func `two texts are compared by their commitments`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "avenant.yaml")
      let text = try String(
        contentsOf: Command.root.appending(path: example), encoding: .utf8
      )
      .replacing("contournement: 2 h\n      retablissement: 4 h", with: "retablissement: 2 h")
      .replacing("fuseau: Europe/Paris", with: "avenant: { numero: 1, effet: 2027-04-01 }")
      .replacing("montant: 27.50", with: "montant: 29.00")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let told = try Command("diff", example, file.path).outcome()
      #expect(told.status == 1)
      let lines = told.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
      #expect(lines.contains("à compter du 1er avril 2027 :"))
      #expect(lines.contains("GTR P1 : 4 heures → 2 heures (en faveur du client)"))
      #expect(lines.contains("Contournement P1 : supprimé (2 heures)"))
      #expect(lines.contains(": 27,50 € → 29,00 € (en faveur du prestataire)"))
      #expect(lines.contains("Avenant : ajouté (n° 1)"))
      let json = try Command("diff", example, file.path, "--format", "json").outcome()
      let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? NSDictionary
      #expect(parsed?["effective"] as? String == "2027-04-01")
      #expect((parsed?["changes"] as? NSArray)?.count == 5)
    }
  }

  @Test func `an amendment is printed from the difference`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "avenant.yaml")
      let output = folder.appending(path: "avenant.pdf")
      try String(contentsOf: Command.root.appending(path: example), encoding: .utf8)
        .replacing("montant: 27.50", with: "montant: 29.00")
        .write(to: file, atomically: true, encoding: .utf8)
      let told = try Command("amend", example, file.path, "--output", output.path).outcome()
      #expect(told.status == 0)
      #expect(try Data(contentsOf: output).starts(with: Data("%PDF-1.".utf8)))
      let same = try Command("amend", example, example, "--output", output.path).outcome()
      #expect(same.status == 1)
    }
  }

  @Test func `the same text twice changes nothing, and an unreadable one is refused`() throws {
    let same = try Command("diff", example, example).outcome()
    #expect(same.status == 0)
    #expect(same.output.contains("Aucun engagement ne change."))
    #expect(try Command("diff", example, "/nonexistent.yaml").outcome().status == 2)
  }
}
