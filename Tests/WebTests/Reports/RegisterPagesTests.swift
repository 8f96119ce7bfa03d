import Maintenance
import Operations
import Testing

@testable import Web

struct RegisterPagesTests {
  @Test func `each act stands in the register, which verifies on its page`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      _ = try await sample.operations.act(on: ticket.id, by: SampleSite.actor, .takeCharge)
      let entries = try await sample.visitor.get("/contrats/\(agreement.id.text)/registre")
      for kind in ["agreement.version_in_force", "ticket.opened", "ticket.taken_in_charge"] {
        #expect(entries.text.contains("<code>\(kind)</code>"))
      }
      let heads = try await sample.visitor.get("/registre")
      #expect(heads.text.contains("7 entrées"))
      let verified = try await sample.visitor.post("/registre/verifications")
      #expect(verified.status == 200)
      #expect(verified.text.contains("tout concorde"))
    }
  }

  @Test func `a page that does not exist is refused`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/contrats/\(agreement.id.text)/registre"
      try await #expect(sample.visitor.get(path + "?avant=deux").status == 400)
      try await #expect(sample.visitor.get(path + "?avant=1").text.contains("agreement.drafted"))
      try await #expect(sample.visitor.get("/contrats/0000000000001/registre").status == 404)
    }
  }
}
