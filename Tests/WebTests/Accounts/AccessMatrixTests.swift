import Foundation
import HTTPTypes
import Hummingbird
import Maintenance
import NIOCore
import Operations
import TestSupport
import Testing

@testable import Web

/// Every route of the pages and of the API, under every role and every kind of credential, on what
/// is theirs, on another contract of their client, on another client's, and on nothing.
@Suite(.serialized)
struct AccessMatrixTests {
  private static let canary = "CANARI-D-UN-AUTRE"
  private static let note = "NOTE-INTERNE"

  private struct Counts: CustomStringConvertible {
    var refused = 0
    var open = 0
    var outputs = 0
    var canaries = 0

    var description: String {
      "\(refused + open) cases: \(refused) refused, \(open) let in; "
        + "\(outputs) outputs read, \(canaries) words of others found"
    }
  }

  @Test func `every role takes its routes on its own, and finds nothing elsewhere`() async throws {
    try await withDoors { doors in
      var counts = Counts()
      #expect(Set([doors.own, doors.other, doors.nothing].map(\.invoice)).count == 3)
      for role in Role.allCases {
        let session = try await doors.session(of: role)
        for route in closedRoutes(doors) {
          guard let access = Access.of(route.method.rawValue, route.path.description) else {
            continue
          }
          for place in [doors.own, doors.sibling, doors.other, doors.nothing] {
            let path = doors.path(route.path.description, place)
            let isOwn = place == doors.own
            if !mayPass(role, access, path, isOwn: isOwn) {
              let answer = try await doors.ask(route.method, path, session)
              let isRefused = answer.status == 404 || answer.headers[.location] == "/contrats"
              #expect(
                isRefused, "\(role) \(route.method) \(path) (\(place.name)): \(answer.status)")
              counts.refused += 1
              look(at: answer, role, path, &counts)
            } else if route.method == .get, !isStream(path) {
              let answer = try await doors.ask(.get, path, session)
              #expect(answer.status < 500, "\(role) \(path)")
              counts.open += 1
              look(at: answer, role, path, &counts)
            }
          }
        }
      }
      #expect(counts.refused > 1000)
      #expect(counts.open > 150)
      #expect(counts.canaries == 0)
      say("roles", counts)
    }
  }

  @Test func `a session that ended, a disabled account and no credential open nothing`()
    async throws
  {
    try await withDoors { doors in
      var counts = Counts()
      let late = Website(
        operations: doors.operations.at(SampleSite.now + 8 * 86_400), press: doors.site.press,
        assets: doors.site.assets, actor: SampleSite.actor, needsAccounts: true)
      let owner = try await doors.session(of: .owner)
      let disabled = try await doors.session(of: .manager)
      let account = try #require(
        try await doors.operations.accounts().first { $0.role == .manager })
      _ = try await doors.operations.setDisabled(true, account.id, by: SampleSite.actor)
      let forged = String(repeating: "a", count: 64)
      for route in closedRoutes(doors) {
        let path = doors.path(route.path.description, doors.own)
        for (visitor, token) in [
          (Visitor(late), owner), (Visitor(doors.site), disabled), (Visitor(doors.site), forged),
        ] {
          let answer = try await doors.ask(route.method, path, token, on: visitor)
          let isTurnedAway =
            path.hasPrefix("/api/")
            ? answer.status == 401 : answer.headers[.location]?.hasPrefix("/connexion") == true
          #expect(isTurnedAway, "\(route.method) \(path): \(answer.status)")
          counts.refused += 1
        }
      }
      #expect(counts.refused > 250)
      say("credentials that ended", counts)
    }
  }

  @Test func `a token opens what its scope and its person's role both allow, and no page`()
    async throws
  {
    try await withDoors { doors in
      var counts = Counts()
      let accounts = try await doors.operations.accounts().filter { $0.role.side == .provider }
      for account in accounts {
        for scope in TokenScope.allCases {
          let (_, text) = try await doors.operations.giveToken(
            named: "Sonde", scopes: [scope], days: 1, to: account)
          for route in closedRoutes(doors) {
            guard
              case .provider(let right)? = Access.of(
                route.method.rawValue, route.path.description)
            else { continue }
            let path = doors.path(route.path.description, doors.own)
            guard path.hasPrefix("/api/") || route.method == .get, !isStream(path) else { continue }
            let answer = try await ask(doors.site, route.method, path, "Bearer \(text)")
            if !path.hasPrefix("/api/") {
              #expect(answer.headers[.location]?.hasPrefix("/connexion") == true, "\(path)")
              counts.refused += 1
            } else if !account.role.may(right) {
              #expect(answer.status == 404, "\(account.role) \(scope) \(path)")
              counts.refused += 1
            } else if !scope.rights.contains(right) {
              #expect(answer.status == 403, "\(account.role) \(scope) \(path)")
              counts.refused += 1
            } else {
              #expect(![401, 403].contains(answer.status), "\(account.role) \(scope) \(path)")
              counts.open += 1
            }
          }
        }
      }
      #expect(counts.refused > 500)
      #expect(counts.open > 100)
      say("tokens", counts)
    }
  }

  @Test(arguments: Engine.available.filter { $0 == .postgres })
  func `behind a gate that lets a client's people in everywhere, the store shows its own alone`(
    _ engine: Engine
  ) async throws {
    try await SampleSite.run(on: engine) { sample in
      let doors = try await Doors(sample, Self.canary)
      var counts = Counts()
      try await AccountGate.$leavesContractsToStore.withValue(true) {
        for role in Role.allCases where role.side == .client {
          let session = try await doors.session(of: role)
          for route in closedRoutes(doors) where route.method == .get {
            guard let access = Access.of("GET", route.path.description), access.isOfContracts
            else { continue }
            for place in [doors.own, doors.sibling, doors.other] {
              let path = doors.path(route.path.description, place)
              guard !isStream(path), mayPass(role, access, path, isOwn: true) else { continue }
              let answer = try await doors.ask(.get, path, session)
              let isList = path == "/contrats"
              if place == doors.own || isList {
                #expect(answer.status < 500, "\(role) \(path)")
                counts.open += 1
              } else {
                #expect(answer.status == 404, "\(role) \(path) (\(place.name))")
                counts.refused += 1
              }
              look(at: answer, role, path, &counts)
            }
          }
        }
      }
      #expect(counts.refused > 50)
      #expect(counts.canaries == 0)
      say("row security alone", counts)
    }
  }

  private func look(
    at answer: Visitor.Answer, _ role: Role, _ path: String, _ counts: inout Counts
  ) {
    guard role.side == .client else { return }
    counts.outputs += 1
    for word in [Self.canary, Self.note] where answer.text.contains(word) {
      counts.canaries += 1
      Issue.record("\(role) reads \(word) on \(path)")
    }
  }

  private func say(_ what: String, _ counts: Counts) {
    FileHandle.standardError.write(Data("access matrix, \(what): \(counts)\n".utf8))
  }

  private func closedRoutes(_ doors: Doors) -> [Router<WebContext>.RouteDescription] {
    router(doors.site).routes.filter { route in
      [HTTPRequest.Method.get, .post].contains(route.method)
        && Access.of(route.method.rawValue, route.path.description) != .everybody
    }
  }

  /// It has no end.
  private func isStream(_ path: String) -> Bool {
    path.hasSuffix("/direct") || path.hasSuffix("/horloges")
  }

  private func ask(
    _ site: Website, _ method: HTTPRequest.Method, _ path: String, _ authorization: String
  ) async throws -> Visitor.Answer {
    try await Visitor(site).ask(
      method, path, [.contentType: "application/json", .authorization: authorization],
      ByteBuffer(string: "{}"))
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
