import Maintenance
import Operations
import Testing

@testable import Web

struct LevelsPageTests {
  @Test func `a month tells what was held and what was missed, each with its article`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let held = try await sample.ticket(under: agreement)
      let at = sample.operations.at
      _ = try await at(SampleSite.now + 300).act(
        on: held.id, by: SampleSite.actor, .resolve(.hardware, note: "Câble"))
      let later = SampleSite(visitor: sample.visitor, operations: at(SampleSite.now + 60))
      let late = try await later.ticket(under: agreement, title: "Serveur muet")
      _ = try await at(SampleSite.now + 5 * 86_400).act(
        on: late.id, by: SampleSite.actor, .resolve(.hardware, note: "Disque"))
      let month = try await at(SampleSite.now + 6 * 86_400).levels(
        of: agreement.id, over: .current)
      #expect(month.tickets == 2)
      #expect(month.isWhole)
      #expect(month.breaches.allSatisfy { $0.ticket.id == late.id })
      for line in month.lines {
        #expect(line.counts[.held] == 1)
        #expect(line.counts[.broken] == 1)
        #expect(line.heldPercent == FixedPoint(50))
      }
      #expect(month.breaches.count == month.lines.count)
      let page = try await sample.visitor.get("/contrats/\(agreement.id.text)/niveaux?mois=2026-11")
      #expect(page.status == 200)
      #expect(page.text.contains("Serveur muet"))
      #expect(page.text.contains("50\u{A0}%"))
      #expect(page.text.contains("/contrats/\(agreement.id.text)#niveaux_de_service."))
      let before = try await sample.visitor.get(
        "/contrats/\(agreement.id.text)/niveaux?mois=2026-12")
      #expect(before.text.contains("Aucun délai à mesurer"))
    }
  }

  @Test func `a month that is none is refused`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/niveaux"
      try await #expect(sample.visitor.get(path + "?mois=2026-13").status == 400)
      try await #expect(sample.visitor.get("/contrats/0000000000001/niveaux").status == 404)
    }
  }

  @Test func `any days may be asked for, and what is no period comes back as it was typed`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/niveaux"
      _ = try await sample.ticket(under: agreement)
      let seen = try await sample.visitor.get(path + "?du=2026-11-23&au=2026-11-24")
      #expect(seen.text.contains("Un ticket reçu"))
      let before = try await sample.visitor.get(path + "?du=2026-11-20&au=2026-11-22")
      #expect(before.text.contains("Aucun ticket reçu"))
      for wrong in ["?du=2026-11-24&au=2026-11-23", "?du=hier&au=2026-11-23", "?du=2026-11-24"] {
        let refused = try await sample.visitor.get(path + wrong)
        #expect(refused.status == 422)
        #expect(refused.text.contains("deux jours dans l’ordre"))
      }
      try await #expect(
        sample.visitor.get(path + "?du=hier&au=2026-11-23").text.contains("value=\"hier\""))
    }
  }
}
