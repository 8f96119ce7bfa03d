import HTTPTypes
import Maintenance
import NIOCore
import Operations
import TestSupport
import Testing

@testable import Web

@Suite(.serialized)
struct PortalTests {
  @Test func `on the portal's name come in the client's people alone, and they nowhere else`()
    async throws
  {
    try await withDoors { doors in
      let site = portal(doors)
      let reader = try await doors.session(of: .reader)
      let manager = try await doors.session(of: .manager)
      func status(_ path: String, _ host: String, _ cookie: String) async throws -> Int {
        try await Visitor(site).ask(
          .get, path, [.cookie: cookie], ByteBuffer(), host: host
        ).status
      }
      let (here, there) = ("portail.example", "bureau.example")
      let client = "__Host-diligence-portail=\(reader)"
      #expect(try await status("/contrats", here, client) == 200)
      #expect(try await status("/contrats", there, "__Host-diligence=\(reader)") == 303)
      #expect(try await status("/contrats", there, client) == 303)
      #expect(try await status("/contrats", here, "__Host-diligence=\(reader)") == 303)
      #expect(try await status("/contrats", there, "__Host-diligence=\(manager)") == 200)
      #expect(
        try await status("/contrats", here, "__Host-diligence-portail=\(manager)") == 303)
      #expect(try await status("/contrats", "ailleurs.example", client) == 421)
      let (_, token) = try await doors.operations.giveToken(
        named: "Sonde", scopes: [.read], days: 1,
        to: try #require(try await doors.operations.accounts().first { $0.role == .manager }))
      for (host, expected) in [(there, 200), (here, 404)] {
        let answer = try await Visitor(site).ask(
          .get, "/api/v1/tickets", [.authorization: "Bearer \(token)"], ByteBuffer(), host: host)
        #expect(answer.status == expected, "\(host)")
      }
    }
  }

  @Test func `who is of the other side is not known at this door, and is sent to the right one`()
    async throws
  {
    try await withDoors { doors in
      let site = portal(doors)
      let contract = try #require(ID<Agreement>(doors.own.contract))
      let (_, link) = try await doors.operations.openAccount(
        email: "zoe@client.example", name: "Zoé", role: .reader, reach: Reach([contract]),
        by: SampleSite.actor)
      let form = ByteBuffer(string: "secret=une+phrase+assez+longue")
      func send(_ path: String, _ host: String, _ body: ByteBuffer) async throws -> Visitor.Answer {
        try await Visitor(site).ask(
          .post, path,
          [.origin: "https://\(host)", .contentType: "application/x-www-form-urlencoded"], body,
          host: host)
      }
      let path = "/acces/\(link.text)"
      #expect(try await send(path, "bureau.example", form).status == 404)
      let entered = try await send(path, "portail.example", form)
      #expect(entered.headers[.location] == "/contrats")
      let cookie = try #require(entered.headers[.setCookie])
      #expect(cookie.hasPrefix("__Host-diligence-portail="))
      #expect(cookie.contains("Secure") && cookie.contains("HttpOnly"))
      let credentials = ByteBuffer(
        string: "courriel=zoe@client.example&secret=une+phrase+assez+longue")
      #expect(try await send("/connexion", "bureau.example", credentials).status == 422)
      #expect(try await send("/connexion", "portail.example", credentials).status == 303)
    }
  }

  @Test func `a client's signatory manages those who ask and read for it, under its contracts`()
    async throws
  {
    try await withDoors { doors in
      let signatory = Guest(doors.site, token: try await doors.session(of: .signatory))
      let people = "/contrats/\(doors.own.contract)/personnes"
      let page = try await signatory.get(people)
      #expect(page.status == 200)
      #expect(page.text.contains("requester@vigie.example"))
      #expect(!page.text.contains("manager@vigie.example"))
      let invited = try await signatory.post(
        people,
        [
          "nom": "Zoé", "courriel": "zoe@client.example", "role": Role.reader.rawValue,
          "entiers[]": doors.own.contract,
        ])
      #expect(invited.text.contains("/acces/"))
      let accounts = try await doors.operations.accounts()
      let zoe = try #require(accounts.first { $0.email == "zoe@client.example" })
      #expect(zoe.reach.agreements.map(\.text) == [doors.own.contract])
      for role in [Role.signatory, .manager, .owner] {
        let refused = try await signatory.post(
          people, ["nom": "X", "courriel": "x@client.example", "role": role.rawValue])
        #expect(refused.status == 400, "\(role)")
        let id = try person(role, of: accounts).id
        #expect(
          try await signatory.post("\(people)/\(id)/desactivation").status == 404, "\(role)")
      }
      let requester = try person(.requester, of: accounts).id
      #expect(try await signatory.post("\(people)/\(requester)/desactivation").status == 303)
      #expect(try await doors.operations.account(requester).isDisabled)
      // Who sees a contract more is not theirs to manage.
      let both = [doors.own.contract, doors.sibling.contract].compactMap { ID<Agreement>($0) }
      _ = try await doors.operations.setRole(
        .reader, reach: Reach(both), of: zoe.id, by: SampleSite.actor)
      #expect(try await signatory.post("\(people)/\(zoe.id)/desactivation").status == 404)
      let requesterGuest = Guest(doors.site, token: try await doors.session(of: .reader))
      #expect(try await requesterGuest.get(people).status == 404)
    }
  }

  @Test func `a client asks for themselves by the portal, and excludes nothing`() async throws {
    try await withDoors { doors in
      let requester = Guest(doors.site, token: try await doors.session(of: .requester))
      let path = "/contrats/\(doors.own.contract)/tickets"
      let form = try await requester.get("\(path)/nouveau").text
      #expect(form.contains(#"name="demandeur" id="demandeur" value="requester""#))
      for field in ["canal", "exclusion", "recu"] {
        #expect(!form.contains("name=\"\(field)\""), "\(field)")
      }
      let (_, terms) = try await doors.operations.agreementTerms(
        try #require(ID(doors.own.contract)))
      let fields = [
        "objet": "Écran noir", "demandeur": "requester", "site": "atelier", "groupe": "postes",
        "nature": "incident", "impact": "utilisateur", "urgence": "genante", "canal": "telephone",
        "exclusion": try #require(terms.contract.scope.exclusions.first).id,
      ]
      for nobody in ["", "   "] {
        let refused = try await requester.post(path, fields.merging(["demandeur": nobody]) { $1 })
        #expect(refused.status == 422 && refused.text.contains("value=\"Écran noir\""))
      }
      let opened = try await requester.post(path, fields)
      let place = try #require(opened.headers[.location])
      let id = try #require(ID<Ticket>(String(place.dropFirst("/tickets/".count))))
      let ticket = try await doors.operations.ticket(id).ticket
      #expect(ticket.request.channel == .portal && ticket.request.exclusion == nil)
      let list = "/tickets?contrat=\(doors.own.contract)"
      let empty = try await requester.get("\(list)&q=nexistepas").text
      #expect(empty.contains("href=\"\(list)\""))
      #expect(!empty.contains("href=\"/tickets\""))
      let closed = "/contrats/\(try await agreement(opening: "courriel, telephone", doors))/tickets"
      let (account, _) = try await doors.operations.openAccount(
        email: "jeanne@client.example", name: "Jeanne", role: .requester,
        reach: Reach([try #require(ID(String(closed.split(separator: "/")[1])))]),
        by: SampleSite.actor)
      let jeanne = Guest(
        doors.site, token: try await doors.operations.beginSession(of: account, agent: "x").text)
      let told = try await jeanne.get("\(closed)/nouveau").text
      #expect(told.contains("Courriel, Téléphone") && !told.contains("name=\"objet\""))
    }
  }

  private func agreement(opening channels: String, _ doors: Doors) async throws -> ID<Agreement> {
    let text = String(decoding: try Project.example("atelier-lumen"), as: UTF8.self)
      .replacing("VI-2026-031", with: "VI-2026-933")
      .replacing("[portail, courriel, telephone, supervision]", with: "[\(channels)]")
    let early = doors.operations.at(SampleSite.now + -60 * 86_400)
    guard
      case .kept(let id, _) = try await early.receive(text: Array(text.utf8), by: SampleSite.actor)
    else { throw Missing.agreement }
    return try await early.recordBothSignatures(id, by: SampleSite.actor).id
  }

  private func portal(_ doors: Doors) -> Website {
    Website(
      operations: doors.operations, press: doors.site.press, assets: doors.site.assets,
      actor: SampleSite.actor, hosts: ["bureau.example"], needsAccounts: true,
      portalHost: "portail.example")
  }

  private func withDoors(_ body: (Doors) async throws -> Void) async throws {
    try await SampleSite.run { sample in try await body(try await Doors(sample, "CANARI")) }
  }

  private func person(_ role: Role, of accounts: [Account]) throws -> Account {
    let found = accounts.first { $0.role == role && $0.email.hasSuffix("vigie.example") }
    return try #require(found)
  }
}
