import HTTPTypes
import Hummingbird
import ServiceLifecycle
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

extension Website {
  private static let longestSeconds = 600

  /// A stream of server-sent events: the fragment at once and then every so often, for ten minutes.
  ///
  /// The browser comes back by itself when the stream ends, and finds the latest state. Ends within
  /// a second when the server stops, which waits for it.
  func events(
    every interval: Duration, _ fragment: @escaping @Sendable () async throws -> (String, HTML)
  ) throws -> Response {
    guard !streams.isFull else { throw HTTPError(.tooManyRequests) }
    let period = max(1, Int(interval.components.seconds))
    let body = ResponseBody { [streams] writer in
      try await streams.counting {
        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
        for second in 0..<Website.longestSeconds where !Task.isShuttingDownGracefully {
          if second % period == 0 {
            let (name, html) = try await fragment()
            try await writer.write(ByteBuffer(bytes: Website.event(name, html)))
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

  /// One event, each line of the fragment on a line of its own (HTML, 9.2.6).
  private static func event(_ name: String, _ html: HTML) -> [UInt8] {
    var bytes = Array("event: \(name)\n".utf8)
    for line in html.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      bytes += Array("data: ".utf8) + line + [UInt8(ascii: "\n")]
    }
    return bytes + [UInt8(ascii: "\n")]
  }
}
