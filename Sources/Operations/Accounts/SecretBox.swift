import Crypto
import Foundation

/// Seals what must be read again and never in a stolen database: AES-256-GCM under a key that is
/// kept elsewhere. What a secret belongs to is sealed with it, so that none can be put elsewhere.
package struct SecretBox: Sendable {
  package static let keyLength = 32
  private let key: SymmetricKey

  /// Nothing unless the key has 32 bytes.
  package init?(key: [UInt8]) {
    guard key.count == SecretBox.keyLength else { return nil }
    self.key = SymmetricKey(data: key)
  }

  /// `owner` says whose and what it is, such as `second_factor 12`.
  package func seal(_ secret: [UInt8], of owner: String) throws -> [UInt8] {
    let sealed = try AES.GCM.seal(
      Data(secret), using: key, authenticating: Data(owner.utf8))
    guard let whole = sealed.combined else { throw CryptoKitError.incorrectParameterSize }
    return Array(whole)
  }

  /// Throws when it was sealed under another key, for another owner, or altered.
  package func open(_ sealed: [UInt8], of owner: String) throws -> [UInt8] {
    Array(
      try AES.GCM.open(
        AES.GCM.SealedBox(combined: Data(sealed)), using: key, authenticating: Data(owner.utf8)))
  }
}
