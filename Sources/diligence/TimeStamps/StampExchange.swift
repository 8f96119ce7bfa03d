import Foundation
import FoundationNetworking
import Operations
import Register
import Synchronization

/// One request to a time-stamping authority over HTTP (RFC 3161 §3.4), answered whole or not.
///
/// Follows no redirection, and takes no more bytes than a stamp may have.
final class StampExchange: NSObject, URLSessionDataDelegate {
  private struct State {
    var bytes: [UInt8] = []
    var fault: String?
    var continuation: CheckedContinuation<[UInt8], any Error>?
  }

  private let state = Mutex(State())

  /// Ten seconds at most: whoever waits for it has work of his own.
  static func ask(_ url: URL, _ query: [UInt8]) async throws -> [UInt8] {
    let exchange = StampExchange()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 10
    configuration.timeoutIntervalForResource = 10
    configuration.httpShouldSetCookies = false
    let session = URLSession(
      configuration: configuration, delegate: exchange, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue("application/timestamp-query", forHTTPHeaderField: "Content-Type")
    request.httpBody = Foundation.Data(query)
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
    let type = http?.value(forHTTPHeaderField: "Content-Type") ?? ""
    let isReply = http?.statusCode == 200 && type.hasPrefix("application/timestamp-reply")
    if !isReply {
      state.withLock { $0.fault = "HTTP \(http?.statusCode ?? 0), \(type)" }
    }
    completionHandler(isReply ? .allow : .cancel)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Foundation.Data
  ) {
    let isTooMuch = state.withLock { state in
      state.bytes += data
      return state.bytes.count > TimeStampReply.largest
    }
    guard isTooMuch else { return }
    state.withLock { $0.fault = "more bytes than a stamp has" }
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
      continuation?.resume(throwing: AuthorityFault(reason: fault))
    } else if let error {
      continuation?.resume(throwing: AuthorityFault(reason: error.localizedDescription))
    } else {
      continuation?.resume(returning: bytes)
    }
  }
}

/// Why the authority gave no answer.
struct AuthorityFault: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
