import HTTPTypes
import Maintenance
import Operations
import Testing

@testable import Web

@Suite(.serialized)
struct SessionTests {
  @Test func `a session that nobody uses ends, a used one ends with its day, a stream is no use`()
    async throws
  {
    try await ClosedSite.run { closed in
      let guest = try await closed.guest()
      #expect(try await isIn(guest, closed, after: 29 * 60))
      #expect(try await !isIn(guest, closed, after: 29 * 60 + 30 * 60))
      let other = try await closed.guest()
      for minutes in stride(from: 20, to: 720, by: 20) {
        #expect(try await isIn(other, closed, after: minutes * 60))
      }
      #expect(try await !isIn(other, closed, after: 720 * 60))
      let third = try await closed.guest()
      _ = try await closed.operations.at(SampleSite.now + 1200)
        .signedIn(try #require(third.token), isUse: false)
      #expect(try await !isIn(third, closed, after: 1900))
    }
  }

  @Test func `signing out ends the session for whoever kept its token`() async throws {
    try await ClosedSite.run { closed in
      let guest = try await closed.guest()
      let thief = Guest(closed.site(), token: guest.token)
      let answer = try await guest.post("/deconnexion")
      #expect(answer.headers[.location] == "/connexion")
      #expect(answer.headers[.clearSiteData] == "\"cache\", \"cookies\", \"storage\"")
      #expect(guest.token == nil)
      #expect(try await thief.get("/compte").headers[.location]?.hasPrefix("/connexion") == true)
    }
  }

  @Test func `one ends a session of one's own, or all others, and never another's`() async throws {
    try await ClosedSite.run { closed in
      _ = try await closed.person("luc@vigie.example", .technician)
      let (here, there) = (try await closed.guest(), try await closed.guest())
      let other = try await closed.guest("luc@vigie.example")
      let page = try await here.get("/compte").text
      let keys = page.matches(of: /\/compte\/sessions\/([0-9a-f]{64})/).map { String($0.1) }
      #expect(keys.count == 1)
      #expect(try await other.post("/compte/sessions/\(keys[0])").status == 404)
      #expect(try await there.get("/compte").status == 200)
      #expect(try await here.post("/compte/sessions/\(keys[0])").status == 303)
      #expect(try await there.get("/compte").status != 200)
      let again = try await closed.guest()
      _ = try await here.post("/compte/sessions")
      #expect(try await again.get("/compte").status != 200)
      #expect(try await here.get("/compte").status == 200)
      #expect(try await other.get("/compte").status == 200)
    }
  }

  @Test func `another password ends the other sessions; the owner ends anybody's`() async throws {
    try await ClosedSite.run { closed in
      let person = try await closed.person("luc@vigie.example", .technician)
      let (here, there) = (
        try await closed.guest("luc@vigie.example"), try await closed.guest("luc@vigie.example")
      )
      let wrong = try await here.post(
        "/compte/mot-de-passe", ["present": "autre", "secret": "une autre phrase longue"])
      #expect(wrong.status == 422)
      let changed = try await here.post(
        "/compte/mot-de-passe",
        ["present": ClosedSite.password, "secret": "une autre phrase longue"])
      #expect(changed.headers[.location] == "/compte")
      #expect(try await there.get("/compte").status != 200)
      #expect(try await here.get("/compte").status == 200)
      let owner = try await closed.guest()
      #expect(try await owner.post("/comptes/\(person.id)/sessions").status == 303)
      #expect(try await here.get("/compte").status != 200)
    }
  }

  @Test func `another role holds from the next request`() async throws {
    try await ClosedSite.run { closed in
      let person = try await closed.person("luc@vigie.example", .manager)
      let guest = try await closed.guest("luc@vigie.example")
      #expect(try await guest.get("/factures").status == 200)
      let owner = try await closed.guest()
      let changed = try await owner.post(
        "/comptes/\(person.id)/role", ["role": Role.technician.rawValue])
      #expect(changed.status == 303)
      #expect(try await guest.get("/factures").status == 404)
      #expect(try await guest.get("/tickets").status == 200)
    }
  }

  @Test func `an act needs the token of the session's own forms, which each page's forms carry`()
    async throws
  {
    try await ClosedSite.run { closed in
      let guest = try await closed.guest()
      for path in ["/compte/sessions", "/comptes/regles", "/deconnexion", "/contrats"] {
        #expect(try await guest.post(path, sendsToken: false).status == 403, "\(path)")
        let stranger = AccessToken.formToken(of: String(repeating: "0", count: 64))
        let forged = try await guest.post(path, ["formulaire": stranger], sendsToken: false)
        #expect(forged.status == 403, "\(path)")
      }
      let token = AccessToken.formToken(of: try #require(guest.token))
      for path in ["/compte", "/comptes", "/contrats/nouveau", "/"] {
        let page = try await guest.get(path).text
        let forms = page.matches(of: /<form [^>]*method="post"[^>]*>/)
        #expect(!forms.isEmpty, "\(path)")
        for form in forms {
          let rest = page[form.range.upperBound...]
          #expect(
            rest.hasPrefix("<input type=\"hidden\" name=\"formulaire\" value=\"\(token)\">"),
            "\(path)")
        }
      }
      let signIn = try await Guest(closed.site()).get("/connexion").text
      #expect(!signIn.contains("formulaire\""))
    }
  }

  private func isIn(
    _ guest: Guest, _ closed: ClosedSite, after seconds: Int
  ) async throws -> Bool {
    try await guest.at(closed.site(after: seconds)).get("/compte").status == 200
  }
}
