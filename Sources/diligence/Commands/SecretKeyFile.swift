import Foundation
import Operations

/// The file whose key seals what the database must not tell: seeds of second factors, secrets of
/// other services. Nobody but its owner may read it; without it, those are entered again.
struct SecretKeyFile {
  let path: String

  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  private static let prefix = "diligence-secrets-v1:"

  /// The key that is there, else a new one, on the disk when this returns.
  func box() throws -> SecretBox {
    if !FileManager.default.fileExists(atPath: path) { try create() }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw Unusable(description: "\(path) : d’autres peuvent la lire ; chmod 600.")
    }
    let bytes = FileManager.default.contents(atPath: path)?.prefix(200) ?? Foundation.Data()
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard text.hasPrefix(Self.prefix),
      let key = Foundation.Data(base64Encoded: String(text.dropFirst(Self.prefix.count))),
      let box = SecretBox(key: Array(key))
    else { throw Unusable(description: "\(path) : une clé de secrets est attendue.") }
    return box
  }

  private func create() throws {
    let key = (0..<SecretBox.keyLength).map { _ in UInt8.random(in: 0 ... .max) }
    let text = Self.prefix + Foundation.Data(key).base64EncodedString() + "\n"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Unusable(description: "\(path) : impossible à créer.")
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw Unusable(description: "\(path) : impossible à écrire.")
    }
  }
}
