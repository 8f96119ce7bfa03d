import HTTPTypes
import Maintenance
import Operations
import Store
import Testing

@testable import Web

@Suite(.serialized)
struct SignInTests {
  @Test func `the first owner comes in by a link that works once, and signs in again`() async throws
  {
    try await withClosedSite { visitor, operations in
      let link = try #require(try await operations.firstOwnerLink())
      let path = "/acces/\(link.text)"
      #expect(try await visitor.get(path).status == 200)
      let short = try await visitor.post(path, "nom=Ana&courriel=ana@vigie.example&secret=court")
      #expect(short.status == 422)
      let form = "nom=Ana&courriel=Ana@vigie.example&secret=\(password)"
      let entered = try await visitor.post(path, form)
      #expect(entered.headers[.location] == "/")
      #expect(entered.headers[.setCookie]?.contains("HttpOnly") == true)
      #expect(try await visitor.post(path, form).status == 404)
      #expect(try await operations.firstOwnerLink() == nil)
      let wrong = try await visitor.post(
        "/connexion", "courriel=ana@vigie.example&secret=une+autre+phrase")
      #expect(wrong.status == 422)
      #expect(wrong.headers[.setCookie] == nil)
      let right = try await visitor.post(
        "/connexion", "courriel=ana@vigie.example&secret=\(password)&vers=/contrats")
      #expect(right.headers[.location] == "/contrats")
      #expect(try await operations.database.verify().differences == [])
    }
  }

  @Test func `guessing is slowed down, and nobody is led to another site`() async throws {
    try await withClosedSite { visitor, operations in
      let link = try #require(try await operations.firstOwnerLink())
      _ = try await operations.enter(
        link: link.text, password: "une phrase assez longue", email: "ana@vigie.example",
        name: "Ana")
      let away = try await visitor.post(
        "/connexion",
        "courriel=ana@vigie.example&secret=\(password)&vers=//ailleurs.example/")
      #expect(away.headers[.location] == "/")
      for _ in 0..<10 {
        _ = try await visitor.post("/connexion", "courriel=ana@vigie.example&secret=x")
      }
      let last = try await visitor.post(
        "/connexion", "courriel=ana@vigie.example&secret=\(password)")
      #expect(last.status == 429)
    }
  }

  @Test func `the last owner stays, and an address has one account`() async throws {
    try await withClosedSite { _, operations in
      let link = try #require(try await operations.firstOwnerLink())
      let owner = try await operations.enter(
        link: link.text, password: "une phrase assez longue", email: "ana@vigie.example",
        name: "Ana")
      await #expect(throws: AccountRefusal.lastOwner) {
        try await operations.setDisabled(true, owner.id, by: owner.actor)
      }
      await #expect(throws: AccountRefusal.emailTaken) {
        try await operations.openAccount(
          email: "ANA@vigie.example", name: "Autre", role: .technician, by: owner.actor)
      }
      await #expect(throws: AccountRefusal.noAgreement) {
        try await operations.openAccount(
          email: "c@client.example", name: "Client", role: .reader, by: owner.actor)
      }
    }
  }

  private let password = "une+phrase+assez+longue"

  private func withClosedSite(
    _ body: (Visitor, Operations) async throws -> Void
  ) async throws {
    try await SampleSite.run { sample in
      let base = sample.visitor.site
      let site = Website(
        operations: sample.operations, press: base.press, assets: base.assets,
        actor: SampleSite.actor, needsAccounts: true)
      try await body(Visitor(site), sample.operations)
    }
  }
}
