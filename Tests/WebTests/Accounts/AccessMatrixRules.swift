import Foundation
import HTTPTypes
import Hummingbird
import Maintenance
import NIOCore
import Testing

@testable import Web

/// What the matrix asks of an answer, and the rule of who may pass, said again without the gate.
extension AccessMatrixTests {
  func look(
    at answer: Visitor.Answer, _ role: Role, _ path: String, isHeld: Bool = false,
    _ counts: inout Counts
  ) {
    guard role.side == .client else { return }
    counts.outputs += 1
    let others = [Self.canary, Self.note] + (isHeld ? [Self.elsewhere] : [])
    for word in others where answer.text.contains(word) {
      counts.canaries += 1
      Issue.record("\(role) reads \(word) on \(path)")
    }
  }

  /// A page leads to nothing that its reader may not take.
  func check(
    _ offered: OfferedPlaces, on answer: Visitor.Answer, _ role: Role, _ path: String,
    isHeld: Bool, _ counts: inout Counts
  ) {
    guard answer.status == 200, answer.text.hasPrefix("<!doctype html>") else { return }
    for place in offered.places(on: answer.text) {
      guard counts.offered.insert("\(role) \(place)").inserted else { continue }
      guard let route = offered.route(of: place), let access = Access.of(place.method, route)
      else {
        Issue.record("\(path) leads nowhere: \(place.method) \(place.path)")
        continue
      }
      let isOffered =
        mayPass(role, access, place.path, isOwn: true, asksForContract: true)
        && (!isHeld || isOfSites(access, place.method, route, isAtSite: true))
      #expect(isOffered, "\(role) on \(path): \(place.method) \(place.path)")
    }
  }

  /// Whether it is for those too who are held to a site.
  func isOfSites(
    _ access: Access, _ method: String, _ route: String, isAtSite: Bool
  ) -> Bool {
    switch access {
    case .contract: Access.isOfSites(method, route)
    case .invoice: false
    case .ticket: isAtSite
    case .everybody, .signedIn, .provider, .ticketList, .ownList: true
    }
  }

  func say(_ what: String, _ counts: Counts) {
    FileHandle.standardError.write(Data("access matrix, \(what): \(counts)\n".utf8))
  }

  func closedRoutes(_ doors: Doors) -> [Router<WebContext>.RouteDescription] {
    router(doors.site).routes.filter { route in
      [HTTPRequest.Method.get, .post].contains(route.method)
        && Access.of(route.method.rawValue, route.path.description) != .everybody
    }
  }

  /// It has no end.
  func isStream(_ path: String) -> Bool {
    path.hasSuffix("/direct") || path.hasSuffix("/horloges")
  }

  func ask(
    _ site: Website, _ method: HTTPRequest.Method, _ path: String, _ authorization: String
  ) async throws -> Visitor.Answer {
    try await Visitor(site).ask(
      method, path, [.contentType: "application/json", .authorization: authorization],
      ByteBuffer(string: "{}"))
  }

  /// The rule, said again without the gate.
  func mayPass(
    _ role: Role, _ access: Access, _ path: String, isOwn: Bool, asksForContract: Bool = false
  ) -> Bool {
    let isClient = role.side == .client
    switch access {
    case .everybody, .signedIn: return true
    case .ownList(let right): return role.may(right)
    case .provider(let right): return !isClient && role.may(right)
    case .ticketList(let right): return (!isClient || asksForContract) && role.may(right)
    case .contract(let right), .invoice(let right):
      return role.may(right) && (!isClient || isOwn)
    case .ticket(let right):
      let isOwnAct = isClient && Access.clientActs.contains { path.hasSuffix("/\($0)") }
      return role.may(isOwnAct ? .answerTickets : right) && (!isClient || isOwn)
    }
  }

  func withDoors(_ body: (Doors) async throws -> Void) async throws {
    try await SampleSite.run { sample in
      try await body(try await Doors(sample, Self.canary, elsewhere: Self.elsewhere))
    }
  }
}
