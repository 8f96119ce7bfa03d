import Crypto

/// Opens what was sealed for its recipient: an X25519 secret, kept away from the server.
package struct BackupKey: Sendable {
  let secret: Curve25519.KeyAgreement.PrivateKey
  private static let prefix = "diligence-backup-secret-1:"

  /// A new key, from the system's source of chance.
  package init() {
    secret = Curve25519.KeyAgreement.PrivateKey()
  }

  package init?(text: String) {
    guard text.hasPrefix(Self.prefix),
      let bytes = Base64.bytes(text.dropFirst(Self.prefix.count))
    else { return nil }
    do {
      secret = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    } catch {
      return nil
    }
  }

  /// To be kept in a file that nobody else may read.
  package var secretText: String { Self.prefix + Base64.text(Array(secret.rawRepresentation)) }

  package var recipient: BackupRecipient { BackupRecipient(key: secret.publicKey) }
}

/// For whom a backup is sealed: whoever has this can write one, and read none.
package struct BackupRecipient: Sendable, CustomStringConvertible {
  let key: Curve25519.KeyAgreement.PublicKey
  private static let prefix = "diligence-backup-1:"

  init(key: Curve25519.KeyAgreement.PublicKey) {
    self.key = key
  }

  package init?(text: String) {
    guard text.hasPrefix(Self.prefix),
      let bytes = Base64.bytes(text.dropFirst(Self.prefix.count))
    else { return nil }
    do {
      key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
    } catch {
      return nil
    }
  }

  package var description: String { Self.prefix + Base64.text(Array(key.rawRepresentation)) }
}
