import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import Maintenance
import NIOCore
import Synchronization

@testable import Web

/// Asks the site for pages in this process: no socket, no port, no wait.
struct Visitor {
  let site: Website
  private let responder: RouterResponder<WebContext>

  init(_ site: Website) {
    self.init(site, router: router(site))
  }

  init(_ site: Website, router: Router<WebContext>) {
    self.site = site
    responder = router.buildResponder()
  }

  struct Answer {
    let status: Int
    let headers: HTTPFields
    let text: String
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
    try await ask(.get, path, headers)
  }

  func post(
    _ path: String, _ form: String = "", headers: HTTPFields = [.origin: "http://localhost"]
  ) async throws -> Answer {
    var headers = headers
    if headers[.contentType] == nil {
      headers[.contentType] = "application/x-www-form-urlencoded"
    }
    return try await ask(.post, path, headers, ByteBuffer(string: form))
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
    _ body: ByteBuffer = ByteBuffer(), host: String = "localhost"
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: host, path: path, headerFields: headers)
    let response = try await responder.respond(
      to: Request(head: head, body: RequestBody(buffer: body)),
      context: WebContext(logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }))
    let sink = Sink()
    try await response.body.write(Writer(sink: sink))
    return Answer(
      status: response.status.code, headers: response.headers,
      text: String(buffer: sink.bytes.withLock { $0 }))
  }

  /// What a live stream, which has no end, says until it has said that.
  func listen(_ path: String, _ headers: HTTPFields, until mark: String) async throws -> String {
    let head = HTTPRequest(
      method: .get, scheme: "http", authority: "localhost", path: path, headerFields: headers)
    let response = try await responder.respond(
      to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
      context: WebContext(logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }))
    let sink = Sink()
    do {
      try await response.body.write(Writer(sink: sink, mark: mark))
    } catch is Heard {}
    return String(buffer: sink.bytes.withLock { $0 })
  }

  private struct Heard: Error {}

  /// What a response writes, kept.
  private final class Sink: Sendable {
    let bytes = Mutex(ByteBuffer())
  }

  private struct Writer: ResponseBodyWriter {
    let sink: Sink
    /// After which writing fails.
    var mark: String?

    mutating func write(_ buffer: ByteBuffer) async throws {
      let text = sink.bytes.withLock {
        $0.writeImmutableBuffer(buffer)
        return String(buffer: $0)
      }
      if let mark, text.contains(mark) { throw Heard() }
    }

    consuming func finish(_ trailers: HTTPFields?) async throws {}
  }
}
