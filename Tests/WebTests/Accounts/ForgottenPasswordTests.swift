import HTTPTypes
import Maintenance
import Operations
import Store
import Testing

@testable import Web

struct ForgottenPasswordTests {
  private var mailbox: Mailbox {
    Mailbox(
      address: "support@vigie.example", name: "Vigie", site: "https://contrats.vigie.example",
      relay: MailRelay(name: "relay.example") { _ in .sent(answer: "250 OK", sha256: "00") })
  }

  /// Of what waits to be sent, once there is as much of it.
  private func links(_ site: ClosedSite, count: Int) async throws -> [String] {
    for _ in 0..<200 {
      let mail = try await site.operations.mail(.waiting, before: nil, limit: 50).mail
        .filter { $0.kind == .accessLink }
      if mail.count >= count {
        return mail.map { String($0.text.split(separator: "/acces/")[1].prefix(64)) }
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return []
  }

  @Test func `a link is written to the account's own address, which lets in with a new password`()
    async throws
  {
    try await ClosedSite.run(mailbox: mailbox) { site in
      let guest = Guest(site.site())
      let shown = try await guest.get("/connexion")
      #expect(shown.text.contains("/connexion/oubli"))
      let page = try await guest.get("/connexion/oubli")
      #expect(page.status == 200)
      let asked = try await guest.post("/connexion/oubli", ["courriel": "ANA@vigie.example"])
      #expect(asked.headers[.location] == "/connexion/oubli?envoye=1")
      let stranger = try await guest.post("/connexion/oubli", ["courriel": "moi@ailleurs.example"])
      #expect(stranger.headers == asked.headers && stranger.status == asked.status)
      let links = try await links(site, count: 1)
      #expect(links.count == 1)
      let entered = try await guest.post(
        "/acces/\(links.first ?? "")", ["secret": "une autre phrase bien longue"])
      #expect(entered.status == 303)
      let own = try await guest.get("/compte")
      #expect(own.status == 200)
      let old = Guest(site.site())
      let refused = try await old.post(
        "/connexion", ["courriel": "ana@vigie.example", "secret": ClosedSite.password])
      #expect(refused.status == 422)
    }
  }

  @Test func `asking again at once writes nothing, nor does asking for a disabled account`()
    async throws
  {
    try await ClosedSite.run(mailbox: mailbox) { site in
      let person = try await site.person("luc@vigie.example", .technician)
      _ = try await site.operations.setDisabled(true, person.id, by: site.owner.actor)
      for email in ["luc@vigie.example", "ana@vigie.example", "ana@vigie.example"] {
        try await site.operations.writeAccessLink(to: email, side: nil)
      }
      try await site.operations.writeAccessLink(to: "ana@vigie.example", side: .client)
      let first = try await links(site, count: 1)
      #expect(first.count == 1)
      try await site.operations.at(SampleSite.now + 301)
        .writeAccessLink(to: "ana@vigie.example", side: .provider)
      let both = try await links(site, count: 2)
      #expect(both.count == 2)
    }
  }

  @Test func `without a relay there is no such page, and no address is no account`() async throws {
    try await ClosedSite.run { site in
      let guest = Guest(site.site())
      let shown = try await guest.get("/connexion")
      #expect(!shown.text.contains("/connexion/oubli"))
      let missing = try await guest.get("/connexion/oubli")
      #expect(missing.status == 404)
    }
    try await ClosedSite.run(mailbox: mailbox) { site in
      let guest = Guest(site.site())
      let unreadable = try await guest.post("/connexion/oubli", ["courriel": "ana"])
      #expect(unreadable.status == 422)
      for _ in 0..<10 { _ = try await guest.post("/connexion/oubli", ["courriel": "a@b.example"]) }
      let last = try await guest.post("/connexion/oubli", ["courriel": "a@b.example"])
      #expect(last.status == 429)
    }
  }
}
