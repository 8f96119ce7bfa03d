import HTTPTypes
import Maintenance
import Operations
import Store
import Testing

@testable import Web

@Suite(.serialized)
struct SecondFactorTests {
  @Test
  func `a telephone's code is asked after the password, once each, and a recovery code stands in`()
    async throws
  {
    try await ClosedSite.run { closed in
      let (seed, codes) = try await enrol(try await closed.guest(), at: SampleSite.now)
      #expect(codes.count == 10)
      let guest = try await closed.guest(after: 60)
      #expect(try await guest.get("/tickets").headers[.location]?.hasPrefix("/connexion") == true)
      #expect(try await guest.get("/connexion/code").status == 200)
      #expect(try await guest.post("/connexion/code", ["code": "000000"]).status == 422)
      let before = guest.token
      let code = OneTimeCode.code(seed, step: OneTimeCode.step(at: SampleSite.now + 60))
      let entered = try await guest.post("/connexion/code", ["code": code])
      #expect(entered.headers[.location] == "/")
      #expect(guest.token != before)
      #expect(try await guest.get("/tickets").status == 200)
      let again = try await closed.guest(after: 60)
      #expect(try await again.post("/connexion/code", ["code": code]).status == 422)
      let rescued = try await again.post("/connexion/code", ["code": codes[3].uppercased()])
      #expect(rescued.headers[.location] == "/")
      let third = try await closed.guest(after: 60)
      #expect(try await third.post("/connexion/code", ["code": codes[3]]).status == 422)
      #expect(try await closed.operations.database.verify().differences == [])
    }
  }

  @Test func `what waits for a code ends after ten minutes, and a link does not go around it`()
    async throws
  {
    try await ClosedSite.run { closed in
      let (seed, _) = try await enrol(try await closed.guest(), at: SampleSite.now)
      let late = try await closed.guest(after: 60).at(closed.site(after: 700))
      let code = OneTimeCode.code(seed, step: OneTimeCode.step(at: SampleSite.now + 700))
      let answer = try await late.post("/connexion/code", ["code": code])
      #expect(answer.headers[.location] == "/connexion")
      let link = try #require(
        try await closed.operations.accessLink(for: "ana@vigie.example"))
      let guest = Guest(closed.site())
      let entered = try await guest.post(
        "/acces/\(link.text)", ["secret": "une autre phrase longue"])
      #expect(entered.headers[.location] == "/connexion/code")
      #expect(try await guest.get("/").headers[.location] == "/connexion")
    }
  }

  @Test func `a change of what protects the account asks who it is, after a while`() async throws {
    try await ClosedSite.run { closed in
      let guest = try await closed.guest().at(closed.site(after: 400))
      let asked = try await guest.get("/compte/second-facteur")
      #expect(asked.text.contains("/compte/identite"))
      _ = try await guest.post("/compte/second-facteur/proposition")
      #expect(try await closed.operations.proposedSeed(of: closed.owner) == nil)
      let wrong = try await guest.post(
        "/compte/identite", ["secret": "autre chose", "vers": "/compte/second-facteur"])
      #expect(wrong.status == 422)
      let right = try await guest.post(
        "/compte/identite", ["secret": ClosedSite.password, "vers": "/compte/second-facteur"])
      #expect(right.headers[.location] == "/compte/second-facteur")
      _ = try await guest.post("/compte/second-facteur/proposition")
      #expect(try await closed.operations.proposedSeed(of: closed.owner) != nil)
    }
  }

  @Test func `the owner may ask it of everybody at the provider's, and take a lost one away`()
    async throws
  {
    try await ClosedSite.run { closed in
      let owner = try await closed.guest()
      let technician = try await closed.person("luc@vigie.example", .technician)
      _ = try await enrol(owner, at: SampleSite.now)
      let policy = try await owner.post("/comptes/regles", ["second-facteur": "exige"])
      #expect(policy.headers[.location] == "/comptes")
      let guest = try await closed.guest("luc@vigie.example")
      #expect(try await guest.get("/tickets").headers[.location] == "/compte/second-facteur")
      _ = try await enrol(guest, at: SampleSite.now)
      #expect(try await guest.get("/tickets").status == 200)
      #expect(try await guest.post("/compte/second-facteur/retrait").status == 422)
      let reset = try await owner.post("/comptes/\(technician.id)/second-facteur")
      #expect(reset.headers[.location] == "/comptes/\(technician.id)")
      #expect(try await guest.get("/tickets").headers[.location]?.hasPrefix("/connexion") == true)
      let facts = try await closed.operations.database.read {
        try $0.facts(of: .account, technician.id.number)
      }
      #expect(
        facts.map(\.kind).suffix(2)
          == ["account.second_factor_set", "account.second_factor_reset"])
      #expect(facts.last?.actor == closed.owner.actor)
      let page = try await owner.get("/comptes/\(technician.id)")
      #expect(page.status == 200)
      #expect(try await closed.operations.database.verify().differences == [])
    }
  }

  /// Begins and confirms over the pages; gives the seed, and the codes that were shown.
  private func enrol(
    _ guest: Guest, at now: Instant
  ) async throws -> (seed: [UInt8], codes: [String]) {
    _ = try await guest.post("/compte/second-facteur/proposition")
    let page = try await guest.get("/compte/second-facteur").text
    #expect(page.contains("class=\"qr\""))
    let key = try #require(page.firstMatch(of: /<code>([A-Z2-7 ]{39})<\/code>/)).1
    let seed = SecondFactorTests.bytes(of: key.filter { $0 != " " })
    let code = OneTimeCode.code(seed, step: OneTimeCode.step(at: now))
    let shown = try await guest.post("/compte/second-facteur/confirmation", ["code": code])
    let codes = shown.text.matches(of: /<code>([a-z2-7-]{19})<\/code>/).map { String($0.1) }
    return (seed, codes)
  }

  private static func bytes(of base32: String) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    let bits = base32.flatMap { letter -> [Int] in
      let value = letters.firstIndex(of: letter) ?? 0
      return (0..<5).reversed().map { value >> $0 & 1 }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
    }
  }
}
