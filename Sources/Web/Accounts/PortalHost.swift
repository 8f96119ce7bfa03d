import HTTPTypes
import Hummingbird
import Maintenance

extension Website {
  /// Whose people come in by the name that a request asks for; nothing when all do.
  func side(of request: Request) -> Actor.Side? {
    guard let portalHost else { return nil }
    return OwnOrigin.name(of: request.head.authority ?? "") == portalHost ? .client : .provider
  }

  func admits(_ account: Account, _ request: Request) -> Bool {
    side(of: request).map { $0 == account.role.side } ?? true
  }

  /// Where somebody's links lead: the client's people have a name of their own.
  func origin(for account: Account, _ request: Request) -> String {
    let authority = request.head.authority ?? ""
    let scheme = Website.isOnLoopback(request) ? "http://" : "https://"
    guard let portalHost, account.role.side == .client else { return scheme + authority }
    let name = OwnOrigin.name(of: authority)
    return scheme + portalHost + authority.dropFirst(name.utf8.count)
  }

  /// Bound to the host and to TLS wherever that is possible: loopback has none.
  func cookieName(_ request: Request) -> String {
    let name = side(of: request) == .client ? "diligence-portail" : "diligence"
    return Website.isOnLoopback(request) ? name : "__Host-\(name)"
  }

  static func isOnLoopback(_ request: Request) -> Bool {
    let host = request.head.authority ?? ""
    return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
  }
}
