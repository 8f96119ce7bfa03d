package import Hummingbird
import Logging
import NIOCore

/// One request on its way through the routes.
package struct WebContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Told on the page of a fault, and written with its log line.
  let requestID: String
  /// The network address at the other end of the connection.
  var peer: String?

  package init(source: ApplicationRequestContextSource) {
    self.init(logger: source.logger)
    peer = source.channel.remoteAddress?.ipAddress
  }

  /// Without a connection behind it.
  init(logger: Logger) {
    coreContext = CoreRequestContextStorage(source: Origin(logger: logger))
    requestID = logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "-"
  }

  private struct Origin: RequestContextSource {
    let logger: Logger
  }
}
