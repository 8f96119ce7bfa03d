import HTTPTypes
import Maintenance
import Operations
import Store
import Testing

@testable import Web

@Suite(.serialized)
struct LiveTests {
  @Test func `an open page is sent what somebody did, part by part`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      _ = try await sample.operations.act(on: ticket.id, by: SampleSite.actor, .takeCharge)
      let sent = try await sample.visitor.listen(
        "/tickets/\(ticket.id.text)/horloges?vu=1", [:], until: "event: acts\n")
      for part in ["lead", "clocks", "timeline", "verdict", "request", "dealings", "acts"] {
        #expect(sent.contains("event: \(part)\n"))
      }
      #expect(sent.contains("Pris en charge"))
      let still = try await sample.visitor.listen(
        "/tickets/\(ticket.id.text)/horloges?vu=2", [:], until: "event: clocks\n")
      #expect(still.contains("event: clocks\n"))
      #expect(!still.contains("event: acts\n"))
    }
  }

  @Test func `who writes is told to others and not to the page itself`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let path = "/tickets/\(ticket.id.text)"
      let page = "0123456789abcdef"
      let answer = try await sample.visitor.post("\(path)/redaction", "page=\(page)")
      #expect(answer.status == 204)
      let other = try await sample.visitor.listen("\(path)/horloges?page=x", [:], until: "rédige")
      #expect(other.contains("Lina Roche rédige une réponse"))
      let own = try await sample.visitor.listen(
        "\(path)/horloges?page=\(page)", [:], until: "event: clocks\n")
      #expect(!own.contains("rédige"))
      try await #expect(sample.visitor.post("\(path)/redaction", "page=x").status == 400)
      let nothing = ID<Ticket>(number: 1).text
      try await #expect(
        sample.visitor.post("/tickets/\(nothing)/redaction", "page=\(page)").status == 404)
      _ = try await sample.visitor.post("\(path)/reponses", "note=Bonjour&vu=1&page=\(page)")
      #expect(try await sample.operations.liveState().writers == [])
    }
  }

  @Test func `a client's open page is never sent the provider's own words or forms`() async throws {
    try await SampleSite.run { sample in
      let doors = try await Doors(sample, "CANARI")
      let sent = try await doors.listen(
        "/tickets/\(doors.own.ticket)/horloges?vu=1", doors.session(of: .requester),
        until: "event: acts\n")
      #expect(sent.contains("event: acts\n"))
      #expect(!sent.contains("NOTE-INTERNE"))
      #expect(!sent.contains("/resolutions"))
      // Its forms are those of the session, as on the page.
      #expect(sent.contains("name=\"\(FormToken.field)\""))
    }
  }
}
