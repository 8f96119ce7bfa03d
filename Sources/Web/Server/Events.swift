import HTTPTypes
import Hummingbird
import Operations
import ServiceLifecycle
import Store
import Synchronization

/// How many live streams are open: each holds a connection, so their number is bounded.
final class StreamCount: Sendable {
  private let open = Mutex(0)
  private static let most = 500

  var isFull: Bool { open.withLock { $0 >= StreamCount.most } }

  func counting(_ stream: () async throws -> Void) async rethrows {
    open.withLock { $0 += 1 }
    defer { open.withLock { $0 -= 1 } }
    try await stream()
  }
}

/// What one page is sent while it is open.
protocol LiveStream: Sendable {
  /// Named fragments for that second since it was opened; none when nothing moved.
  mutating func events(at second: Int) async throws -> [(String, HTML)]
}

extension Website {
  private static let longestSeconds = 600

  /// A stream of server-sent events: asked each second what there is to send, for ten minutes.
  ///
  /// The browser comes back by itself when the stream ends, and finds the latest state. Ends within
  /// a second when the server stops, which waits for it.
  func events<Sent: LiveStream>(_ stream: Sent) throws -> Response {
    guard !streams.isFull else { throw HTTPError(.tooManyRequests) }
    let (visit, scope) = (Visit.current, ClientScope.reach)
    let body = ResponseBody { [streams] writer in
      try await streams.counting {
        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
        var stream = stream
        for second in 0..<Website.longestSeconds where !Task.isShuttingDownGracefully {
          guard try await isStillLet(visit, at: second) else { break }
          // The body is written after the request was answered: who asked is told again, and the
          // walls around what they may see stand again.
          let sent = try await Visit.$current.withValue(visit) {
            try await ClientScope.$reach.withValue(scope) {
              try await stream.events(at: second)
            }
          }
          for (name, html) in sent {
            let part = visit?.formToken.map(html.carrying) ?? html
            try await writer.write(ByteBuffer(bytes: Website.event(name, part)))
          }
          try await Task.sleep(for: .seconds(1))
        }
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
      body: body)
  }

  /// Signed in as before: an account that was disabled or changed is told no more within seconds.
  private func isStillLet(_ visit: SignedIn?, at second: Int) async throws -> Bool {
    guard let visit, second > 0, second % 10 == 0 else { return true }
    return try await operations.isUnchanged(visit)
  }

  /// One event, each line of the fragment on a line of its own (HTML, 9.2.6).
  private static func event(_ name: String, _ html: HTML) -> [UInt8] {
    var bytes = Array("event: \(name)\n".utf8)
    for line in html.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      bytes += Array("data: ".utf8) + line + [UInt8(ascii: "\n")]
    }
    return bytes + [UInt8(ascii: "\n")]
  }
}
