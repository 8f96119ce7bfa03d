import HTTPTypes
import Hummingbird
import Synchronization

/// How many live streams are open: each holds a connection, so their number is bounded.
final class StreamCount: Sendable {
  private let open = Mutex(0)
  static let maximum = 500

  func begin() -> Bool {
    open.withLock { count in
      guard count < StreamCount.maximum else { return false }
      count += 1
      return true
    }
  }

  func end() {
    open.withLock { $0 -= 1 }
  }
}

extension Website {
  /// A stream of server-sent events: the fragment again every so often, for ten minutes at most.
  ///
  /// The browser comes back by itself when the stream ends, and finds the latest state.
  func events(
    every interval: Duration, _ fragment: @escaping @Sendable () async throws -> (String, HTML)
  ) throws -> Response {
    guard streams.begin() else { throw HTTPError(.serviceUnavailable) }
    let streams = streams
    let body = ResponseBody { writer in
      defer { streams.end() }
      try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
      let turns = Int(600 / max(1, interval.components.seconds))
      for _ in 0..<turns {
        let (name, html) = try await fragment()
        try await writer.write(ByteBuffer(bytes: Website.event(name, html)))
        try await Task.sleep(for: interval)
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

/// Lets one costly thing run at a time, and refuses the others meanwhile.
final class OneAtATime: Sendable {
  private let isRunning = Mutex(false)

  func run<Result>(_ body: () async throws -> Result) async throws -> Result {
    let isFree = isRunning.withLock { running in
      defer { running = true }
      return !running
    }
    guard isFree else { throw HTTPError(.tooManyRequests) }
    defer { isRunning.withLock { $0 = false } }
    return try await body()
  }
}
