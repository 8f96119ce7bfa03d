import Foundation
import HTTPTypes
import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

struct ContractPagesTests {
  private func multipart(_ parts: [(name: String, file: String?, content: [UInt8])]) -> String {
    parts.map { part in
      let file = part.file.map { "; filename=\"\($0)\"" } ?? ""
      return "--limite\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n"
        + String(decoding: part.content, as: UTF8.self) + "\r\n"
    }.joined() + "--limite--\r\n"
  }

  private let sent: HTTPFields = [
    .origin: "http://localhost", .contentType: "multipart/form-data; boundary=limite",
  ]

  @Test func `a text is read, kept, and binds nobody yet`() async throws {
    try await SampleSite.run { sample in
      let body = multipart([
        ("texte", nil, []), ("fichier", "contrat.yaml", try Project.example()),
      ])
      let kept = try await sample.visitor.post("/contrats", body, headers: sent)
      #expect(kept.status == 303)
      let path = try #require(kept.headers[.location])
      let draft = try await sample.visitor.get(path)
      #expect(draft.text.contains("Mettre à la signature"))
      #expect(!draft.text.contains("class=\"articles\""))
      try await #expect(sample.visitor.get(path + "/tickets/nouveau").status == 404)
    }
  }

  @Test func `a text with errors comes back whole, each finding at its line`() async throws {
    try await SampleSite.run { sample in
      let text = String(decoding: try Project.example(), as: UTF8.self)
        .replacing("reference:", with: "referense:")
      let answer = try await sample.visitor.post(
        "/contrats", multipart([("texte", nil, Array(text.utf8))]), headers: sent)
      #expect(answer.status == 422)
      #expect(answer.text.contains("class=\"findings\""))
      #expect(answer.text.contains("referense: "))
      try await #expect(sample.operations.agreements().isEmpty)
    }
  }

  @Test func `what is no text, too long or no form is refused with a page`() async throws {
    try await SampleSite.run { sample in
      let visitor = sample.visitor
      let empty = multipart([("fichier", "c.yaml", [0])])
      let binary = try await visitor.post("/contrats", empty, headers: sent)
      #expect(binary.status == 422)
      let long = String(repeating: "a", count: Form.contractLimit + 1)
      try await #expect(visitor.post("/contrats", "texte=" + long).status == 413)
      let json: HTTPFields = [.origin: "http://localhost", .contentType: "application/json"]
      try await #expect(visitor.post("/contrats", "{}", headers: json).status == 415)
      try await #expect(visitor.post("/contrats", "texte=%ff").status == 400)
      try await #expect(visitor.post("/contrats", "sans limite", headers: sent).status == 400)
    }
  }

  @Test func `the draft of a month cites an article on each line`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/facture"
      let page = try await sample.visitor.get(path)
      #expect(page.status == 200)
      #expect(page.text.contains("TVA à 20"))
      let lines =
        page.text.components(separatedBy: "<tbody>").last?
        .components(separatedBy: "</tbody>").first ?? ""
      let rows = lines.components(separatedBy: "<tr>").count - 1
      #expect(rows > 0)
      #expect(lines.components(separatedBy: "class=\"cite\"").count - 1 == rows)
      try await #expect(sample.visitor.get(path + "?mois=2026-13").status == 400)
    }
  }

  @Test func `prepaid hours that are overdrawn say so, and never pass for hours left`() async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let contract = try await sample.operations.terms(of: agreement.id).contract
      let covered = Set(contract.price.fees.compactMap(\.group))
      let group = try #require(contract.scope.groups.first { !covered.contains($0.id) })
      let prepaid = try #require(contract.price.prepaid)
      let ticket = try await sample.ticket(under: agreement, group: group.id)
      #expect(ticket.verdict.charge == .prepaid)
      for _ in 0...(prepaid.hours / 24) {
        _ = try await sample.operations.act(
          on: ticket.id, by: SampleSite.actor, .work(minutes: 1440, note: ""))
      }
      let page = try await sample.visitor.get("/contrats/\(agreement.id.text)/facture")
      #expect(page.text.contains("Carnet d’heures épuisé"))
      #expect(!page.text.contains("il reste"))
      let living = try await sample.visitor.get("/contrats/\(agreement.id.text)")
      #expect(living.text.contains("Carnet d’heures épuisé"))
    }
  }

  @Test func `the document and its source are handed over`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)"
      let source = try await sample.visitor.get(path + "/source")
      #expect(try Array(source.text.utf8) == Project.example())
      let document = try await sample.visitor.get(path + "/contrat.pdf")
      #expect(document.headers[.contentType] == "application/pdf")
      #expect(document.text.hasPrefix("%PDF-1."))
    }
  }
}
