import Foundation
import HTTPTypes
import Maintenance
import Operations
import Store
import TestSupport
import Testing

@testable import Web

struct VersionsPageTests {
  private func kept(_ sample: SampleSite, _ text: [UInt8]) async throws -> String {
    guard
      case .kept(let id, _) = try await sample.operations.receive(
        text: text, by: SampleSite.actor)
    else { throw Missing.agreement }
    return "/contrats/\(id.text)"
  }

  private func signature(_ side: String, digest: String, name: String = "Jeanne") -> String {
    "partie=\(side)&empreinte=\(digest)&nom=\(name)&qualite=pr%C3%A9sidente&niveau=manuscrite"
      + "&jour=2026-11-20&lieu=Lyon"
  }

  @Test func `both sign what one digest names, then it binds`() async throws {
    try await SampleSite.run { sample in
      let path = try await kept(sample, Project.example())
      let proposed = try await sample.visitor.get(path + "/versions")
      #expect(proposed.text.contains("Mettre à la signature"))
      try await #expect(sample.visitor.post(path + "/signatures/demande").status == 303)
      let page = try await sample.visitor.get(path + "/versions").text
      let digest = try #require(page.firstMatch(of: /name="empreinte" value="([0-9a-f]{64})"/)).1
      let wrong = try await sample.visitor.post(
        path + "/signatures", signature("client", digest: String(repeating: "0", count: 64)))
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("pas le document à la signature"))
      let unnamed = try await sample.visitor.post(
        path + "/signatures", signature("client", digest: String(digest), name: ""))
      #expect(unnamed.status == 422)
      #expect(unnamed.text.contains("value=\"présidente\""))
      for side in ["client", "prestataire"] {
        let answer = try await sample.visitor.post(
          path + "/signatures", signature(side, digest: String(digest)))
        #expect(answer.status == 303)
      }
      let signed = try await sample.visitor.get(path + "/versions").text
      #expect(signed.contains("Jeanne, présidente"))
      #expect(signed.contains(String(digest)))
      #expect(try await sample.visitor.get(path).text.contains("class=\"articles\""))
    }
  }

  @Test func `what waits for signatures is withdrawn with a reason, and a contract ends with one`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)"
      let text = String(decoding: try Project.example(), as: UTF8.self)
        .replacing("\nparties:", with: "\navenant: { numero: 1, effet: 2026-12-01 }\n\nparties:")
        .replacing("montant: 27.50", with: "montant: 30.00")
      _ = try await kept(sample, Array(text.utf8))
      try await #expect(sample.visitor.post(path + "/signatures/demande").status == 303)
      let refused = try await sample.visitor.post(path + "/signatures/retrait", "partie=client")
      #expect(refused.status == 422)
      let early = try await sample.visitor.post(
        path + "/fin", "jour=2026-12-31&cause=accord&partie=&motif=Protocole")
      #expect(early.status == 422)
      let waiting = try await sample.visitor.get(path + "/versions/2/texte")
      #expect(waiting.text.contains("href=\"\(path)/versions/2/contrat.pdf\""))
      let amendment = try await sample.visitor.get(path + "/versions/2/avenant.pdf")
      #expect(amendment.headers[.contentType] == "application/pdf")
      try await #expect(sample.visitor.get(path + "/versions/3/contrat.pdf").status == 404)
      try await #expect(sample.visitor.get(path + "/versions/1/avenant.pdf").status == 404)
      try await #expect(
        sample.visitor.post(path + "/signatures/retrait", "partie=client&motif=Prix").status
          == 303)
      try await #expect(
        sample.visitor.post(path + "/fin", "jour=2026-12-31&cause=accord&partie=&motif=Protocole")
          .status == 303)
      let ended = try await sample.visitor.get(path + "/versions").text
      #expect(ended.contains("Accord des parties"))
      #expect(ended.contains("Protocole"))
      let second = try await sample.visitor.post(
        path + "/fin", "jour=2026-12-31&cause=accord&motif=x")
      #expect(second.status == 422)
      try await #expect(
        sample.visitor.post(path + "/fin", "jour=hier&cause=accord&motif=x").status == 400)
    }
  }
}
