import Foundation
import FoundationNetworking
import Synchronization

/// One request to another's server over HTTP, answered by 200 and whole, or not at all.
///
/// Follows no redirection, keeps no cookie, and takes no more bytes than was said.
final class BoundedExchange: NSObject, URLSessionDataDelegate {
  private struct State {
    var bytes: [UInt8] = []
    var fault: String?
    var continuation: CheckedContinuation<[UInt8], any Error>?
  }

  private let state = Mutex(State())
  /// How the answer's type begins.
  private let type: String
  private let largest: Int

  private init(type: String, largest: Int) {
    self.type = type
    self.largest = largest
  }

  /// Ten seconds at most: whoever waits for it has work of his own.
  static func ask(_ request: URLRequest, type: String, largest: Int) async throws -> [UInt8] {
    let exchange = BoundedExchange(type: type, largest: largest)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 10
    configuration.timeoutIntervalForResource = 10
    configuration.httpShouldSetCookies = false
    let session = URLSession(
      configuration: configuration, delegate: exchange, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    return try await withCheckedThrowingContinuation { continuation in
      exchange.state.withLock { $0.continuation = continuation }
      session.dataTask(with: request).resume()
    }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let http = response as? HTTPURLResponse
    let sent = http?.value(forHTTPHeaderField: "Content-Type") ?? ""
    let isReply = http?.statusCode == 200 && sent.hasPrefix(type)
    if !isReply {
      state.withLock { $0.fault = "HTTP \(http?.statusCode ?? 0), \(sent)" }
    }
    completionHandler(isReply ? .allow : .cancel)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Foundation.Data
  ) {
    let isTooMuch = state.withLock { state in
      state.bytes += data
      return state.bytes.count > largest
    }
    guard isTooMuch else { return }
    state.withLock { $0.fault = "more bytes than expected" }
    dataTask.cancel()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let (bytes, fault, continuation) = state.withLock { state in
      defer { state.continuation = nil }
      return (state.bytes, state.fault, state.continuation)
    }
    if let fault {
      continuation?.resume(throwing: ExchangeFault(reason: fault))
    } else if let error {
      continuation?.resume(throwing: ExchangeFault(reason: error.localizedDescription))
    } else {
      continuation?.resume(returning: bytes)
    }
  }
}

/// Why no answer came.
struct ExchangeFault: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
