import HTTPTypes
import Maintenance
import Operations
import Testing

@testable import Web

struct APITests {
  private func post(
    _ sample: SampleSite, _ path: String, _ body: String, command: String? = nil
  ) async throws -> Visitor.Answer {
    var headers: HTTPFields = [.contentType: "application/json"]
    if let command, let name = HTTPField.Name("Idempotency-Key") { headers[name] = command }
    return try await sample.visitor.post(path, body, headers: headers)
  }

  private func read(_ sample: SampleSite, _ path: String) async throws -> JSON {
    try await JSON(reading: Array(sample.visitor.get(path).text.utf8))
  }

  private func opening(_ sample: SampleSite, _ agreement: Agreement) async throws -> String {
    let contract = try await sample.operations.terms(of: agreement.id).contract
    let matrix = contract.serviceLevels.matrix
    return """
      {"title":"Serveur muet","requester":"Jeanne","channel":"telephone",\
      "site":"\(contract.scope.sites[0].id)","group":"\(contract.scope.groups[0].id)",\
      "nature":"incident","impact":"\(matrix.impacts[1])","urgency":"\(matrix.urgencies[0])"}
      """
  }

  @Test func `a ticket is opened, acted on and read as the pages show it`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let place = "/api/v1/contracts/\(agreement.id.text)/tickets"
      let opened = try await post(sample, place, opening(sample, agreement))
      #expect(opened.status == 201)
      let path = try #require(opened.headers[.location])
      for act in [
        #"{"act":"takeCharge","seen":1}"#, #"{"act":"answer","note":"Nous regardons"}"#,
        #"{"act":"propose","text":"Neuf","priceCents":12000,"validUntil":"2026-12-20"}"#,
        #"{"act":"answerProposal","number":1,"answer":"accepted","by":"Jeanne"}"#,
      ] {
        let answer = try await post(sample, path + "/acts", act)
        #expect(answer.status == 200, "\(act): \(answer.text)")
      }
      let ticket = try await read(sample, path)
      #expect(ticket["stage"] == "in_charge")
      #expect(ticket["version"] == 5)
      #expect(ticket["verdict"]?["decision"] == "included")
      let facts = try await sample.visitor.get(path + "/facts").text
      #expect(facts.contains("ticket.proposal_answered"))
      let list = try await sample.visitor.get("/api/v1/tickets?limit=1").text
      #expect(list.contains("Serveur muet"))
    }
  }

  @Test func `an act sent again under its key is done once`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/api/v1/tickets/\(try await sample.ticket(under: agreement).id.text)"
      let act = #"{"act":"work","minutes":30}"#
      let key = "0123456789abcdef"
      try await #expect(post(sample, path + "/acts", act, command: key).status == 200)
      let again = try await post(sample, path + "/acts", act, command: key)
      #expect(again.status == 303)
      #expect(again.headers[.location] == path)
      let ticket = try await read(sample, path)
      #expect(ticket["workedMinutes"] == 30)
    }
  }

  @Test(arguments: [
    (#"{"act":"dance"}"#, 400, "act"), (#"{"act":"resolve","cause":"x","note":"n"}"#, 400, "cause"),
    (#"{"act":"takeCharge","extra":1}"#, 400, "extra"), ("{", 400, ""), ("[]", 400, "act"),
    (#"{"act":"resume"}"#, 422, ""), (#"{"act":"resume","seen":9}"#, 409, ""),
    (#"{"act":"work","minutes":"30"}"#, 400, "minutes"),
    (#"{"act":"answer","note":"a\u0000b"}"#, 400, "note"),
  ])
  func `what cannot be done is a problem that says where`(
    _ body: String, _ status: Int, _ field: String
  ) async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/api/v1/tickets/\(try await sample.ticket(under: agreement).id.text)/acts"
      let answer = try await post(sample, path, body)
      #expect(answer.status == status)
      #expect(answer.headers[.contentType] == "application/problem+json")
      let problem = try JSON(reading: Array(answer.text.utf8))
      #expect((problem["field"]?.text ?? "") == field)
      #expect(problem["detail"]?.text?.isEmpty == false)
    }
  }

  @Test func `other methods, types, keys and bounds are refused as problems`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let answer = try await sample.visitor.ask(.delete, "/api/v1/tickets")
      #expect(answer.status == 405)
      #expect(answer.headers[.allow] == "GET, HEAD")
      for (path, status) in [
        ("/api/v1/tickets?limit=0", 400), ("/api/v1/tickets?limit=x", 400),
        ("/api/v1/tickets?before=x", 400), ("/api/v1/tickets/x", 404), ("/api/v1/none", 404),
      ] {
        let answer = try await sample.visitor.get(path)
        #expect(answer.status == status)
        #expect(answer.headers[.contentType] == "application/problem+json")
      }
      let form = try await sample.visitor.post(
        "/api/v1/contracts/\(agreement.id.text)/tickets", "title=x")
      #expect(form.status == 415)
      let foreign = try await sample.visitor.post(
        "/api/v1/contracts/\(agreement.id.text)/tickets", "{}",
        headers: [.origin: "http://evil.example", .contentType: "application/json"])
      #expect(foreign.status == 403)
      #expect(foreign.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `tickets are paged by key without one missed`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      for minute in 0..<5 {
        let later = SampleSite(
          visitor: sample.visitor, operations: sample.operations.at(SampleSite.now + minute * 60))
        _ = try await later.ticket(under: agreement, title: "Ticket \(minute)")
      }
      var titles: [String] = []
      var path: String? = "/api/v1/tickets?limit=2&contract=\(agreement.id.text)"
      while let asked = path {
        let page = try await read(sample, asked)
        guard case .list(let items) = page["items"] else { break }
        titles += items.compactMap { $0["title"]?.text }
        path = page["next"]?.text.map { "/api/v1/tickets?limit=2&before=\($0)" }
      }
      #expect(titles == (0..<5).reversed().map { "Ticket \($0)" })
    }
  }
}
