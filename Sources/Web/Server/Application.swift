package import Hummingbird
package import Logging
import NIOCore

/// A server of the site that stops when its service group does: requests under way are finished.
///
/// `onRunning` is told the port once the server listens, which matters when `port` is 0;
/// `moreRoutes` stand behind what guards the site's own.
package func application(
  _ site: Website, host: String = "127.0.0.1", port: Int, logger: Logger,
  onRunning: @escaping @Sendable (Int) async -> Void = { _ in },
  moreRoutes: (Router<WebContext>) -> Void = { _ in }
) -> some ApplicationProtocol {
  let router = router(site)
  moreRoutes(router)
  var application = Application(
    router: router,
    server: .http1(configuration: .init(idleTimeout: .seconds(60))),
    configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
    onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
    logger: logger)
  application.addServices(BillingWorker(site: site, logger: logger))
  return application
}
