import Foundation
import FoundationNetworking
import Operations

/// The bearer token of a platform: given once for all, or asked for when the last one ends
/// (RFC 6749 §4.4).
actor PlatformTokens {
  private let secret: String
  private let client: String?
  private let url: URL?
  private var kept: (token: String, until: Date)?

  init(secret: String, client: String?, url: URL?) {
    self.secret = secret
    self.client = client
    self.url = url
  }

  private struct Grant: Decodable {
    let access_token: String
    let expires_in: Double?
  }

  func token() async throws -> String {
    guard let url, let client else { return secret }
    if let kept, kept.until > Date() { return kept.token }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let credentials = Foundation.Data("\(encoded(client)):\(encoded(secret))".utf8)
    request.setValue(
      "Basic \(credentials.base64EncodedString())", forHTTPHeaderField: "Authorization")
    request.httpBody = Foundation.Data("grant_type=client_credentials".utf8)
    let answer = try await HTTPExchange.answer(to: request, largest: 1 << 16)
    guard answer.status == 200 else {
      throw PlatformFault.unavailable("no access token: HTTP \(answer.status)")
    }
    let grant: Grant
    do {
      grant = try JSONDecoder().decode(Grant.self, from: Foundation.Data(answer.bytes))
    } catch {
      throw PlatformFault.unavailable("no access token: an answer that is no JSON")
    }
    // Asked for again somewhat before its end.
    let seconds = min(max((grant.expires_in ?? 300) - 30, 0), 86_400)
    kept = (grant.access_token, Date(timeIntervalSinceNow: seconds))
    return grant.access_token
  }

  /// The platform knows it no more.
  func forget() { kept = nil }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
