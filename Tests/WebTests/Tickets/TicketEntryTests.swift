import HTTPTypes
import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

@Suite(.serialized)
struct TicketEntryTests {
  /// A Monday, 10:00 in Paris, once the contract with an inventory is in force.
  private let now = Instant(iso: "2026-12-07T09:00:00Z") ?? Instant(milliseconds: 0)

  @Test func `a call is entered later, on several assets, by the page`() async throws {
    try await inForce { visitor, operations, agreement in
      let path = "/contrats/\(agreement.id.text)/tickets"
      let page = try await visitor.get("\(path)/nouveau").text
      #expect(page.contains("Passerelle de l’usine"))
      let form = """
        objet=Lots+muets&texte=&demandeur=Jeanne&canal=telephone&site=usine&groupe=tracabilite\
        &nature=incident&impact=equipe&urgence=degradation&exclusion=&materiels%5B%5D=trac-1\
        &materiels%5B%5D=passerelle
        """
      let refused = try await visitor.post(path, "\(form)&recu=2026-12-07T08:00&recu_motif=")
      #expect(refused.status == 422)
      #expect(refused.text.contains("Dites pourquoi la demande est saisie après coup."))
      #expect(refused.text.contains("value=\"trac-1\" checked"))
      #expect(refused.text.contains("value=\"2026-12-07T08:00\""))
      let early = try await visitor.post(path, "\(form)&recu=2026-11-30T23:00&recu_motif=Appel")
      #expect(early.text.contains("sous le contrat"))
      let answer = try await visitor.post(
        path, "\(form)&recu=2026-12-07T08:00&recu_motif=Appel+de+nuit")
      let ticket = try #require(answer.headers[.location])
      let shown = try await visitor.get(ticket).text
      #expect(shown.contains("Appel de nuit"))
      #expect(shown.contains("Machine virtuelle applicative, Passerelle de l’usine"))
      let changed = try await visitor.post(
        "\(ticket)/materiels", "materiels%5B%5D=trac-2&motif=Erreur+de+machine")
      #expect(changed.status == 303)
      let after = try await visitor.get(ticket).text
      #expect(after.contains("Erreur de machine"))
      #expect(after.contains("Matériels concernés"))
      #expect(try await operations.verify().differences.isEmpty)
    }
  }

  @Test func `programs say the same, and are told what was expected`() async throws {
    try await inForce { visitor, _, agreement in
      let path = "/api/v1/contracts/\(agreement.id.text)/tickets"
      func ask(_ more: String) async throws -> Visitor.Answer {
        try await visitor.post(
          path,
          """
          {"title":"Muet","requester":"Jeanne","channel":"telephone","site":"usine",\
          "group":"tracabilite","nature":"incident","impact":"equipe","urgency":"degradation"\
          \(more)}
          """, headers: [.contentType: "application/json"])
      }
      let opened = try await ask(
        #","assets":["trac-1"],"received":"2026-12-07T08:00","receivedReason":"Appel""#)
      #expect(opened.status == 201)
      #expect(opened.text.contains(#""received":"2026-12-07T0"#))
      let place = try #require(opened.headers[.location])
      let acted = try await visitor.post(
        "\(place)/acts", #"{"act":"concern","assets":["trac-1","trac-2"],"reason":"Deux"}"#,
        headers: [.contentType: "application/json"])
      #expect(acted.status == 200)
      #expect(acted.text.contains(#""assets":["trac-1","trac-2"]"#))
      for more in [#","assets":"trac-1""#, #","assets":["a","a"]"#, #","received":"hier""#] {
        #expect(try await ask(more).status == 400)
      }
      #expect(try await ask(#","assets":["nul"]"#).status == 422)
    }
  }

  private func inForce(
    _ body: (Visitor, Operations, Agreement) async throws -> Void
  ) async throws {
    try await SampleSite.run { sample in
      let operations = sample.operations.at(now)
      let base = sample.visitor.site
      let site = Website(
        operations: operations, press: base.press, assets: base.assets, actor: SampleSite.actor)
      let early = operations.at(now + -30 * 86_400)
      guard
        case .kept(let id, _) = try await early.receive(
          text: Project.example("hebergement-insulaire"), by: SampleSite.actor)
      else { throw Missing.agreement }
      let agreement = try await early.recordBothSignatures(id, by: SampleSite.actor)
      try await body(Visitor(site), operations, agreement)
    }
  }
}
