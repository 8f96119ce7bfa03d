package import Hummingbird
import Logging

/// One request on its way through the routes.
package struct WebContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Told on the page of a fault, and written with its log line.
  let requestID: String

  package init(source: ApplicationRequestContextSource) {
    self.init(logger: source.logger)
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
