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

  package var recipient: BackupRecipient {
    BackupRecipient(key: secret.publicKey, checker: checker.verifying)
  }

  /// Signs what came of restoring a backup: whoever holds the secret, and nobody else, can.
  var checker: SigningKey {
    let seed = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret.rawRepresentation),
      info: Array("diligence.backup-checker.v1".utf8), outputByteCount: 32)
    return SigningKey(seed: seed.withUnsafeBytes(Array.init), name: BackupRecipient.checkerName)
  }
}

/// For whom a backup is sealed: whoever has this can write one, and read none.
///
/// Also tells the word of whoever can read it, by an Ed25519 key made from the same secret.
package struct BackupRecipient: Sendable, CustomStringConvertible {
  static let checkerName = "diligence-backup-checker"
  private static let prefix = "diligence-backup-2:"
  /// The first form, without the checker's key.
  private static let oldPrefix = "diligence-backup-1:"

  let key: Curve25519.KeyAgreement.PublicKey
  /// None in the first form: then no word on a restoration is believed.
  package let checker: VerifyingKey?

  init(key: Curve25519.KeyAgreement.PublicKey, checker: VerifyingKey) {
    self.key = key
    self.checker = checker
  }

  package init?(text: String) {
    let isOld = text.hasPrefix(Self.oldPrefix)
    guard isOld || text.hasPrefix(Self.prefix),
      let bytes = Base64.bytes(text.dropFirst(Self.prefix.count)),
      bytes.count == (isOld ? 32 : 64)
    else { return nil }
    do {
      key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes.prefix(32))
    } catch {
      return nil
    }
    checker = isOld ? nil : VerifyingKey(name: Self.checkerName, bytes: Array(bytes.dropFirst(32)))
  }

  package var description: String {
    (checker == nil ? Self.oldPrefix : Self.prefix)
      + Base64.text(Array(key.rawRepresentation) + (checker?.bytes ?? []))
  }
}
