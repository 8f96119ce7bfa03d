import Foundation

/// What `wrk` does to one route, from one thread of its own.
struct Wrk: Sendable {
  let port: Int
  let path: String
  /// A form to post, URL-encoded; nothing to get.
  var form: String?
  var cookie: String?
  /// Where its script and its answer are kept.
  let folder: URL

  /// What one burst saw.
  struct Burst: Sendable {
    let requests: Int
    let perSecond: Double
    /// Milliseconds.
    let p50: Double
    let p99: Double
  }

  func burst(connections: Int, seconds: Int) async throws -> Burst {
    let script = folder.appending(path: "wrk.lua")
    let answer = folder.appending(path: "wrk.txt")
    try self.script.write(to: script, atomically: true, encoding: .utf8)
    try Data().write(to: answer)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/wrk")
    process.arguments = [
      "-t1", "-c\(connections)", "-d\(seconds)s", "--timeout", "10s", "--latency",
      "-s", script.path, "http://127.0.0.1:\(port)\(path)",
    ]
    process.standardOutput = try FileHandle(forWritingTo: answer)
    // The server lives in this process: no thread of its pool may be held by the wait.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return try read(String(contentsOf: answer, encoding: .utf8))
  }

  private func read(_ answer: String) throws -> Burst {
    let line = answer.split(separator: "\n").last { $0.hasPrefix("burst ") } ?? ""
    let numbers = line.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 5, numbers[0] > 0, numbers[4] == 0 else {
      throw BenchFault("\(path) under load: \(answer)")
    }
    return Burst(
      requests: Int(numbers[0]), perSecond: numbers[0] * 1_000_000 / numbers[1],
      p50: numbers[2] / 1000, p99: numbers[3] / 1000)
  }

  private var script: String {
    let posting = form.map { form in
      """
      wrk.method = "POST"
      wrk.body = "\(form)"
      wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
      wrk.headers["Origin"] = "http://127.0.0.1:\(port)"

      """
    }
    let known = cookie.map { "wrk.headers[\"Cookie\"] = \"\($0)\"\n" }
    return (posting ?? "") + (known ?? "") + """
      function done(summary, latency, requests)
        local e = summary.errors
        io.write(string.format("\\nburst %d %d %d %d %d\\n", summary.requests, summary.duration,
          latency:percentile(50), latency:percentile(99),
          e.connect + e.read + e.write + e.status + e.timeout))
      end

      """
  }
}
