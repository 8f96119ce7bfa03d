import ContractSource
import Foundation
import HTTPTypes
import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

struct WorkshopPagesTests {
  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  private func started(_ sample: SampleSite, _ model: StartingContract) async throws -> String {
    let answer = try await sample.visitor.post(
      "/contrats/brouillons", "modele=\(model.rawValue)")
    #expect(answer.status == 303)
    let path = try #require(answer.headers[.location])
    return path.replacing("/formulaire/prestataire", with: "")
  }

  @Test(arguments: StartingContract.allCases)
  func `a starting contract has no error but the blanks of the parties`(
    _ model: StartingContract
  ) {
    let errors = read(model.source, named: model.rawValue).findings.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.filter { !$0.path.hasPrefix("parties.") }.map(\.message) == [])
  }

  @Test func `every view of a draft opens, in both languages`() async throws {
    try await SampleSite.run { sample in
      let path = try await started(sample, .perSeat)
      let views = GuidedStep.allCases.map { "/formulaire/\($0.rawValue)" }
      for view in ["", "/apercu", "/contrat.yaml"] + views {
        for language in ["fr", "en"] {
          let answer = try await sample.visitor.get("\(path)\(view)?lang=\(language)")
          #expect(answer.status == 200 || answer.status == 303, "\(view)")
        }
      }
      try await #expect(sample.visitor.get(path + "/formulaire/inconnu").status == 404)
      try await #expect(sample.visitor.get("/contrats/brouillons/0000000000000").status == 404)
      #expect(try await sample.visitor.get("/contrats/nouveau").text.contains(path))
    }
  }

  @Test func `an answer changes its key, a wrong one is told beside its question`() async throws {
    try await SampleSite.run { sample in
      let path = try await started(sample, .perSeat)
      let step = path + "/formulaire/client"
      let good = "parties.client.denomination=Atelier+Lumen&parties.client.siren="
      let told = try await sample.visitor.post(step + "/relecture", good + "999402259")
      #expect(told.text.contains("data-path=\"parties.client.siren\""))
      let wrong = try await sample.visitor.post(step, "revision=1&" + good + "999402259")
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("aria-invalid"))
      #expect(wrong.text.contains("value=\"999402259\""))
      let right = try await sample.visitor.post(step, "revision=2&" + good + "999402258")
      #expect(right.status == 303)
      #expect(right.headers[.location] == path + "/formulaire/objet")
      let text = try await sample.visitor.get(path + "/contrat.yaml").text
      #expect(text.contains("denomination: Atelier Lumen\n"))
      #expect(text.contains("siren: \"999402258\"\n"))
      #expect(text.hasPrefix("# Infogérance au forfait"))
    }
  }

  @Test func `what was typed over another's text comes back, and nothing is lost`() async throws {
    try await SampleSite.run { sample in
      let path = try await started(sample, .critical)
      try await #expect(sample.visitor.post(path, "revision=1&texte=a%3A+1").status == 303)
      let stale = try await sample.visitor.post(path, "revision=1&texte=b%3A+2")
      #expect(stale.status == 409)
      #expect(stale.text.contains("b: 2</textarea>"))
      #expect(try await sample.visitor.get(path + "/contrat.yaml").text == "a: 1")
    }
  }

  @Test func `a text is judged as it is typed, and kept with its errors`() async throws {
    try await SampleSite.run { sample in
      let told = try await sample.visitor.post(
        "/contrats/brouillons/relecture", "texte=" + encoded("objett: 1\n"))
      #expect(told.text.contains("data-line=\"1\""))
      let kept = try await sample.visitor.post(
        "/contrats/brouillons", "texte=" + encoded("objett: ["))
      let path = try #require(kept.headers[.location])
      #expect(try await sample.visitor.get(path).text.contains("objett: ["))
      let refused = try await sample.visitor.post(path + "/proposition")
      #expect(refused.status == 422)
      let form = try await sample.visitor.get(path + "/formulaire/objet")
      #expect(form.status == 422)
      try await #expect(sample.visitor.post(path + "/rejet").status == 303)
      try await #expect(sample.visitor.get(path).status == 404)
    }
  }

  @Test func `a copy is changed, proposed, and compared with what is in force`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let contract = "/contrats/\(agreement.id.text)"
      let copy = try await sample.visitor.post(contract + "/copies")
      let path = try #require(copy.headers[.location])
      let text = String(decoding: try Project.example(), as: UTF8.self)
        .replacing("retablissement: 4 h", with: "retablissement: 3 h")
      let proposed = try await sample.visitor.post(
        path + "/proposition", "revision=1&texte=" + encoded(text))
      #expect(proposed.status == 303)
      #expect(proposed.headers[.location] == contract)
      let compared = try await sample.visitor.get(contract + "/comparaison")
      #expect(compared.status == 200)
      #expect(compared.text.contains("<del>"))
      #expect(compared.text.contains("<ins>"))
    }
  }
}
