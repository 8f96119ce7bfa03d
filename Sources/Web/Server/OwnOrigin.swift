import HTTPTypes
import Hummingbird

/// Refuses what another site makes a reader's browser send, and names that are not ours.
///
/// An act needs `Sec-Fetch-Site` or `Origin` to say that our own page sent it; a client that says
/// neither is no browser. A page asked for under an unknown host name is refused, since a foreign
/// name that leads to loopback (DNS rebinding) would make another's script one of ours.
struct OwnOrigin: RouterMiddleware {
  /// Host names without port, lower case.
  let hosts: Set<String>

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard let authority = request.head.authority, hosts.contains(name(of: authority)) else {
      throw HTTPError(.misdirectedRequest)
    }
    let isReading = request.method == .get || request.method == .head
    guard isReading || isOurs(request, authority: authority) else { throw HTTPError(.forbidden) }
    return try await next(request, context)
  }

  private func isOurs(_ request: Request, authority: String) -> Bool {
    if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = request.headers[.origin] else { return true }
    return origin == "http://\(authority)" || origin == "https://\(authority)"
  }

  private func name(of authority: String) -> String { OwnOrigin.name(of: authority) }

  /// Without its port.
  static func name(of authority: String) -> String {
    let end = authority.hasSuffix("]") ? nil : authority.lastIndex(of: ":")
    return String(authority[..<(end ?? authority.endIndex)]).lowercased()
  }
}
