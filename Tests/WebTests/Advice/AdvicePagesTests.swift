import HTTPTypes
import Maintenance
import Operations
import TestSupport
import Testing

@testable import Web

struct AdvicePagesTests {
  private let fields = """
    objet=Onduleur&constat=L%E2%80%99onduleur+de+la+salle+a+des+batteries+de+2019.&risque=Coupure\
    &consequence=La+d%C3%A9coupe+s%E2%80%99arr%C3%AAte+et+la+tourn%C3%A9e+part+vide.\
    &recommandation=Changer+les+batteries&prix=480&echeance=2026-12-15
    """

  private func place(_ answer: Visitor.Answer) throws -> String {
    try #require(answer.headers[.location])
  }

  @Test
  func `a fact of the contract becomes an advice, sent, accepted, and a ticket with its price`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let visitor = sample.visitor
      let list = "/contrats/\(agreement.id.text)/conseils"
      let offered = try await visitor.get(list)
      #expect(offered.text.contains("Onduleur de la salle des serveurs"))
      #expect(offered.text.contains("#obligations_prestataire.conseil"))
      let advice = try place(
        try await visitor.post(list, fields + "&origine=inventory&reference=x"))
      let draft = try await visitor.get(advice)
      #expect(
        draft.text.contains("Envoyer au client") && !draft.text.contains("Avant de l’envoyer"))
      let sent = try await visitor.post(
        "\(advice)/envoi", "destinataire=Jeanne+Morel&moyen=courriel")
      #expect(sent.status == 303)
      let refused = try await visitor.post("\(advice)/brouillon", fields)
      #expect(refused.status == 422 && refused.text.contains("déjà envoyé"))
      let noReason = try await visitor.post(
        "\(advice)/reponses", "reponse=declined&personne=Jeanne&motif=")
      #expect(noReason.status == 422 && noReason.text.contains("Donnez le motif"))
      let answered = try await visitor.post(
        "\(advice)/reponses", "reponse=accepted&personne=Jeanne+Morel&motif=Bon")
      #expect(answered.status == 303)
      let page = try await visitor.get(advice)
      #expect(page.text.contains("Accepté") && page.text.contains("Réponse au conseil"))
      let ticket = try #require(page.text.firstMatch(of: #/\/tickets\/[0-9a-z]{13}/#))
      let made = try await visitor.get(String(ticket.0))
      #expect(made.text.contains("Changer les batteries") && made.text.contains("480,00"))
      #expect(made.text.contains("Acceptée"))
      let overview = try await visitor.get("/conseils?etat=accepted")
      #expect(overview.text.contains("Onduleur") && overview.text.contains(agreement.clientName))
      let state = try await visitor.get("/contrats/\(agreement.id.text)")
      #expect(state.text.contains(list))
    }
  }

  @Test func `what lacks is told on the draft and refused at sending`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let list = "/contrats/\(agreement.id.text)/conseils"
      let empty = try await sample.visitor.post(list, "objet=&constat=x")
      #expect(empty.status == 422 && empty.text.contains("Nommez la chose"))
      let advice = try place(
        try await sample.visitor.post(list, "objet=Baie&constat=Tout+va+mal+ici+depuis+lundi"))
      let draft = try await sample.visitor.get(advice)
      #expect(draft.text.contains("Avant de l’envoyer"))
      #expect(draft.text.contains("Le constat doit nommer la chose"))
      let sent = try await sample.visitor.post("\(advice)/envoi", "destinataire=J&moyen=lettre")
      #expect(sent.status == 422 && sent.text.contains("doit nommer la chose"))
      let price = try await sample.visitor.post(list, fields.replacing("480", with: "cher"))
      #expect(price.status == 422 && price.text.contains("value=\"cher\""))
    }
  }

  @Test func `the same consequence told to two clients is refused`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let early = sample.operations.at(SampleSite.now + -30 * 86_400)
      guard
        case .kept(let id, _) = try await early.receive(
          text: Project.example("cabinet-rivoire"), by: SampleSite.actor)
      else { throw Missing.agreement }
      let other = try await early.recordBothSignatures(id, by: SampleSite.actor)
      let first = try place(
        try await sample.visitor.post("/contrats/\(other.id.text)/conseils", fields))
      #expect(
        try await sample.visitor.post("\(first)/envoi", "destinataire=J&moyen=portail").status
          == 303)
      let second = try place(
        try await sample.visitor.post("/contrats/\(agreement.id.text)/conseils", fields))
      let refused = try await sample.visitor.post(
        "\(second)/envoi", "destinataire=J&moyen=portail")
      #expect(refused.status == 422)
      #expect(refused.text.contains("déjà écrite à un autre client"))
      #expect(!refused.text.contains(other.clientName))
    }
  }

  @Test func `a client's signatory reads what was sent and answers; drafts are not shown`()
    async throws
  {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "CANARI")
      let list = "/contrats/\(doors.own.contract)/conseils"
      let manager = try await doors.session(of: .manager)
      let signatory = try await doors.session(of: .signatory)
      let reader = try await doors.session(of: .reader)
      let advice = try place(try await doors.ask(.post, list, manager, fields))
      #expect(try await doors.ask(.get, advice, signatory).status == 404)
      #expect(!(try await doors.ask(.get, list, signatory).text.contains("Onduleur</a>")))
      #expect(try await doors.ask(.post, "\(advice)/vues", signatory).status == 404)
      _ = try await doors.ask(
        .post, "\(advice)/envoi", manager, "destinataire=Jeanne&moyen=portail")
      #expect(try await doors.ask(.get, advice, signatory).status == 200)
      #expect(try await doors.ask(.post, "\(advice)/reponses", reader).status == 404)
      #expect(try await doors.ask(.post, "\(advice)/relances", signatory).status == 404)
      let seen = try await doors.ask(.post, "\(advice)/vues", signatory)
      #expect(seen.status == 303)
      let no = try await doors.ask(
        .post, "\(advice)/reponses", signatory, "reponse=declined&motif=Trop+cher")
      #expect(no.status == 303)
      let page = try await doors.ask(.get, advice, manager)
      #expect(page.text.contains("Trop cher") && page.text.contains("signatory"))
      #expect(page.text.contains("Poser à nouveau"))
    }
  }

  @Test func `programs draft, send and read advice as the pages show it`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/api/v1/contracts/\(agreement.id.text)/advice"
      let json: HTTPFields = [.contentType: "application/json"]
      let draft = """
        {"thing":"NAS","fact":"Le NAS du bureau a rempli 97 % de ses disques.","risk":"Arrêt",\
        "consequence":"Plus aucun plan ne s’enregistre dans l’atelier."}
        """
      let made = try await sample.visitor.post("\(path)/drafts", draft, headers: json)
      #expect(made.status == 201, "\(made.text)")
      let advice = try JSON(reading: Array(made.text.utf8))
      #expect(advice["lacks"] == ["noRecommendation"])
      let id = try #require(advice["id"]?.text)
      let send = #"{"act":"send","to":"Jeanne","means":"portail","seen":1}"#
      let refused = try await sample.visitor.post("\(path)/\(id)/acts", send, headers: json)
      #expect(refused.status == 422 && refused.text.contains("noRecommendation"))
      let stale = try await sample.visitor.post(
        "\(path)/\(id)/acts", send.replacing("1}", with: "7}"), headers: json)
      #expect(stale.status == 409)
      let list = try await sample.visitor.get(path)
      #expect(list.text.contains("\"stage\":\"drafted\""))
      try await #expect(sample.visitor.get("\(path)/0000000000009").status == 404)
    }
  }
}
