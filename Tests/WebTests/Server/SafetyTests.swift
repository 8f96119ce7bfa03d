import HTTPTypes
import Maintenance
import Testing

@testable import Web

struct SafetyTests {
  @Test func `what is not there is a page of ours, with every safety header`() async throws {
    try await SampleSite.run { sample in
      let visitor = sample.visitor
      let answer = try await visitor.get("/nulle-part")
      #expect(answer.status == 404)
      #expect(answer.text.contains("<h1>Cette page n’existe pas</h1>"))
      let policy = try #require(answer.headers[.contentSecurityPolicy])
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
      #expect(!policy.contains("unsafe"))
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.cacheControl] == "no-store")
    }
  }

  @Test func `under a public name the browser is told to come back by TLS alone`() async throws {
    try await SampleSite.run { sample in
      let site = Website(
        operations: sample.operations, press: sample.visitor.site.press,
        assets: sample.visitor.site.assets, actor: SampleSite.actor, hosts: ["vigie.example"])
      let visitor = Visitor(site)
      let answer = try await visitor.ask(.get, "/contrats", host: "vigie.example")
      #expect(answer.status == 200)
      #expect(
        answer.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
      #expect(try await visitor.get("/contrats").headers[.strictTransportSecurity] == nil)
    }
  }

  @Test func `no page stays in a browser's cache, and only what never changes does`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let contract = "/contrats/\(agreement.id.text)"
      let places = ["/", "/registre", "/tickets", contract, "\(contract)/source", "/factures"]
      for place in places {
        let answer = try await sample.visitor.get(place)
        #expect(answer.status == 200)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        for name in ["Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"] {
          #expect(try answer.headers[#require(HTTPField.Name(name))] == "same-origin")
        }
      }
      let page = try await sample.visitor.get("/")
      let asset = try #require(page.text.firstMatch(of: #/\/assets\/[^"]+/#))
      let kept = try await sample.visitor.get(String(asset.0))
      #expect(kept.headers[.cacheControl]?.contains("immutable") == true)
    }
  }

  @Test func `an act sent by another site's page is refused`() async throws {
    try await SampleSite.run { sample in
      let visitor = sample.visitor
      let foreign: [HTTPFields] = [
        [.origin: "https://ailleurs.example"], [.origin: "null"],
        [.secFetchSite: "cross-site"], [.secFetchSite: "same-site", .origin: "http://localhost"],
      ]
      for headers in foreign {
        try await #expect(visitor.post("/nulle-part", headers: headers).status == 403)
      }
      try await #expect(visitor.post("/nulle-part").status == 404)
      try await #expect(
        visitor.post("/nulle-part", headers: [.secFetchSite: "same-origin"]).status == 404)
    }
  }

  @Test func `a foreign name that leads here is refused`() async throws {
    try await SampleSite.run { sample in
      let visitor = sample.visitor
      try await #expect(visitor.ask(.get, "/", host: "ailleurs.example:8080").status == 421)
      try await #expect(visitor.ask(.get, "/nulle-part", host: "127.0.0.1:8080").status == 404)
      try await #expect(visitor.ask(.get, "/nulle-part", host: "[::1]:8080").status == 404)
    }
  }

  @Test func `the language is what is asked, else chosen, else preferred, else French`()
    async throws
  {
    try await SampleSite.run { sample in
      let visitor = sample.visitor
      let english = "<html lang=\"en\">"
      try await #expect(visitor.get("/x").text.contains("<html lang=\"fr\">"))
      try await #expect(
        visitor.get("/x", headers: [.acceptLanguage: "de, en;q=0.8"]).text.contains(english)
      )
      try await #expect(visitor.get("/x", headers: [.cookie: "lang=en"]).text.contains(english))
      let asked = try await visitor.get("/x?lang=en", headers: [.cookie: "lang=fr"])
      #expect(asked.text.contains(english))
      #expect(asked.headers[.setCookie]?.contains("lang=en") == true)
    }
  }
}
