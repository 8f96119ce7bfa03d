import Crypto
import CryptoExtras
import Foundation
import Maintenance
import Store
import Synchronization
import TestSupport
import Testing

@testable import Operations

struct SignOnTests {
  private static let now = Instant(milliseconds: 1_795_424_400_000)
  private static let second = 1_795_424_400
  private static let issuer = "https://id.example"

  /// Claims that are right, but for what a test changes.
  private static func claims(_ changes: [String: Any?] = [:]) throws -> Data {
    var claims: [String: Any?] = [
      "iss": issuer, "sub": "a-17", "aud": "diligence", "exp": second + 300, "iat": second,
      "nonce": "n-1",
    ]
    for (name, value) in changes { claims[name] = value }
    return try JSONSerialization.data(withJSONObject: claims.compactMapValues { $0 })
  }

  private static func token(
    _ header: String, _ claims: Data, _ sign: (Data) throws -> Data
  ) throws -> String {
    let signed = "\(Base64URL.text(Array(header.utf8))).\(Base64URL.text(claims))"
    return "\(signed).\(Base64URL.text(try sign(Data(signed.utf8))))"
  }

  private static func identity(_ token: String, _ keys: KeySet) throws -> SignOnIdentity {
    try IdentityToken(token).identity(
      by: keys, issuer: issuer, client: "diligence", nonce: "n-1", at: now)
  }

  private static func keys(_ key: P256.Signing.PrivateKey, kid: String = "k") throws -> KeySet {
    let point = key.publicKey.x963Representation.dropFirst()
    return try KeySet(
      Array(
        """
        {"keys":[{"kty":"EC","crv":"P-256","kid":"\(kid)",\
        "x":"\(Base64URL.text(point.prefix(32)))","y":"\(Base64URL.text(point.suffix(32)))"}]}
        """.utf8))
  }

  @Test func `a token by each algorithm allowed is taken`() throws {
    let curve = P256.Signing.PrivateKey()
    let es = try Self.token(#"{"alg":"ES256","kid":"k"}"#, Self.claims()) {
      try curve.signature(for: $0).rawRepresentation
    }
    #expect(
      try Self.identity(es, Self.keys(curve))
        == SignOnIdentity(issuer: Self.issuer, subject: "a-17"))
    let edwards = Curve25519.Signing.PrivateKey()
    let ed = try Self.token(#"{"alg":"EdDSA"}"#, Self.claims()) { try edwards.signature(for: $0) }
    let x = Base64URL.text(edwards.publicKey.rawRepresentation)
    let edKeys = try KeySet(
      Array(#"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"\#(x)"}]}"#.utf8))
    #expect(try Self.identity(ed, edKeys).subject == "a-17")
    let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let numbers = try rsa.publicKey.getKeyPrimitives()
    let rsaKeys = try KeySet(
      Array(
        """
        {"keys":[{"kty":"RSA","n":"\(Base64URL.text(numbers.modulus))",\
        "e":"\(Base64URL.text(numbers.publicExponent))"}]}
        """.utf8))
    for (name, padding) in [
      ("RS256", _RSA.Signing.Padding.insecurePKCS1v1_5), ("PS256", .PSS),
    ] {
      let token = try Self.token(#"{"alg":"\#(name)"}"#, Self.claims()) {
        try rsa.signature(for: SHA256.hash(data: $0), padding: padding).rawRepresentation
      }
      #expect(try Self.identity(token, rsaKeys).subject == "a-17")
    }
  }

  @Test func `a claim that is not right is told`() throws {
    let key = P256.Signing.PrivateKey()
    let keys = try Self.keys(key)
    func fault(_ changes: [String: Any?]) -> SignOnFault? {
      do {
        let token = try Self.token(#"{"alg":"ES256","kid":"k"}"#, Self.claims(changes)) {
          try key.signature(for: $0).rawRepresentation
        }
        _ = try Self.identity(token, keys)
        return nil
      } catch { return error as? SignOnFault }
    }
    #expect(fault([:]) == nil)
    #expect(fault(["iss": "https://id.example/"]) == .issuer)
    #expect(fault(["aud": "other"]) == .audience)
    #expect(fault(["aud": ["diligence", "other"]]) == .audience)
    #expect(fault(["aud": ["diligence", "other"], "azp": "diligence"]) == nil)
    #expect(fault(["aud": ["diligence"], "azp": "other"]) == .audience)
    #expect(fault(["exp": Self.second - 61]) == .time)
    #expect(fault(["exp": Self.second - 59]) == nil)
    #expect(fault(["iat": Self.second + 61]) == .time)
    #expect(fault(["iat": Self.second - 601]) == .time)
    #expect(fault(["nbf": Self.second + 61]) == .time)
    #expect(fault(["nonce": "n-2"]) == .nonce)
    #expect(fault(["nonce": nil]) == .nonce)
    #expect(fault(["sub": ""]) == .subject)
    #expect(fault(["exp": nil]) == .unreadable("the ID token"))
  }

  @Test func `no other algorithm, key or signature is taken`() throws {
    let key = P256.Signing.PrivateKey()
    let keys = try Self.keys(key)
    func fault(_ header: String, _ sign: (Data) throws -> Data) -> SignOnFault? {
      do {
        _ = try Self.identity(Self.token(header, Self.claims(), sign), keys)
        return nil
      } catch { return error as? SignOnFault }
    }
    #expect(fault(#"{"alg":"none"}"#) { _ in Data() } == .algorithm("none"))
    let point = key.publicKey.x963Representation
    let mac: (Data) -> Data = {
      Data(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: point)))
    }
    #expect(fault(#"{"alg":"HS256","kid":"k"}"#, mac) == .algorithm("HS256"))
    #expect(fault(#"{"alg":"RS256","kid":"k"}"#, mac) == .signature)
    let other = P256.Signing.PrivateKey()
    #expect(
      fault(#"{"alg":"ES256","kid":"k"}"#) { try other.signature(for: $0).rawRepresentation }
        == .signature)
    #expect(
      fault(#"{"alg":"ES256","kid":"z"}"#) { try key.signature(for: $0).rawRepresentation }
        == .unknownKey)
    #expect(
      fault(#"{"alg":"ES256","kid":"k","crit":["b64"]}"#) {
        try key.signature(for: $0).rawRepresentation
      } == .algorithm("ES256"))
  }

  @Test(arguments: [
    ("https://id.example/a", "https://id.example", true),
    ("http://id.example/a", "http://id.example", false),
    ("http://127.0.0.1:9/a", "http://127.0.0.1:9", true),
    ("http://127.0.0.1:9/a", "https://id.example", false),
    ("https://a@id.example/", "https://id.example", false), ("file:///etc", "https://a", false),
  ])
  func `an address is asked over TLS, or on this machine`(
    _ address: String, _ issuer: String, _ isSafe: Bool
  ) {
    #expect(SignOnProvider.isSafe(address, besides: issuer) == isSafe)
  }

  /// The provider's answers, and what it was asked.
  private final class Outside: Sendable {
    let questions = Mutex<[SignOnProvider.Question]>([])
    let answers: Mutex<[String: [UInt8]]>

    init(issuer: String = SignOnTests.issuer) {
      let description = """
        {"issuer":"\(issuer)","authorization_endpoint":"https://id.example/authorize?a=1",
        "token_endpoint":"https://id.example/token","jwks_uri":"https://id.example/keys"}
        """
      answers = Mutex([
        "https://id.example/.well-known/openid-configuration": Array(description.utf8)
      ])
    }

    func provider() -> SignOnProvider {
      SignOnProvider(
        SignOnProvider.Settings(
          issuer: SignOnTests.issuer, client: "diligence", secret: "s:1",
          redirection: "https://ici.example/connexion/retour", name: "Exemple"),
        ask: { question in
          self.questions.withLock { $0.append(question) }
          return self.answers.withLock { $0[question.address] } ?? []
        })
    }
  }

  @Test func `a description of another issuer is not followed`() async throws {
    let provider = Outside(issuer: "https://id.example.attacker").provider()
    await #expect(throws: SignOnFault.description("https://id.example.attacker")) {
      try await provider.begin(target: "", link: nil, at: Self.now)
    }
  }

  @Test func `the code is exchanged with the verifier whose digest was sent, for one state`()
    async throws
  {
    let outside = Outside()
    let provider = outside.provider()
    let (address, errand) = try await provider.begin(target: "/a", link: nil, at: Self.now)
    let asked = try #require(URLComponents(string: address)?.queryItems)
    func value(_ name: String) -> String? { asked.first { $0.name == name }?.value }
    #expect(value("a") == "1")
    #expect(value("scope") == "openid")
    #expect(value("state") == errand.state)
    #expect(value("redirect_uri") == "https://ici.example/connexion/retour")
    #expect(value("code_challenge_method") == "S256")
    let key = P256.Signing.PrivateKey()
    let nonce = try #require(value("nonce"))
    let token = try Self.token(
      #"{"alg":"ES256","kid":"k"}"#, Self.claims(["nonce": nonce, "exp": Self.second + 300])
    ) { try key.signature(for: $0).rawRepresentation }
    let point = key.publicKey.x963Representation.dropFirst()
    outside.answers.withLock {
      $0["https://id.example/token"] = Array(#"{"id_token":"\#(token)"}"#.utf8)
      $0["https://id.example/keys"] = Array(
        """
        {"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"\(Base64URL.text(point.prefix(32)))",\
        "y":"\(Base64URL.text(point.suffix(32)))"}]}
        """.utf8)
    }
    let found = try await provider.identity(
      code: "c", state: errand.state, issuer: Self.issuer, errand: errand, at: Self.now)
    #expect(found.subject == "a-17")
    let exchange = try #require(
      outside.questions.withLock { $0.first { $0.address.hasSuffix("/token") } })
    let form = try #require(URLComponents(string: "?" + (exchange.form ?? ""))?.queryItems)
    let verifier = try #require(form.first { $0.name == "code_verifier" }?.value)
    #expect(
      Base64URL.text(Array(SHA256.hash(data: Data(verifier.utf8)))) == value("code_challenge"))
    #expect(
      exchange.authorization == "Basic \(Data("diligence:s%3A1".utf8).base64EncodedString())")
    await #expect(throws: SignOnFault.refused("state")) {
      try await provider.identity(
        code: "c", state: "other", issuer: nil, errand: errand, at: Self.now)
    }
    await #expect(throws: SignOnFault.refused("state")) {
      try await provider.identity(
        code: "c", state: errand.state, issuer: nil, errand: errand, at: Self.now + 600)
    }
    await #expect(throws: SignOnFault.issuer) {
      try await provider.identity(
        code: "c", state: errand.state, issuer: "https://other.example", errand: errand,
        at: Self.now)
    }
  }

  @Test(arguments: Engine.available)
  func `an identity opens the account that an invitation bound it to, and no other`(
    _ engine: Engine
  ) async throws {
    try await engine.withDatabase { database in
      let operations = Operations(
        database: database, now: { Self.now }, chance: { UInt32.random(in: 0 ... .max) },
        secrets: SecretBox(key: Array(repeating: 1, count: 32)))
      let owner = Actor(side: .provider, name: "Ana")
      let identity = SignOnIdentity(issuer: Self.issuer, subject: "a-17")
      let (account, link) = try await operations.openAccount(
        email: "luc@vigie.example", name: "Luc", role: .technician, by: owner)
      await #expect(throws: AccountRefusal.unknownIdentity) {
        try await operations.signOn(identity, link: nil)
      }
      #expect(try await operations.signOn(identity, link: link.text).id == account.id)
      #expect(try await operations.signOn(identity, link: nil).id == account.id)
      await #expect(throws: AccountRefusal.linkSpent) {
        try await operations.signOn(identity, link: link.text)
      }
      await #expect(throws: AccountRefusal.unknownIdentity) {
        try await operations.signOn(
          SignOnIdentity(issuer: "https://other.example", subject: "a-17"), link: nil)
      }
      let (_, second) = try await operations.openAccount(
        email: "eve@vigie.example", name: "Eve", role: .technician, by: owner)
      await #expect(throws: AccountRefusal.identityTaken) {
        try await operations.signOn(identity, link: second.text)
      }
      _ = try await operations.setDisabled(true, account.id, by: owner)
      await #expect(throws: AccountRefusal.unknownIdentity) {
        try await operations.signOn(identity, link: nil)
      }
      #expect(try await database.verify().differences == [])
    }
  }

  @Test func `what the browser keeps is sealed, and opens here alone`() async throws {
    try await Engine.sqlite.withDatabase { database in
      func operations(_ byte: UInt8) -> Operations {
        Operations(
          database: database, now: { Self.now }, chance: { 7 },
          secrets: SecretBox(key: Array(repeating: byte, count: 32)))
      }
      let (_, errand) = try await Outside().provider()
        .begin(target: "/contrats", link: "l", at: Self.now)
      let sealed = try operations(1).sealed(errand)
      #expect(!sealed.contains(errand.state))
      #expect(operations(1).errand(sealed)?.target == "/contrats")
      #expect(operations(2).errand(sealed) == nil)
      #expect(operations(1).errand("x") == nil)
    }
  }
}
