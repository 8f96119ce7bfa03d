import Crypto
import Foundation
package import Maintenance

/// An identity provider by which people may sign in (OpenID Connect): authorization code with PKCE.
package actor SignOnProvider {
  /// How this service is known to it, and how it is reached.
  package struct Settings: Sendable {
    package let issuer: String
    package let client: String
    /// None for a public client, which PKCE alone protects.
    package let secret: String?
    /// Where it sends people back to, as it was told: never made from what a request says.
    package let redirection: String
    /// As the page calls it.
    package let name: String

    package init(
      issuer: String, client: String, secret: String?, redirection: String, name: String
    ) {
      self.issuer = issuer
      self.client = client
      self.secret = secret
      self.redirection = redirection
      self.name = name
    }
  }

  /// A question to the provider: a form that is posted, or nothing but the address.
  package struct Question: Sendable {
    package let address: String
    package let form: String?
    /// Of HTTP's basic authentication.
    package let authorization: String?
  }

  /// What the browser keeps while its owner is at the provider's, sealed.
  package struct Errand: Codable, Sendable {
    package let state: String
    let nonce: String
    let verifier: String
    let begun: Int64
    /// Where the visitor wanted to go.
    package let target: String
    /// The invitation that is to be bound to whoever comes back.
    package let link: String?
  }

  private struct Description: Decodable, Sendable {
    var issuer: String
    var authorizationEndpoint: String
    var tokenEndpoint: String
    var jwksUri: String
  }

  private struct Answer: Decodable { var idToken: String }

  package nonisolated let settings: Settings
  private let ask: @Sendable (Question) async throws -> [UInt8]
  private var description: (read: Instant, value: Description)?
  private var keys: (read: Instant, value: KeySet)?
  private static let fresh = 3600
  private static let errandSeconds: Int64 = 600

  /// `ask` gives the body of an answer of 200, bounded in size and time.
  package init(
    _ settings: Settings, ask: @escaping @Sendable (Question) async throws -> [UInt8]
  ) {
    self.settings = settings
    self.ask = ask
  }

  /// Where to send the browser, and what it is to keep meanwhile.
  package func begin(
    target: String, link: String?, at instant: Instant
  ) async throws -> (address: String, errand: Errand) {
    let described = try await described(at: instant)
    let errand = Errand(
      state: SignOnProvider.drawn(), nonce: SignOnProvider.drawn(),
      verifier: SignOnProvider.drawn(), begun: instant.milliseconds, target: target, link: link)
    let challenge = Base64URL.text(Array(SHA256.hash(data: Array(errand.verifier.utf8))))
    let fields = [
      ("response_type", "code"), ("client_id", settings.client),
      ("redirect_uri", settings.redirection), ("scope", "openid"), ("state", errand.state),
      ("nonce", errand.nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
    ]
    let start = described.authorizationEndpoint
    return (start + (start.contains("?") ? "&" : "?") + SignOnProvider.form(fields), errand)
  }

  /// Who came back with a code.
  package func identity(
    code: String, state: String, issuer: String?, errand: Errand, at instant: Instant
  ) async throws -> SignOnIdentity {
    guard SignOnProvider.isSame(state, errand.state),
      instant.milliseconds - errand.begun < SignOnProvider.errandSeconds * 1000
    else { throw SignOnFault.refused("state") }
    // RFC 9207: whoever says who sent the code must be the one who was asked.
    guard issuer ?? settings.issuer == settings.issuer else { throw SignOnFault.issuer }
    let described = try await described(at: instant)
    var fields = [
      ("grant_type", "authorization_code"), ("code", code),
      ("redirect_uri", settings.redirection), ("code_verifier", errand.verifier),
    ]
    var authorization: String?
    if let secret = settings.secret {
      let pair = [settings.client, secret].map(SignOnProvider.encoded).joined(separator: ":")
      authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
    } else {
      fields.append(("client_id", settings.client))
    }
    let bytes = try await ask(
      Question(
        address: described.tokenEndpoint, form: SignOnProvider.form(fields),
        authorization: authorization))
    let answer: Answer
    do { answer = try SignOnProvider.read(bytes) } catch {
      throw SignOnFault.unreadable("the token")
    }
    let token = try IdentityToken(answer.idToken)
    do {
      return try identity(of: token, by: try await keySet(at: instant), errand, instant)
    } catch SignOnFault.unknownKey {
      // The provider may have got another key since; asked once a minute at most.
      let again = try await keySet(at: instant, freshFor: 60)
      return try identity(of: token, by: again, errand, instant)
    }
  }

  private func identity(
    of token: IdentityToken, by keys: KeySet, _ errand: Errand, _ instant: Instant
  ) throws -> SignOnIdentity {
    try token.identity(
      by: keys, issuer: settings.issuer, client: settings.client, nonce: errand.nonce,
      at: instant)
  }

  private func described(at instant: Instant) async throws -> Description {
    if let description, instant - description.read < SignOnProvider.fresh {
      return description.value
    }
    let root = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
    let bytes = try await ask(
      Question(
        address: "\(root)/.well-known/openid-configuration", form: nil, authorization: nil))
    let read: Description
    do { read = try SignOnProvider.read(bytes) } catch {
      throw SignOnFault.description("unreadable")
    }
    guard read.issuer == settings.issuer else { throw SignOnFault.description(read.issuer) }
    for address in [read.authorizationEndpoint, read.tokenEndpoint, read.jwksUri]
    where !SignOnProvider.isSafe(address, besides: settings.issuer) {
      throw SignOnFault.description(address)
    }
    description = (instant, read)
    return read
  }

  private func keySet(at instant: Instant, freshFor seconds: Int = fresh) async throws -> KeySet {
    if let keys, instant - keys.read < seconds { return keys.value }
    let address = try await described(at: instant).jwksUri
    let bytes = try await ask(Question(address: address, form: nil, authorization: nil))
    let read: KeySet
    do { read = try KeySet(bytes) } catch { throw SignOnFault.unreadable("the keys") }
    keys = (instant, read)
    return read
  }

  /// Over TLS, or on this machine where the issuer itself is on it.
  package static func isSafe(_ address: String, besides issuer: String) -> Bool {
    guard address.utf8.count <= 2000, let url = URL(string: address), let host = url.host,
      url.user == nil, url.fragment == nil
    else { return false }
    if url.scheme == "https" { return true }
    let isHere = ["127.0.0.1", "localhost", "::1"].contains(host)
    return url.scheme == "http" && isHere && issuer.hasPrefix("http://")
  }

  private static func read<Value: Decodable>(_ bytes: [UInt8]) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Value.self, from: Data(bytes))
  }

  /// 256 bits.
  private static func drawn() -> String {
    var chance = SystemRandomNumberGenerator()
    return Base64URL.text((0..<32).map { _ in UInt8.random(in: 0 ... .max, using: &chance) })
  }

  private static func form(_ fields: [(String, String)]) -> String {
    fields.map { "\($0)=\(encoded($1))" }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    let plain = CharacterSet(charactersIn: "-._~").union(.alphanumerics)
      .intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7F}"))
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
