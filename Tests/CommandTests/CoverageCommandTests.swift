import Foundation
import Testing

struct CoverageCommandTests {
  private func coverage(_ options: [String]) throws -> Command.Outcome {
    try Command(["coverage", "examples/atelier-lumen.yaml"] + options).outcome()
  }

  @Test func `coverage gives the verdict with its articles`() throws {
    let told = try coverage(["--at", "2026-11-23T10:00", "--priority", "P2"])
    #expect(told.status == 0)
    #expect(told.output.hasPrefix("Compris au forfait\n  art. "))
    let late = try coverage(["--at", "2026-11-21T10:00", "--priority", "P2", "--group", "decoupe"])
    #expect(late.output.contains("Hors des heures\nà l’ouverture : Tiré du carnet d’heures"))
    #expect(late.output.contains("au choix : attendre le 2026-11-23 08:00, sans supplément"))
  }

  @Test func `coverage says how little is left, and what lies outside`() throws {
    let left = try coverage([
      "--at", "2026-11-23T10:00", "--priority", "P2", "--group", "decoupe", "--prepaid", "120",
    ])
    #expect(left.output.contains("à noter : il ne reste que 2\u{A0}h au carnet"))
    let excluded = try coverage([
      "--at", "2026-11-23T10:00", "--priority", "P2", "--exclusion", "consommables", "--format",
      "json",
    ])
    let verdict = try JSONDecoder().decode(Told.self, from: Data(excluded.output.utf8))
    #expect(verdict.decision == "excluded")
    #expect(verdict.because.first?.clause == "exclusions.consommables")
    #expect(verdict.because.allSatisfy { !$0.number.isEmpty })
    let elsewhere = try coverage([
      "--at", "2026-11-23T10:00", "--priority", "P2", "--site", "lyon",
    ])
    #expect(elsewhere.output.contains("site hors du périmètre"))
  }

  private struct Told: Decodable {
    var decision: String
    var because: [Place]

    struct Place: Decodable {
      var clause: String
      var number: String
    }
  }

  @Test(arguments: [
    (["--at", "hier", "--priority", "P2"], "n’est pas un instant"),
    (["--at", "2026-11-23T10:00", "--priority", "P7"], "il a P1, P2, P3, P4"),
    (["--at", "2026-11-23T10:00", "--priority", "P2", "--nature", "panne"], "incident, demande"),
    (["--at", "2026-11-23T10:00", "--priority", "P2", "--channel", "fax"], "portail, courriel"),
    (["--at", "2026-11-23T10:00", "--priority", "P2", "--exclusion", "x"], "consommables"),
    (["--at", "2026-11-23T10:00", "--priority", "P2", "--prepaid=-5"], "nombre de minutes"),
  ])
  func `what cannot be understood is said`(_ options: [String], _ words: String) throws {
    let told = try coverage(options)
    #expect(told.status != 0)
    #expect(told.complaint.contains(words), "\(told.complaint)")
  }
}
