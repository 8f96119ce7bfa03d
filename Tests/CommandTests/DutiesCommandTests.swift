import Foundation
import Testing

struct DutiesCommandTests {
  private let example = "examples/atelier-lumen.yaml"

  @Test func `duties lists both parties' days with their articles`() throws {
    let told = try Command(
      "duties", example, "--from", "2026-10-01", "--to", "2027-09-30"
    ).outcome()
    #expect(told.status == 0)
    let text = told.output.replacing("\u{A0}", with: " ")
    #expect(text.contains("2027-06-30  Dernier jour pour s’opposer à la reconduction — les deux"))
    #expect(text.contains("2026-10-31  Paiement de la facture des forfaits — client, art. "))
    #expect(text.contains("notifié le 30 juin 2027"))
    #expect(text.contains("à chaque fois, sous 2 heures"))
    let json = try Command(
      "duties", example, "--from", "2026-10-01", "--to", "2027-09-30", "--format", "json"
    ).outcome()
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? NSDictionary
    let duties = try #require(parsed?["duties"] as? [[String: String]])
    #expect(duties.count > 20)
    #expect(duties.compactMap { $0["due"] } == duties.compactMap { $0["due"] }.sorted())
  }

  @Test func `a revision is computed from the values given, or says which one is missing`() throws {
    try withFolder { folder in
      let span = ["duties", example, "--from", "2027-09-01", "--to", "2027-10-31"]
      let told = try Command(span[0], span[1], span[2], span[3], span[4], span[5]).outcome()
      #expect(
        told.output.contains("il manque l’indice Syntec, série révisée, août\u{A0}2027"))
      try "periode;valeur;source;publication;lecture\n2027-08;330.96;Syntec;;2027-10-01\n"
        .write(
          to: folder.appending(path: "syntec-revisee.csv"), atomically: true, encoding: .utf8)
      let filled = try Command(
        span[0], span[1], span[2], span[3], span[4], span[5], "--rates", folder.path
      ).outcome()
      // 27.50 € × 330.96 ÷ 315.2, five percent more: 28.875 €, rounded up.
      let text = filled.output.replacing("\u{A0}", with: " ")
      #expect(text.contains("27,50 € → 28,88 € le 1er octobre 2027"))
    }
  }

  @Test func `days that make no span, and a text with errors, are refused`() throws {
    #expect(try Command("duties", example, "--from", "2026-13-01").outcome().status != 0)
    #expect(
      try Command("duties", example, "--from", "2026-10-01", "--to", "2040-01-01")
        .outcome().status != 0)
    #expect(try Command("duties", "README.md").outcome().status == 2)
  }
}
