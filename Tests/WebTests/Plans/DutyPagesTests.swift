import FoundationEssentials
import HTTPTypes
import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

struct DutyPagesTests {
  private func late(_ sample: SampleSite, _ agreement: Agreement) async throws -> DutyState {
    let reading = try await sample.operations.duties(of: agreement.id, ahead: 400, limit: 500)
    return try #require(
      reading.states.first { $0.standing == .late && !$0.duty.kind.isOnlyDate })
  }

  @Test func `a contract's duties say who, until when, by which article`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let page = try await sample.visitor.get("/contrats/\(agreement.id.text)/echeances")
      #expect(page.status == 200)
      #expect(page.text.contains("En retard"))
      #expect(page.text.contains("Attestation de vigilance"))
      #expect(page.text.contains("#sous_traitance.vigilance"))
      #expect(page.text.contains("Notifié le "))
      #expect(!page.text.contains("Révision du prix"))
      let year = try await sample.visitor.get(
        "/contrats/\(agreement.id.text)/echeances?periode=an")
      #expect(year.text.contains("Révision du prix"))
      let english = try await sample.visitor.get("/contrats/\(agreement.id.text)/echeances?lang=en")
      #expect(english.text.contains("URSSAF certificate"))
    }
  }

  @Test func `a duty is done with its proof, and a refusal keeps what was typed`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/echeances"
      let key = try await late(sample, agreement).duty.key.text
      let refused = try await sample.visitor.post(
        path, "echeance=\(key)&acte=fait&note=%C3%A0+voir&entree=99")
      #expect(refused.status == 422)
      #expect(refused.text.contains("n’a pas cette entrée"))
      #expect(refused.text.contains(">à voir</textarea>"))
      let done = try await sample.visitor.post(
        path, "echeance=\(key)&acte=fait&note=Vu&entree=0")
      #expect(done.status == 303)
      let after = try await sample.visitor.get(path)
      #expect(after.text.contains("entrée\u{A0}0 du registre"))
      let register = try await sample.visitor.get("/contrats/\(agreement.id.text)/registre")
      #expect(register.text.contains("Échéance faite"))
      let again = try await sample.visitor.post(path, "echeance=\(key)&acte=dispense&note=x")
      #expect(again.text.contains("déjà soldée"))
    }
  }

  @Test func `an act that is none, and a key that is none, are refused`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/echeances"
      let key = try await late(sample, agreement).duty.key.text
      try await #expect(sample.visitor.post(path, "echeance=\(key)&acte=autre").status == 400)
      try await #expect(
        sample.visitor.post(path, "echeance=2026-13-01/x/y&acte=fait&note=a").status == 422)
      try await #expect(sample.visitor.get("/echeances?partie=personne").status == 400)
    }
  }

  @Test func `the list of all filters by party and comes first with what is late`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let duty = try await late(sample, agreement).duty
      let all = try await sample.visitor.get("/echeances")
      #expect(all.text.contains("/contrats/\(agreement.id.text)/echeances"))
      #expect(all.text.contains(duty.french.typesetInFrench))
      let client = try await sample.visitor.get("/echeances?partie=client")
      #expect(client.text.contains("aria-current=\"true\""))
      #expect(!client.text.contains("<td>Prestataire</td>"))
    }
  }

  @Test func `the living contract shows what is late or near`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let living = try await sample.visitor.get("/contrats/\(agreement.id.text)")
      #expect(living.text.contains("id=\"echeances\""))
    }
  }

  @Test func `a reminder that is owed is written out, its last day in a frame`() async throws {
    try await SampleSite.run { sample in
      let text = String(decoding: try Project.example(), as: UTF8.self)
        .replacing("reconduction:\n", with: "reconduction:\n    rappel: true\n")
      guard
        case .kept(let id, _) = try await sample.operations.receive(
          text: Array(text.utf8), by: SampleSite.actor)
      else { throw Missing.agreement }
      try await sample.operations.recordBothSignatures(id, by: SampleSite.actor)
      let page = try await sample.visitor.get("/contrats/\(id.text)/echeances")
      #expect(page.text.contains("sera reconduit tacitement le"))
      #expect(page.text.contains("<p class=\"framed\">Vous pouvez refuser"))
    }
  }
}
