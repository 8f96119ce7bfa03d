import Maintenance
import Operations
import Testing

@testable import Web

struct TicketDealingPagesTests {
  @Test func `each form of the page does its act, and the page shows what it left`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let other = try await sample.ticket(under: agreement)
      let ticket = try await sample.ticket(under: agreement)
      let path = "/tickets/\(ticket.id.text)"
      let steps = [
        ("affectations", "personne=Paul+Martin", "Paul Martin"),
        ("reponses", "vu=2&note=Nous+regardons", "Nous regardons"),
        ("notes", "note=Penser+au+pilote", "Penser au pilote"),
        ("derogations", "decision=quote&motif=Hors+forfait+convenu", "Hors forfait convenu"),
        ("liens", "lien=related&numero=\(other.number)", "en rapport avec"),
        ("propositions", "texte=Neuf&prix=1+234,50&validite=2026-12-20", "1\u{202F}234,50"),
        (
          "reponses-proposition", "numero=1&reponse=declined&personne=Jeanne&motif=Trop+cher",
          "Trop cher"
        ),
        (
          "mises-en-garde", "risque=Panne&consequence=Perte+des+plans&recommandation=Copie&prix=",
          "Perte des plans"
        ),
        ("relances", "numero=1", "une relance"),
        (
          "reponses-mise-en-garde", "numero=1&reponse=accepted&personne=Jeanne&motif=",
          "Reçue et suivie"
        ),
        (
          "contournements", "note=Autre&responsable=Paul&echeance=2026-12-01",
          "Paul corrige la cause"
        ),
        (
          "dettes", "responsable=Lina&echeance=2026-12-03&motif=Rupture", "Lina corrige la cause"
        ),
        (
          "travaux", "minutes=30&debut=2026-11-23T09:10&lieu=sur_site&note=", "Sur site"
        ),
        ("resolutions", "cause=materiel&note=Tambour", "Tambour"),
        ("confirmations", "personne=Jeanne+Morel", "Confirmé"),
      ]
      for (act, form, shown) in steps {
        let answer = try await sample.visitor.post("\(path)/\(act)", form)
        #expect(answer.status == 303, "\(act): \(answer.text.prefix(300))")
        let page = try await sample.visitor.get(path)
        #expect(page.text.contains(shown), "\(act) is not shown")
      }
      let tied = try await sample.visitor.get("/tickets/\(other.id.text)")
      #expect(tied.text.contains("en rapport avec"))
    }
  }

  @Test func `a requalification needs an accord, and gives the new priority and verdict`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let matrix = try await sample.operations.terms(of: agreement.id).contract.serviceLevels.matrix
      let path = "/tickets/\(ticket.id.text)"
      let form = """
        impact=\(matrix.impacts[1])&urgence=\(matrix.urgencies[1])&nature=incident\
        &site=\(ticket.request.site)&groupe=\(ticket.request.group)&exclusion=&motif=Moins+grave
        """
      let refused = try await sample.visitor.post(path + "/qualifications", form)
      #expect(refused.status == 422)
      #expect(refused.text.contains("Moins grave"))
      let answer = try await sample.visitor.post(path + "/qualifications", form + "&accord=Jeanne")
      #expect(answer.status == 303)
      let changed = try await sample.operations.ticket(ticket.id).ticket
      #expect(changed.priority != ticket.priority)
      #expect(
        changed.priority == matrix.priority(impact: matrix.impacts[1], urgency: matrix.urgencies[1])
      )
    }
  }

  @Test func `an answer to a ticket that moved comes back with what was typed`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/tickets/\(try await sample.ticket(under: agreement).id.text)"
      try await #expect(sample.visitor.post(path + "/prises-en-charge").status == 303)
      let answer = try await sample.visitor.post(path + "/reponses", "vu=1&note=Bien+re%C3%A7u")
      #expect(answer.status == 422)
      #expect(answer.text.contains("entre-temps"))
      #expect(answer.text.contains("Bien reçu"))
      #expect(answer.text.contains("name=\"vu\" value=\"2\""))
    }
  }

  @Test(arguments: ["abc", "-5", "1,234", "0", "1e3", ""])
  func `a price that is none is refused and kept`(_ price: String) async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/tickets/\(try await sample.ticket(under: agreement).id.text)/propositions"
      let answer = try await sample.visitor.post(
        path, "texte=Neuf&prix=\(price)&validite=2026-12-20")
      #expect(answer.status == 422)
      #expect(answer.text.contains("Donnez un prix HT"))
      #expect(answer.text.contains("value=\"\(price)\""))
    }
  }
}
