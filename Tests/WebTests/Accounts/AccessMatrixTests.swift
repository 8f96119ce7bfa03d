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
  static let canary = "CANARI-D-UN-AUTRE"
  static let note = "NOTE-INTERNE"
  static let elsewhere = "CANARI-DE-L-ATELIER"

  struct Counts: CustomStringConvertible {
    var refused = 0
    var open = 0
    var outputs = 0
    var canaries = 0
    /// Where pages led, each once for a role.
    var offered: Set<String> = []

    var description: String {
      "\(refused + open) cases: \(refused) refused, \(open) let in; "
        + "\(outputs) outputs read, \(canaries) words of others found, "
        + "\(offered.count) places offered"
    }
  }

  @Test func `every role takes its routes on its own, and finds nothing elsewhere`() async throws {
    try await withDoors { doors in
      var counts = Counts()
      #expect(Set([doors.own, doors.other, doors.nothing].map(\.invoice)).count == 3)
      let offered = OfferedPlaces(doors.site)
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
              check(offered, on: answer, role, path, isHeld: false, &counts)
            }
          }
        }
      }
      #expect(counts.refused > 1000)
      #expect(counts.open > 150)
      #expect(counts.canaries == 0)
      #expect(counts.offered.count > 400)
      say("roles", counts)
    }
  }

  @Test func `who is held to a site takes what is of that site, and no contract as a whole`()
    async throws
  {
    try await withDoors { doors in
      var counts = Counts()
      let offered = OfferedPlaces(doors.site)
      for role in Role.managedByClient {
        let session = try await doors.heldSession(of: role)
        for route in closedRoutes(doors) {
          let name = route.path.description
          guard let access = Access.of(route.method.rawValue, name) else { continue }
          // One's own contract with a ticket at the site, then with one at the other.
          for place in [doors.beside, doors.own, doors.sibling, doors.other, doors.nothing] {
            let path = doors.path(name, place)
            let mayPass = mayPass(
              role, access, path, isOwn: place == doors.beside || place == doors.own)
            let isSeen = isOfSites(
              access, route.method.rawValue, name, isAtSite: place == doors.beside)
            if !mayPass || !isSeen {
              let answer = try await doors.ask(route.method, path, session)
              let isRefused = answer.status == 404 || answer.headers[.location] == "/contrats"
              #expect(isRefused, "\(role) \(route.method) \(path) (\(place.name))")
              counts.refused += 1
              look(at: answer, role, path, isHeld: true, &counts)
            } else if route.method == .get, !isStream(path) {
              let answer = try await doors.ask(.get, path, session)
              // No file was sent, and nothing here signs what it hands out.
              let isThere = !path.contains("/pieces/") && !path.hasSuffix("/preuve")
              #expect(answer.status < (isThere ? 400 : 500), "\(role) \(path): \(answer.status)")
              counts.open += 1
              look(at: answer, role, path, isHeld: true, &counts)
              check(offered, on: answer, role, path, isHeld: true, &counts)
            }
          }
        }
        let list = "/tickets?contrat=\(doors.own.contract)"
        let answer = try await doors.ask(.get, list, session)
        #expect(answer.text.contains("Caisse muette"))
        look(at: answer, role, list, isHeld: true, &counts)
        let contracts = try await doors.ask(.get, "/contrats", session)
        #expect(contracts.text.matches(of: /class="num">1</).count == 1, "one ticket of two")
      }
      #expect(counts.refused > 500)
      #expect(counts.open > 20)
      #expect(counts.canaries == 0)
      say("held to a site", counts)
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
      let doors = try await Doors(sample, Self.canary, elsewhere: Self.elsewhere)
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
        for role in Role.managedByClient {
          let session = try await doors.heldSession(of: role)
          for route in closedRoutes(doors) where route.method == .get {
            guard let access = Access.of("GET", route.path.description), access.isOfContracts
            else { continue }
            for place in [doors.beside, doors.own, doors.sibling, doors.other] {
              let path = doors.path(route.path.description, place)
              guard !isStream(path), mayPass(role, access, path, isOwn: true) else { continue }
              let answer = try await doors.ask(.get, path, session)
              #expect(answer.status < 500, "\(role) \(path)")
              if answer.status < 400 { counts.open += 1 } else { counts.refused += 1 }
              look(at: answer, role, path, isHeld: true, &counts)
            }
          }
        }
      }
      #expect(counts.refused > 50)
      #expect(counts.canaries == 0)
      say("row security alone", counts)
    }
  }
}
