import Maintenance
import Operations
import Store
import Testing

@testable import Web

struct MailPagesTests {
  /// A ticket whose acknowledgement waits for a relay that takes nothing.
  private func withMail(
    _ body: (Visitor, Operations, Ticket) async throws -> Void
  ) async throws {
    try await SampleSite.runInForce { sample, agreement in
      let mailbox = Mailbox(
        address: "support@vigie.example", name: "Vigie", site: "https://vigie.example",
        relay: MailRelay(name: "relay") { _ in .refused(reason: "554 no", isAddress: false) })
      let operations = Operations(
        database: sample.operations.database, now: { SampleSite.now },
        chance: { UInt32.random(in: 0 ... .max) }, mailbox: mailbox)
      let base = sample.visitor.site
      let visitor = Visitor(
        Website(
          operations: operations, press: base.press, assets: base.assets,
          actor: SampleSite.actor))
      let ticket = try await SampleSite(visitor: visitor, operations: operations)
        .ticket(under: agreement)
      try await body(visitor, operations, ticket)
    }
  }

  @Test func `what waits, what failed and why are on the page, and a person sends it again`()
    async throws
  {
    try await withMail { visitor, operations, ticket in
      let waiting = try await visitor.get("/courrier").text
      #expect(waiting.contains("Part dans un instant"))
      let mail = try #require(
        try await operations.mail(.waiting, before: nil, limit: 1).mail.first)
      let letter = try await visitor.get("/courrier/\(mail.id.text)").text
      #expect(letter.contains("class=\"note\"") && !letter.contains("&lt;/"))
      #expect(letter.contains("Votre demande est enregistrée."))
      #expect(
        try await visitor.get("/tickets/\(ticket.id.text)").text.contains(
          "/courrier/\(mail.id.text)"))
      #expect(await operations.deliverMail().count == 1)
      let failed = try await visitor.get("/courrier?etat=failed").text
      #expect(failed.contains("554 no"))
      #expect(failed.contains("Un message n’a pas pu partir."))
      #expect(try await visitor.post("/courrier/\(mail.id.text)/renvois").status == 303)
      #expect(try await operations.mail(mail.id)?.state == .waiting)
      #expect(try await visitor.post("/courrier/\(mail.id.text)/renvois").status == 404)
      #expect(try await visitor.get("/courrier?etat=rien").status == 400)
      #expect(try await visitor.get("/courrier?lang=en").text.contains("Leaves in a moment"))
    }
  }

  @Test func `a report that is pasted flags the address, everywhere that it is shown`()
    async throws
  {
    try await withMail { visitor, operations, ticket in
      let mail = try #require(
        try await operations.mail(.waiting, before: nil, limit: 1).mail.first)
      func report(_ address: String, _ id: String) -> String {
        "texte=Content-Type:+message/delivery-status%0A%0AFinal-Recipient:+rfc822;"
          + "+\(address)%0AAction:+failed%0AStatus:+5.1.1%0A%0AMessage-ID:+"
          + id.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("+", with: "%2B")
      }
      let forged = try await visitor.post(
        "/courrier/avis", report(mail.recipient, "<inconnu@vigie.example>"))
      #expect(forged.status == 422)
      #expect(forged.text.contains("d’aucun de nos messages"))
      #expect(forged.text.contains("inconnu@vigie.example"))
      #expect(try await visitor.post("/courrier/avis", "texte=Bonjour").status == 422)
      let read = try await visitor.post("/courrier/avis", report(mail.recipient, mail.messageID))
      #expect(read.status == 200)
      #expect(read.text.contains("L’adresse est marquée en échec."))
      #expect(
        try await visitor.get("/tickets/\(ticket.id.text)").text.contains("adresse en échec"))
      #expect(try await operations.mail(mail.id)?.state == .held)
      let address = mail.recipient.replacing("@", with: "%40")
      #expect(try await visitor.post("/courrier/adresses", "adresse=\(address)").status == 303)
      #expect(try await operations.failing(among: [mail.recipient]) == [])
    }
  }
}
