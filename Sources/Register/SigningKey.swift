import Crypto

/// The register's Ed25519 key, which lives outside the database.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let name: String

  /// A new key, from the system's source of chance.
  package init(name: String) {
    precondition(VerifyingKey.isName(name), "a key's name has no space and no plus sign")
    self.name = name
    key = Curve25519.Signing.PrivateKey()
  }

  /// Reads `PRIVATE+KEY+name+identity+key`, the text that Go's `note` package writes.
  package init?(text: String) {
    let prefix = "PRIVATE+KEY+"
    guard text.hasPrefix(prefix) else { return nil }
    let words = text.dropFirst(prefix.count)
      .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, VerifyingKey.isName(words[0]),
      let encoded = Base64.bytes(words[2]), encoded.count == 33,
      encoded[0] == VerifyingKey.algorithm
    else { return nil }
    do {
      key = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(encoded.dropFirst()))
    } catch {
      return nil
    }
    name = String(words[0])
    guard secretText == text else { return nil }
  }

  /// To be kept in a file that nobody else may read.
  package var secretText: String {
    let secret = [VerifyingKey.algorithm] + Array(key.rawRepresentation)
    return "PRIVATE+KEY+\(name)+\(hexadecimal(verifying.identity))+\(Base64.text(secret))"
  }

  package var verifying: VerifyingKey {
    VerifyingKey(name: name, bytes: Array(key.publicKey.rawRepresentation))
  }

  /// The same key under another name: witnesses expect a log's key to bear the log's origin.
  package func named(_ name: String) -> SigningKey {
    SigningKey(key: key, name: name)
  }

  /// The key that 32 bytes of chance make.
  init(seed: [UInt8], name: String) {
    do {
      self.init(key: try Curve25519.Signing.PrivateKey(rawRepresentation: seed), name: name)
    } catch {
      preconditionFailure("a seed has 32 bytes")
    }
  }

  private init(key: Curve25519.Signing.PrivateKey, name: String) {
    self.key = key
    self.name = name
  }

  func sign(_ body: String) throws -> SignedNote {
    let signature = try key.signature(for: Array(body.utf8))
    return SignedNote(
      body: body,
      signatures: [.init(name: name, bytes: verifying.identity + Array(signature))])
  }
}
