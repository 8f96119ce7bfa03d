import Foundation
import Hummingbird
import Logging

/// A server with one empty page, which says its port on standard error as `diligence serve` does.
func serveNothing() async throws {
  let router = Router()
  router.get("/tickets") { _, _ in Response(status: .ok) }
  var logger = Logger(label: "bare")
  logger.logLevel = .notice
  let application = Application(
    router: router,
    configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
    onServerRunning: { channel in
      let port = channel.localAddress?.port ?? 0
      FileHandle.standardError.write(Data("http://127.0.0.1:\(port)/\n".utf8))
    }, logger: logger)
  try await application.runService()
}
