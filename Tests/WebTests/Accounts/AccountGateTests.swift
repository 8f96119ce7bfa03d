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

  @Test func `nobody takes a route without its right, and a client none of another's`() async throws
  {
    try await withDoors { doors in
      for role in Role.allCases {
        let session = try await doors.session(of: role)
        for route in router(doors.site).routes
        where !isOpen(route.method, route.path.description) && !isMethodless(route.method) {
          guard let access = Access.of(route.method.rawValue, route.path.description) else {
            continue
          }
          for place in [doors.own, doors.other, doors.nothing] {
            let path = doors.path(route.path.description, place)
            guard !mayPass(role, access, path, isOwn: place == doors.own) else { continue }
            let answer = try await doors.ask(route.method, path, session)
            let isRefused = answer.status == 404 || answer.headers[.location] == "/contrats"
            #expect(isRefused, "\(role) \(route.method) \(path): \(answer.status)")
          }
        }
      }
    }
  }

  @Test func `who has the right sees the page, and never another client's words`() async throws {
    try await withDoors { doors in
      for role in Role.allCases {
        let session = try await doors.session(of: role)
        for route in router(doors.site).routes
        where route.method == .get && !isOpen(route.method, route.path.description) {
          guard let access = Access.of("GET", route.path.description) else { continue }
          let path = doors.path(route.path.description, doors.own)
          // Live streams have no end.
          guard !path.hasSuffix("/horloges"), path != "/direct",
            mayPass(role, access, path, isOwn: true)
          else { continue }
          let answer = try await doors.ask(.get, path, session)
          #expect(answer.status < 500, "\(role) \(path)")
          if role.side == .client {
            #expect(!answer.text.contains(Self.canary), "\(role) \(path)")
            #expect(!answer.text.contains("NOTE-INTERNE"), "\(role) \(path)")
          }
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

  /// Places of the API answer the methods that they have not.
  private func isMethodless(_ method: HTTPRequest.Method) -> Bool {
    ![HTTPRequest.Method.get, .head, .post].contains(method)
  }

  /// The rule, said again without the gate.
  private func mayPass(_ role: Role, _ access: Access, _ path: String, isOwn: Bool) -> Bool {
    let isClient = role.side == .client
    switch access {
    case .everybody, .signedIn: return true
    case .ownList(let right): return role.may(right)
    case .provider(let right): return !isClient && role.may(right)
    case .ticketList(let right): return !isClient && role.may(right)
    case .contract(let right), .invoice(let right):
      return role.may(right) && (!isClient || isOwn)
    case .ticket(let right):
      let isOwnAct = isClient && Access.clientActs.contains { path.hasSuffix("/\($0)") }
      return role.may(isOwnAct ? .answerTickets : right) && (!isClient || isOwn)
    }
  }

  private func withDoors(_ body: (Doors) async throws -> Void) async throws {
    try await SampleSite.run { sample in try await body(try await Doors(sample, Self.canary)) }
  }
}
