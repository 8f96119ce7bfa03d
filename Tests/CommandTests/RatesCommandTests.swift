import Foundation
import Testing

struct RatesCommandTests {
  @Test func `rates says what is known, from where, and until when`() throws {
    let told = try Command("rates").outcome()
    #expect(told.status == 0)
    #expect(
      told.output.contains(
        "L’indice Syntec, série révisée : dernière valeur connue, janvier\u{A0}2025"))
    #expect(
      told.output.contains("2026-S1  2,62 %  (arrêté du 15 décembre 2025, publié le 2025-12-26"))
    let json = try Command("rates", "--format", "json").outcome()
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? NSDictionary
    #expect((parsed?["series"] as? NSArray)?.count == 4)
  }

  @Test func `a folder of rates fills a missing value, for a check too`() throws {
    try withFolder { folder in
      let contract = folder.appending(path: "contrat.yaml")
      let example = Command.root.appending(path: "examples/atelier-lumen.yaml")
      try String(contentsOf: example, encoding: .utf8)
        .replacing("taux: 3 fois le taux légal", with: "taux: 8 %")
        .write(to: contract, atomically: true, encoding: .utf8)
      #expect(try Command("check", contract.path).outcome().status == 0)
      let file = folder.appending(path: "interet-legal.csv")
      try "periode;valeur;source;publication;lecture\n2026-S2;2.70;arrêté;;2026-07-01\n"
        .write(to: file, atomically: true, encoding: .utf8)
      let told = try Command("rates", "--rates", folder.path).outcome()
      #expect(told.output.contains("2026-S2  2,7 %  (arrêté ; lu le 2026-07-01)"))
      let judged = try Command("check", contract.path, "--rates", folder.path).outcome()
      #expect(judged.status == 1)
      #expect(judged.output.contains("PAY-06"))
      try "periode;valeur\n".write(to: file, atomically: true, encoding: .utf8)
      let refused = try Command("rates", "--rates", folder.path).outcome()
      #expect(refused.status == 2)
      #expect(refused.complaint.contains("interet-legal.csv, ligne 1"))
    }
  }
}
