import Crypto
import CryptoExtras
import Foundation

/// Passwords under scrypt (RFC 7914), kept as PHC strings, so that parameters may rise later.
///
/// N = 2^15, r = 8, p = 1: 32 MiB and some 0.1 s each time.
enum PasswordHash {
  static let shortest = 12
  static let longest = 128
  private static let rounds = 15

  static func made(of password: String) throws -> String {
    var chance = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: 0 ... .max, using: &chance) }
    let key = try derived(password, salt, rounds)
    return "$scrypt$ln=\(rounds),r=8,p=1$\(base64(salt))$\(base64(key))"
  }

  /// False for any string that this does not make.
  static func holds(_ kept: String, _ password: String) throws -> Bool {
    let parts = kept.split(separator: "$")
    guard parts.count == 4, parts[0] == "scrypt", parts[1].hasSuffix(",r=8,p=1"),
      let rounds = Int(parts[1].dropFirst(3).prefix { $0 != "," }), (14...20).contains(rounds),
      let salt = bytes(parts[2]), let key = bytes(parts[3])
    else { return false }
    let found = try derived(password, salt, rounds)
    guard found.count == key.count else { return false }
    return zip(found, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// What no password matches, so that an unknown address costs as much as a known one.
  static let nobody =
    "$scrypt$ln=15,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  private static func derived(
    _ password: String, _ salt: [UInt8], _ rounds: Int
  ) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.precomposedStringWithCanonicalMapping.utf8), salt: salt,
      outputByteCount: 32, rounds: 1 << rounds, blockSize: 8, parallelism: 1)
    return key.withUnsafeBytes { Array($0) }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("=", with: "")
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(base64Encoded: text + padding).map { [UInt8]($0) }
  }
}
