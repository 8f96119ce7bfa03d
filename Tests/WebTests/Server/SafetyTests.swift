import HTTPTypes
import Testing

@testable import Web

struct SafetyTests {
  private let visitor: Visitor

  init() throws {
    visitor = Visitor(try .sample())
  }

  @Test func `what is not there is a page of ours, with every safety header`() async throws {
    let answer = try await visitor.get("/nulle-part")
    #expect(answer.status == 404)
    #expect(answer.text.contains("<h1>Cette page n’existe pas</h1>"))
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
    #expect(!policy.contains("unsafe"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    #expect(answer.headers[.cacheControl] == "no-store")
  }

  @Test func `an act sent by another site's page is refused`() async throws {
    let foreign: [HTTPFields] = [
      [.origin: "https://ailleurs.example"], [.origin: "null"],
      [.secFetchSite: "cross-site"], [.secFetchSite: "same-site", .origin: "http://localhost"],
    ]
    for headers in foreign {
      #expect(try await visitor.post("/nulle-part", headers: headers).status == 403)
    }
    #expect(try await visitor.post("/nulle-part").status == 404)
    #expect(
      try await visitor.post("/nulle-part", headers: [.secFetchSite: "same-origin"]).status == 404)
  }

  @Test func `a foreign name that leads here is refused`() async throws {
    #expect(try await visitor.ask(.get, "/", host: "ailleurs.example:8080").status == 421)
    #expect(try await visitor.ask(.get, "/nulle-part", host: "127.0.0.1:8080").status == 404)
    #expect(try await visitor.ask(.get, "/nulle-part", host: "[::1]:8080").status == 404)
  }

  @Test func `the language is what is asked, else chosen, else preferred, else French`()
    async throws
  {
    let english = "<html lang=\"en\">"
    #expect(try await visitor.get("/x").text.contains("<html lang=\"fr\">"))
    #expect(
      try await visitor.get("/x", headers: [.acceptLanguage: "de, en;q=0.8"]).text.contains(english)
    )
    #expect(try await visitor.get("/x", headers: [.cookie: "lang=en"]).text.contains(english))
    let asked = try await visitor.get("/x?lang=en", headers: [.cookie: "lang=fr"])
    #expect(asked.text.contains(english))
    #expect(asked.headers[.setCookie]?.contains("lang=en") == true)
  }
}
