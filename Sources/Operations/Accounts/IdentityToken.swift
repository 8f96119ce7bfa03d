import Crypto
import CryptoExtras
import Foundation
import Maintenance

/// Why an identity provider's word is not taken.
package enum SignOnFault: Error, Hashable, Sendable {
  /// Its description of itself is of another issuer, or lacks what is needed.
  case description(String)
  /// Its answer cannot be read.
  case unreadable(String)
  case algorithm(String)
  case unknownKey
  case signature
  case issuer
  case audience
  case time
  case nonce
  case subject
  /// The provider refused, in its own words.
  case refused(String)
}

/// Who a provider says somebody is: a subject of an issuer, which never changes hands as an
/// address does.
package struct SignOnIdentity: Hashable, Sendable {
  package let issuer: String
  package let subject: String
}

/// The provider's public keys (RFC 7517), of the kinds that an ID token may be signed by.
struct KeySet: Sendable {
  static let most = 50

  struct Key: Decodable, Sendable {
    var kty: String
    var kid: String?
    var use: String?
    var alg: String?
    var n: String?
    var e: String?
    var crv: String?
    var x: String?
    var y: String?
  }

  private struct Document: Decodable { var keys: [Key] }

  let keys: [Key]

  init(_ bytes: [UInt8]) throws {
    let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    keys = Array(document.keys.prefix(KeySet.most)).filter { $0.use == nil || $0.use == "sig" }
  }
}

/// Reads an ID token (OpenID Connect Core, 3.1.3.7) and checks all of it.
struct IdentityToken {
  /// Never `none`, never a key shared with the provider.
  static let algorithms: Set = ["RS256", "PS256", "ES256", "EdDSA"]
  /// Clocks differ.
  private static let skew: Int64 = 60
  private static let oldest: Int64 = 600

  private struct Header: Decodable {
    var alg: String
    var kid: String?
    var crit: [String]?
  }

  private struct Claims: Decodable {
    var iss: String
    var sub: String
    var aud: Audience
    var azp: String?
    var exp: Double
    var iat: Double
    var nbf: Double?
    var nonce: String?
  }

  /// One, or several.
  private struct Audience: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do { names = [try container.decode(String.self)] } catch DecodingError.typeMismatch {
        names = try container.decode([String].self)
      }
    }
  }

  private let header: Header
  private let claims: Claims
  private let signed: Data
  private let signature: Data

  init(_ text: String) throws {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, text.utf8.count <= 16_384,
      let header = Base64URL.data(parts[0]), let claims = Base64URL.data(parts[1]),
      let signature = Base64URL.data(parts[2])
    else { throw SignOnFault.unreadable("the ID token") }
    do {
      self.header = try JSONDecoder().decode(Header.self, from: header)
      self.claims = try JSONDecoder().decode(Claims.self, from: claims)
    } catch { throw SignOnFault.unreadable("the ID token") }
    self.signature = signature
    signed = Data("\(parts[0]).\(parts[1])".utf8)
  }

  /// Whom it names; throws when anything about it is not right.
  func identity(
    by keys: KeySet, issuer: String, client: String, nonce: String, at instant: Instant
  ) throws -> SignOnIdentity {
    guard IdentityToken.algorithms.contains(header.alg), header.crit == nil else {
      throw SignOnFault.algorithm(header.alg)
    }
    let candidates = keys.keys.filter { key in
      (header.kid == nil || key.kid == header.kid) && (key.alg == nil || key.alg == header.alg)
    }
    guard !candidates.isEmpty else { throw SignOnFault.unknownKey }
    guard candidates.contains(where: isSigned) else { throw SignOnFault.signature }
    guard claims.iss == issuer else { throw SignOnFault.issuer }
    let audience = claims.aud.names
    guard audience.contains(client), claims.azp.map({ $0 == client }) ?? (audience.count == 1)
    else { throw SignOnFault.audience }
    let now = Double(instant.milliseconds / 1000)
    let (skew, oldest) = (Double(IdentityToken.skew), Double(IdentityToken.oldest))
    guard now < claims.exp + skew, claims.iat <= now + skew, claims.iat >= now - oldest,
      claims.nbf.map({ $0 <= now + skew }) ?? true
    else { throw SignOnFault.time }
    guard claims.nonce == nonce else { throw SignOnFault.nonce }
    guard (1...255).contains(claims.sub.utf8.count) else { throw SignOnFault.subject }
    return SignOnIdentity(issuer: claims.iss, subject: claims.sub)
  }

  /// A key of another kind than the algorithm's signs nothing.
  private func isSigned(by key: KeySet.Key) -> Bool {
    do {
      switch (header.alg, key.kty) {
      case ("RS256", "RSA"), ("PS256", "RSA"):
        guard let n = key.n.flatMap({ Base64URL.data($0[...]) }),
          let e = key.e.flatMap({ Base64URL.data($0[...]) }), n.count >= 256
        else { return false }
        return try _RSA.Signing.PublicKey(n: n, e: e).isValidSignature(
          _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: signed),
          padding: header.alg == "RS256" ? .insecurePKCS1v1_5 : .PSS)
      case ("ES256", "EC"):
        guard key.crv == "P-256", let x = key.x.flatMap({ Base64URL.data($0[...]) }),
          let y = key.y.flatMap({ Base64URL.data($0[...]) }), x.count == 32, y.count == 32
        else { return false }
        return try P256.Signing.PublicKey(x963Representation: Data([4]) + x + y).isValidSignature(
          P256.Signing.ECDSASignature(rawRepresentation: signature), for: signed)
      case ("EdDSA", "OKP"):
        guard key.crv == "Ed25519", let x = key.x.flatMap({ Base64URL.data($0[...]) }) else {
          return false
        }
        return try Curve25519.Signing.PublicKey(rawRepresentation: x)
          .isValidSignature(signature, for: signed)
      default: return false
      }
    } catch { return false }
  }
}

/// RFC 4648, 5, without padding.
enum Base64URL {
  static func data(_ text: Substring) -> Data? {
    guard text.utf8.allSatisfy({ $0 != 43 && $0 != 47 && $0 != 61 }) else { return nil }
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(
      base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
  }

  static func text(_ bytes: some DataProtocol) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
