import Foundation
import HTTPTypes
import Maintenance
import Operations
import Testing
import TestSupport

@testable import Web

struct DeliveryPagesTests {
  private func notify(
    _ sample: SampleSite, _ agreement: Agreement, day: String = "2026-11-20"
  ) async throws -> String {
    let sent = try await sample.visitor.post(
      "/contrats/\(agreement.id.text)/recettes",
      "objet=Migration+des+postes&nature=recette&operation=&jour=\(day)"
        + "&criteres=Chaque+poste+ouvre+une+session%0D%0AAucune+perte")
    return try #require(sent.headers[.location], "\(sent.text)")
  }

  @Test func `a delivery is notified, accepted with reservations, mended, and its report printed`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let visitor = sample.visitor
      let place = try await notify(sample, agreement)
      let page = try await visitor.get(place)
      #expect(page.text.contains("Aucune perte") && page.text.contains("#recette.delai"))
      #expect(page.text.contains("Le silence vaut recette"))
      #expect(try await visitor.get("/").text.contains("Migration des postes"))
      #expect(try await visitor.get("/recettes").text.contains(agreement.clientName))
      #expect(try await visitor.get("\(place)/pv.pdf").status == 404)
      let bare = try await visitor.post(
        "\(place)/decisions", "decision=reserved&personne=Jeanne&qualite=&reserves=&motif=")
      #expect(bare.status == 422 && bare.text.contains("Écrivez les réserves"))
      let decided = try await visitor.post(
        "\(place)/decisions",
        "decision=reserved&personne=Jeanne&qualite=G%C3%A9rante&reserves=Poste+12+lent")
      #expect(decided.status == 303)
      let lifted = try await visitor.post("\(place)/levees", "numero=1&note=Disque+chang%C3%A9")
      #expect(lifted.status == 303)
      let after = try await visitor.get(place)
      #expect(after.text.contains("Disque changé") && after.text.contains("Prononcée"))
      #expect(after.text.contains("Gérante"))
      let report = try await visitor.get("\(place)/pv.pdf")
      #expect(report.status == 200)
      #expect(report.headers[.contentType] == "application/pdf")
      #expect(!(try await visitor.get("/").text.contains("Migration des postes")))
    }
  }

  @Test func `the report of a decision is put to signature from its page, and followed there`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let (visitor, operations) = sample.withMail(needsAccounts: false)
      let place = try await notify(sample, agreement)
      let form =
        "nom-prestataire=Ana&qualite-prestataire=Pr%C3%A9sidente&jours=14"
        + "&courriel-prestataire=ana%40vigie.example"
        + "&nom-client=Jeanne&qualite-client=G%C3%A9rante&courriel-client="
      #expect(!(try await visitor.get(place).text.contains("Faire signer le procès-verbal")))
      #expect(try await visitor.post("\(place)/signatures", form).status == 404)
      _ = try await visitor.post(
        "\(place)/decisions", "decision=reserved&personne=Jeanne&qualite=&reserves=Poste+12+lent")
      #expect(try await visitor.get(place).text.contains("Faire signer le procès-verbal"))
      let refused = try await visitor.post("\(place)/signatures", form + "nulle+part")
      #expect(refused.status == 422 && refused.text.contains("value=\"nulle part\""))
      let endless = form.replacing("jours=14", with: "jours=1000000000000")
      let late = try await visitor.post("\(place)/signatures", endless + "jeanne%40client.example")
      #expect(late.status == 422)
      let sent = try await visitor.post("\(place)/signatures", form + "jeanne%40client.example")
      let envelope = try #require(sent.headers[.location], "\(sent.text)")
      #expect(try await visitor.get(envelope).text.contains("Procès-verbal de recette"))
      let page = try await visitor.get(place).text
      #expect(page.contains(envelope) && !page.contains("Faire signer le procès-verbal"))
      let id = try #require(envelope.split(separator: "/").last.map(String.init))
      let token = try await operations.linkOnSite(#require(ID<Envelope>(id)), by: SampleSite.actor)
      let shown = try await visitor.get("/signature/\(token.text)").text
      #expect(shown.contains("1. Poste 12 lent") && shown.contains("Aucune perte"))
      let document = try await visitor.get("/signature/\(token.text)/document.pdf")
      #expect(document.text.hasPrefix("%PDF"))
      let again = try await visitor.post("\(place)/signatures", form + "jeanne%40client.example")
      #expect(again.status == 422)
    }
  }

  @Test func `what is presented again is signed no more as it was refused`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let (visitor, operations) = sample.withMail(needsAccounts: false)
      let place = try await notify(sample, agreement)
      _ = try await visitor.post(
        "\(place)/decisions", "decision=refused&personne=Jeanne&qualite=&motif=Rien+ne+marche")
      let id: ID<Delivery> = try #require(
        place.split(separator: "/").last.flatMap { ID(String($0)) })
      let delivery = try await operations.delivery(id, under: agreement.id).delivery
      let people = PartySide.allCases.map {
        Envelope.Signatory(
          side: $0, name: "Ana", capacity: "gérante", email: "\($0.rawValue)@vigie.example")
      }
      func ask() async throws -> Envelope {
        try await operations.requestSigning(
          of: DocumentToSign(
            .acceptance, titled: "PV", pdf: Array("%PDF-1.7".utf8), text: "PV",
            accepting: delivery), under: agreement.id, by: people, days: 14,
          asked: SampleSite.actor)
      }
      let envelope = try await ask()
      await #expect(throws: EnvelopeRefusal.waitsAlready) { try await ask() }
      _ = try await visitor.post("\(place)/presentations", "jour=2026-11-23&note=Repris")
      #expect(try await operations.envelope(envelope.id).envelope.stage == .withdrawn)
      await #expect(throws: DeliveryRefusal.changedMeanwhile) { try await ask() }
    }
  }

  @Test func `the schedule records tacit acceptance after the contract's delay, once`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let place = try await notify(sample, agreement, day: "2026-11-20")
      // Eight working days from Friday 20 November: until Wednesday 2 December.
      let eve = sample.operations.at(SampleSite.now + 9 * 86_400)
      #expect(await eve.runSchedule().filter { $0.contains("tacit") } == [])
      #expect(try await sample.visitor.get(place).text.contains("Attendue"))
      let later = sample.operations.at(SampleSite.now + 10 * 86_400)
      for _ in 0..<2 { #expect(await later.runSchedule().filter { $0.contains("tacit") } == []) }
      let page = try await sample.visitor.get(place)
      #expect(page.text.contains("Par le silence du client"))
      #expect(page.text.components(separatedBy: "Recette tacite").count == 2)
      #expect(try await sample.visitor.get("\(place)/pv.pdf").status == 200)
    }
  }

  @Test func `a client's signatory decides, others of the client may not`() async throws {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "CANARI")
      let manager = try await doors.session(of: .manager)
      let signatory = try await doors.session(of: .signatory)
      let requester = try await doors.session(of: .requester)
      let sent = try await doors.ask(
        .post, "/contrats/\(doors.own.contract)/recettes", manager,
        "objet=Baie&nature=recette&operation=&jour=2026-11-20&criteres=Tout+marche")
      let place = try #require(sent.headers[.location])
      #expect(try await doors.ask(.get, place, requester).status == 200)
      let form = "decision=refused&motif=Rien+ne+marche"
      #expect(try await doors.ask(.post, "\(place)/decisions", requester, form).status == 404)
      #expect(try await doors.ask(.post, "\(place)/decisions", signatory, form).status == 303)
      let again = "jour=2026-11-23&note=Repris"
      #expect(
        try await doors.ask(.post, "\(place)/presentations", signatory, again).status == 404)
      #expect(try await doors.ask(.post, "\(place)/presentations", manager, again).status == 303)
      let page = try await doors.ask(.get, place, signatory)
      #expect(page.text.contains("Attendue") && page.text.contains("présenté 2 fois"))
    }
  }

  @Test func `an accepted operation settles the client's duty to accept it`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let before = try await sample.operations.duties(of: agreement.id, ahead: 400, limit: 500)
      let found = before.states.map(\.duty).first { $0.kind == .acceptance }
      guard let duty = found, let done = duty.opens else { throw Missing.version }
      let at = sample.operations.at(
        Zone.paris.instant(done, second: 43_200) + 86_400)
      let delivery = try await at.notifyDelivery(
        DeliveryNotice(title: "Restauration", operation: duty.item, day: done),
        under: agreement.id, by: SampleSite.actor)
      #expect(delivery.due == duty.due)
      #expect(!delivery.criteria.isEmpty)
      try await at.act(
        on: delivery.id, under: agreement.id, by: SampleSite.actor,
        .decide(DeliveryDecision(.accepted, by: "Jeanne")))
      let after = try await at.duties(of: agreement.id, ahead: 400, limit: 500)
      let key = duty.key
      let state = after.states.first { $0.duty.key == key }
      #expect(state?.standing == .done)
    }
  }
}
