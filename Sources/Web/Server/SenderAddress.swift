import HTTPTypes
import Hummingbird

extension Website {
  /// The network address that a request comes from; nothing in tests, which have no connection.
  ///
  /// What `X-Forwarded-For` says counts only as far as our own proxies wrote it: from its end, the
  /// first address that is no proxy of ours.
  func sender(of request: Request, _ context: WebContext) -> String? {
    guard let peer = context.peer, isProxy(peer) else { return context.peer }
    let said = request.headers[values: .forwardedFor].joined(separator: ",")
    let hops = said.split(separator: ",").suffix(32)
      .map { hop in hop.filter { !$0.isWhitespace } }
    return hops.last { !isProxy($0) && NetworkRange($0) != nil } ?? peer
  }

  private func isProxy(_ address: String) -> Bool {
    proxies.contains { $0.contains(address) }
  }
}

extension HTTPField.Name {
  static var forwardedFor: Self {
    guard let name = Self("X-Forwarded-For") else { preconditionFailure("it is a token") }
    return name
  }
}
