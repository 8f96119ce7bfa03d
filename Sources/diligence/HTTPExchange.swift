import Foundation
import FoundationNetworking
import Synchronization

/// One request over HTTP, answered whole within its bounds or not at all: no redirection is
/// followed, no cookie kept.
final class HTTPExchange: NSObject, URLSessionDataDelegate {
  private struct State {
    var bytes: [UInt8] = []
    var response: HTTPURLResponse?
    var isTooMuch = false
    var continuation: CheckedContinuation<Answer, any Error>?
  }

  struct Answer {
    let status: Int
    let type: String
    let bytes: [UInt8]
  }

  private let state = Mutex(State())
  private let largest: Int

  private init(largest: Int) {
    self.largest = largest
  }

  /// Throws `HTTPExchangeFault`, also when the answer has more than `largest` bytes.
  static func answer(
    to request: URLRequest, largest: Int, seconds: Double = 10
  ) async throws -> Answer {
    let exchange = HTTPExchange(largest: largest)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = seconds
    configuration.timeoutIntervalForResource = seconds
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
    state.withLock { $0.response = response as? HTTPURLResponse }
    completionHandler(.allow)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Foundation.Data
  ) {
    let isTooMuch = state.withLock { state in
      state.bytes += data
      state.isTooMuch = state.bytes.count > largest
      return state.isTooMuch
    }
    if isTooMuch { dataTask.cancel() }
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
    let (last, continuation) = state.withLock { state in
      defer { state.continuation = nil }
      return (state, state.continuation)
    }
    if last.isTooMuch {
      continuation?.resume(throwing: HTTPExchangeFault(reason: "more bytes than are expected"))
    } else if let error {
      continuation?.resume(throwing: HTTPExchangeFault(reason: error.localizedDescription))
    } else {
      continuation?.resume(
        returning: Answer(
          status: last.response?.statusCode ?? 0,
          type: last.response?.value(forHTTPHeaderField: "Content-Type") ?? "",
          bytes: last.bytes))
    }
  }
}

/// Why there was no answer.
struct HTTPExchangeFault: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
