import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Testing

@testable import Web

/// Every route of the site under every role, on what is theirs, on what is another client's, and
/// on nothing.
@Suite(.serialized)
struct AccountGateTests {
  private static let canary = "CANARI-D-UN-AUTRE"

  @Test func `every route says who may take it`() async throws {
    try await SampleSite.run { sample in
      let silent = router(sample.visitor.site).routes
        .filter { Access.of($0.method.rawValue, $0.path.description) == nil }
      #expect(silent.map(\.description) == [])
    }
  }

  @Test func `a stranger is led to where one signs in, a program is told`() async throws {
    try await withDoors { doors in
      for route in router(doors.site).routes where !isOpen(route.method, route.path.description) {
        let path = doors.path(route.path.description, doors.own)
        let answer = try await doors.ask(route.method, path, nil)
        if path.hasPrefix("/api/") {
          #expect(answer.status == 401, "\(route)")
        } else {
          #expect(answer.headers[.location]?.hasPrefix("/connexion") == true, "\(route)")
        }
      }
    }
  }

  @Test func `a client's person answers on its ticket and may not resolve it`() async throws {
    try await withDoors { doors in
      let session = try await doors.session(of: .requester)
      let ticket = "/tickets/\(doors.own.ticket)"
      let page = try await doors.ask(.get, ticket, session)
      #expect(page.status == 200)
      #expect(!page.text.contains("/resolutions"))
      let answered = try await doors.ask(
        .post, "\(ticket)/reponses", session, "note=Toujours+en+panne")
      #expect(answered.headers[.location] == ticket)
      let facts = try await doors.operations.ticket(doors.own.ticketID).facts
      #expect(facts.last?.actor == Actor(side: .client, name: "requester"))
      let refused = try await doors.ask(
        .post, "\(ticket)/resolutions", session, "cause=material&note=Fait")
      #expect(refused.status == 404)
    }
  }

  @Test func `an account that is disabled is out at once`() async throws {
    try await withDoors { doors in
      let session = try await doors.session(of: .technician)
      #expect(try await doors.ask(.get, "/tickets", session).status == 200)
      let account = try #require(
        try await doors.operations.accounts().first { $0.role == .technician })
      _ = try await doors.operations.setDisabled(true, account.id, by: SampleSite.actor)
      #expect(try await doors.ask(.get, "/tickets", session).headers[.location] != nil)
    }
  }

  private func isOpen(_ method: HTTPRequest.Method, _ path: String) -> Bool {
    Access.of(method.rawValue, path) == .everybody
  }

  private func withDoors(_ body: (Doors) async throws -> Void) async throws {
    try await SampleSite.run { sample in try await body(try await Doors(sample, Self.canary)) }
  }
}
