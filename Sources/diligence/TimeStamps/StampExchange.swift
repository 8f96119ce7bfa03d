import Foundation
import FoundationNetworking
import Register

/// One request to a time-stamping authority over HTTP (RFC 3161 §3.4).
enum StampExchange {
  static func ask(_ url: URL, _ query: [UInt8]) async throws -> [UInt8] {
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue("application/timestamp-query", forHTTPHeaderField: "Content-Type")
    request.httpBody = Foundation.Data(query)
    return try await BoundedExchange.ask(
      request, type: "application/timestamp-reply", largest: TimeStampReply.largest)
  }
}
