import HTTPTypes
import Maintenance
import Operations
import Store
import Testing

@testable import Web

extension SampleSite {
  /// The same site with a relay, which takes every message.
  func withMail(needsAccounts: Bool = true) -> (Visitor, Operations) {
    let operations = Operations(
      database: operations.database, now: { SampleSite.now },
      chance: { UInt32.random(in: 0 ... .max) },
      mailbox: Mailbox(
        address: "support@vigie.example", name: "Vigie", site: "https://vigie.example",
        relay: MailRelay(name: "relay") { _ in .sent(answer: "250", sha256: "00") }))
    let base = visitor.site
    return (
      Visitor(
        Website(
          operations: operations, press: base.press, assets: base.assets,
          actor: SampleSite.actor, needsAccounts: needsAccounts)), operations
    )
  }
}

struct SignaturePagesTests {
  /// A slip before one signatory, and the secret of its link.
  private func withLink(
    _ body: (Visitor, Operations, Envelope, String) async throws -> Void
  ) async throws {
    try await SampleSite.runInForce { sample, agreement in
      let (visitor, operations) = sample.withMail()
      let envelope = try await operations.requestSigning(
        of: DocumentToSign(
          .slip, titled: "Bon", pdf: Array("%PDF-1.7".utf8), text: "<b>Article</b> 1\n| a | b |"),
        under: agreement.id,
        by: [
          Envelope.Signatory(
            side: .client, name: "Jeanne <i>Morel", capacity: "gérante",
            email: "jeanne@client.example")
        ], days: 3, asked: SampleSite.actor)
      let token = try await operations.linkOnSite(envelope.id, by: SampleSite.actor).text
      try await body(visitor, operations, envelope, token)
    }
  }

  @Test func `a link shows its document to whoever has it, and nothing else of the service`()
    async throws
  {
    try await withLink { visitor, operations, envelope, token in
      let page = try await visitor.get("/signature/\(token)")
      #expect(page.status == 200)
      #expect(page.text.contains("&lt;b&gt;Article&lt;/b&gt; 1"))
      #expect(page.text.contains("<td>a</td><td>b</td>"))
      #expect(page.text.contains("Jeanne &lt;i&gt;Morel"))
      #expect(page.text.contains(envelope.document.pdf))
      #expect(page.text.contains("signature électronique simple"))
      #expect(!page.text.contains("href=\"/registre\""))
      let file = try await visitor.get("/signature/\(token)/document.pdf")
      #expect(file.text == "%PDF-1.7")
      for path in [
        "/signature/\(String(repeating: "0", count: 64))", "/signature/\(token)/autre.pdf",
        "/signature/\(token)/document-scelle.pdf",
      ] {
        #expect(try await visitor.get(path).status == 404)
      }
      #expect(
        try await visitor.get("/contrats/\(envelope.agreement.text)/signatures/\(envelope.id.text)")
          .status
          == 303)
      let facts = try await operations.envelope(envelope.id).facts
      #expect(facts.count { $0.kind == "signature.opened" } == 1)
    }
  }

  @Test func `without consent, or with a wrong code, nothing is signed and the page says why`()
    async throws
  {
    try await withLink { visitor, operations, envelope, token in
      let early = try await visitor.post("/signature/\(token)/signature", "code=1&accord=oui")
      #expect(early.status == 422)
      #expect(early.text.contains("Ce code ne vaut plus"))
      let asked = try await visitor.post("/signature/\(token)/code")
      #expect(asked.headers[.location] == "/signature/\(token)")
      let silent = try await visitor.post("/signature/\(token)/signature", "code=123456")
      #expect(silent.text.contains("sans consentement, rien n’est signé"))
      let refused = try await visitor.post("/signature/\(token)/refus", "motif=Pas+d%27accord")
      #expect(refused.status == 303)
      #expect(try await visitor.get("/signature/\(token)").text.contains("n’est plus à signer"))
      #expect(try await operations.envelope(envelope.id).envelope.stage == .refused)
      #expect(try await visitor.post("/signature/\(token)/rien").status == 404)
    }
  }
}
