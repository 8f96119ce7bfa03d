import HTTPTypes
import Maintenance
import NIOCore
import Operations
import Store
import Testing

@testable import Web

@Suite(.serialized)
struct TokenTests {
  @Test func `a token given on the page opens the API within its scope, and no page`() async throws
  {
    try await ClosedSite.run { closed in
      let guest = try await closed.guest()
      let shown = try await guest.post(
        "/compte/jetons", ["nom": "Supervision", "portee-read": "on", "jours": "30"])
      let text = try #require(shown.text.firstMatch(of: /dlg_[a-z2-7]{8}_[a-z2-7]{52}/)).0
      let list = try await guest.get("/compte/jetons").text
      #expect(!list.contains(text))
      #expect(list.contains(text.prefix(12)))
      #expect(list.contains("jamais"))
      let site = closed.site()
      #expect(try await ask(site, .get, "/api/v1/tickets", "Bearer \(text)").status == 200)
      let refused = try await ask(
        site, .post, "/api/v1/contracts/0000000000001/tickets", "Bearer \(text)")
      #expect(refused.status == 403)
      #expect(refused.text.contains("\"scope\""))
      for path in ["/tickets", "/compte", "/"] {
        #expect(try await ask(site, .get, path, "Bearer \(text)").status == 303, "\(path)")
      }
      #expect(try await ask(site, .get, "/api/v1/tickets?token=\(text)", nil).status == 401)
      #expect(try await !guest.get("/compte/jetons").text.contains("jamais"))
      #expect(try await closed.operations.database.verify().differences == [])
    }
  }

  @Test func `a token ends with its time, its revocation, its person's right or account`()
    async throws
  {
    try await ClosedSite.run { closed in
      let person = try await closed.person("luc@vigie.example", .manager)
      func give() async throws -> String {
        "Bearer "
          + (try await closed.operations.giveToken(
            named: "Export", scopes: [.tickets, .invoices], days: 30, to: person
          ).text)
      }
      func status(_ sent: String, after days: Int = 0) async throws -> Int {
        let site = closed.site(after: days * 86_400)
        let answer = try await ask(site, .get, "/api/v1/tickets", sent)
        return answer.status
      }
      let token = try await give()
      #expect(try await status(token, after: 29) == 200)
      #expect(try await status(token, after: 30) == 401)
      let other = try await give()
      let owner = try await closed.guest()
      let tokens = try await closed.operations.tokens(of: person.id)
      let listed = try #require(tokens.first { other.dropFirst(7).hasPrefix($0.prefix) })
      _ = try await owner.post(
        "/comptes/\(person.id)/jetons", ["jeton": listed.id.text])
      #expect(try await status(other) == 401)
      #expect(try await status(token) == 200)
      let facts = try await closed.operations.database.read {
        try $0.facts(of: .account, person.id.number)
      }
      #expect(facts.last?.kind == "account.token_revoked")
      #expect(facts.last?.actor == closed.owner.actor)
      _ = try await closed.operations.setRole(
        .auditor, of: person.id, by: closed.owner.actor)
      let act = try await ask(
        closed.site(), .post, "/api/v1/tickets/0000000000002/acts", token)
      #expect(act.status == 404)
      _ = try await closed.operations.setDisabled(true, person.id, by: closed.owner.actor)
      #expect(try await status(token) == 401)
      #expect(try await status("Basic \(token.dropFirst(7))") == 401)
      #expect(try await status("Bearer x") == 401)
    }
  }

  @Test func `a token has a scope, an end within a year and a name; giving one asks who it is`()
    async throws
  {
    try await ClosedSite.run { closed in
      func refusal(_ name: String, _ scopes: Set<TokenScope>, _ days: Int) async -> AccountRefusal?
      {
        do {
          _ = try await closed.operations.giveToken(
            named: name, scopes: scopes, days: days, to: closed.owner)
          return nil
        } catch { return error as? AccountRefusal }
      }
      #expect(await refusal("A", [], 30) == .noScope)
      #expect(await refusal("A", [.read], 0) == .badEnd)
      #expect(await refusal("A", [.read], 366) == .badEnd)
      #expect(await refusal(" ", [.read], 30) == .badName)
      #expect(await refusal("A", [.read], 365) == nil)
      let late = try await closed.guest().at(closed.site(after: 400))
      let asked = try await late.post(
        "/compte/jetons", ["nom": "B", "portee-read": "on", "jours": "30"])
      #expect(asked.text.contains("/compte/identite"))
      #expect(try await closed.operations.tokens(of: closed.owner.id).count == 1)
    }
  }

  @Test func `what a program did names it in the register`() async throws {
    try await withDoors { doors in
      let account = try #require(
        try await doors.operations.accounts().first { $0.role == .technician })
      let (_, text) = try await doors.operations.giveToken(
        named: "Sonde", scopes: [.tickets], days: 1, to: account)
      let answer = try await ask(
        doors.site, .post, "/api/v1/tickets/\(doors.own.ticket)/acts", "Bearer \(text)",
        "{\"act\":\"note\",\"note\":\"Vu\"}")
      #expect(answer.status == 200)
      let facts = try await doors.operations.ticket(doors.own.ticketID).facts
      #expect(facts.last?.actor == Actor(side: .provider, name: "technician (Sonde)"))
    }
  }

  private func withDoors(_ body: (Doors) async throws -> Void) async throws {
    try await SampleSite.run { sample in try await body(try await Doors(sample, "CANARI")) }
  }

  private func ask(
    _ site: Website, _ method: HTTPRequest.Method, _ path: String, _ authorization: String?,
    _ body: String = "{}"
  ) async throws -> Visitor.Answer {
    var headers: HTTPFields = [.contentType: "application/json"]
    if let authorization { headers[.authorization] = authorization }
    return try await Visitor(site).ask(method, path, headers, ByteBuffer(string: body))
  }
}
