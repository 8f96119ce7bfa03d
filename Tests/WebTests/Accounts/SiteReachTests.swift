import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

/// How a client's person is held to sites, by forms as they are shown, stale or made up.
struct SiteReachTests {
  @Test func `neither sites nor the whole, or another contract's sites, give nothing`()
    async throws
  {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "Ailleurs")
      let signatory = Guest(doors.site, token: try await doors.session(of: .signatory))
      let (own, other) = (doors.own.contract, doors.other.contract)
      let people = "/contrats/\(own)/personnes"
      func invite(_ fields: [String: String]) async throws -> Visitor.Answer {
        try await signatory.post(
          people,
          fields.merging([
            "nom": "Zoé", "courriel": "zoe@client.example", "role": Role.reader.rawValue,
          ]) { $1 })
      }
      for fields in [
        [:], ["sites[]": "\(own):lune"], ["sites[]": "\(other):atelier"], ["sites[]": ""],
        ["entiers[]": other],
      ] {
        #expect(try await invite(fields).status == 422, "\(fields)")
      }
      #expect(try await invite(["sites[]": "boutique"]).status == 400)
      // Who ticks a site and leaves the whole ticked means the site.
      #expect(
        try await invite(["sites[]": "\(own):boutique", "entiers[]": own]).text.contains("/acces/"))
      let id = try #require(ID<Agreement>(own))
      let zoe = try #require(
        try await doors.operations.accounts().first { $0.email == "zoe@client.example" })
      #expect(zoe.reach.sites == [id: ["boutique"]])
      let role = "\(people)/\(zoe.id)/role"
      #expect(try await signatory.post(role, ["role": Role.requester.rawValue]).status == 422)
      try await expectRefusedForms(signatory, of: zoe, people: people, contract: own)
      #expect(try await doors.operations.account(zoe.id) == zoe)

      let owner = Guest(doors.site, token: try await doors.session(of: .owner))
      for fields in [
        ["contrats[]": own], ["contrats[]": other, "sites[]": "\(own):boutique"],
        ["contrats[]": own, "sites[]": "\(own):boutique", "role": Role.signatory.rawValue],
      ] {
        let answer = try await owner.post(
          "/comptes/\(zoe.id)/role", ["role": Role.reader.rawValue].merging(fields) { $1 })
        #expect(answer.status == 422, "\(fields)")
      }
      #expect(try await doors.operations.account(zoe.id) == zoe)
      let widened = try await owner.post(
        "/comptes/\(zoe.id)/role",
        ["role": Role.reader.rawValue, "contrats[]": own, "entiers[]": own, "contrat": other])
      #expect(widened.status == 303)
      let now = try await doors.operations.account(zoe.id)
      #expect(now.reach.agreements.map(\.text) == [own, other] && now.reach.sites.isEmpty)
    }
  }

  /// A refused change comes back open: as it was sent, or as it stands where another changed it.
  private func expectRefusedForms(
    _ signatory: Guest, of zoe: Account, people: String, contract own: String
  ) async throws {
    let role = "\(people)/\(zoe.id)/role"
    let stale = try await signatory.post(
      role, ["role": Role.requester.rawValue, "entiers[]": own, "vu": "\(zoe.version - 1)"])
    #expect(stale.status == 422)
    let fold = #"<details class="fold" open>"#
    #expect(stale.text.ranges(of: fold).count == 1)
    let site = "value=\"\(own):boutique\" checked"
    #expect(stale.text.contains(site), "as it stands now")
    // As it was sent, which is nothing.
    let nothing = try await signatory.post(role, ["role": Role.requester.rawValue]).text
    let sent = nothing[try #require(nothing.firstRange(of: fold)).lowerBound...].prefix(1500)
    #expect(!sent.contains("checked") && sent.contains("value=\"demandeur\" selected"))
    for _ in 1...2 { _ = try await signatory.post("\(people)/\(zoe.id)/reactivation") }
    let again = try await signatory.post("\(people)/\(zoe.id)/reactivation")
    #expect(again.status == 422 && !again.text.contains(fold))
    #expect(again.text.ranges(of: site).count == stale.text.ranges(of: site).count)
  }

  /// Names are chosen by whoever invites: a name must not be a way to search what is another's.
  @Test func `one's own data are one's account and acts, whatever word one is named by`()
    async throws
  {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "Ailleurs")
      let id = try #require(ID<Agreement>(doors.own.contract))
      _ = try await doors.operations.act(
        on: doors.beside.ticketID, by: Actor(side: .client, name: "NOTE"),
        .write("Merci", to: .provider))
      for (name, reach) in [
        ("NOTE", Reach([id])), ("signatory", Reach([id])),
        ("Jeanne Morel", Reach([id], sites: [id: ["boutique"]])),
      ] {
        let (account, _) = try await doors.operations.openAccount(
          email: "\(name.lowercased().prefix(4))@client.example", name: name, role: .reader,
          reach: reach, by: SampleSite.actor)
        let own = String(
          decoding: try await doors.operations.personalData(of: account.id, toThemselves: true),
          as: UTF8.self)
        #expect(own.contains(account.email))
        #expect(!own.contains("NOTE-INTERNE") && !own.contains("signatory@vigie.example"))
        #expect(!own.contains("Ailleurs"), "a ticket of another site")
        #expect(own.contains("Caisse muette") == (name == "Jeanne Morel"))
        let whole = String(
          decoding: try await doors.operations.personalData(of: account.id), as: UTF8.self)
        #expect(whole.contains("NOTE-INTERNE") == (name == "NOTE"))
      }
    }
  }
}
