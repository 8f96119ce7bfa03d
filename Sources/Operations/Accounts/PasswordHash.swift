import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// Passwords under scrypt (RFC 7914), kept as PHC strings, so that parameters may rise later.
///
/// N = 2^15, r = 8, p = 3 (OWASP's choice for 32 MiB): some 0.3 s each time, on threads of their
/// own, so that nobody who asks for a page waits for it.
enum PasswordHash {
  static let shortest = 12
  static let longest = 128
  private static let rounds = 15
  private static let lanes = 3
  private static let threads = DispatchQueue(
    label: "diligence.passwords", attributes: .concurrent)

  static func made(of password: String) async throws -> String {
    var chance = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: 0 ... .max, using: &chance) }
    let key = try await derived(password, salt, rounds, lanes)
    return "$scrypt$ln=\(rounds),r=8,p=\(lanes)$\(base64(salt))$\(base64(key))"
  }

  /// False for any string that this does not make.
  static func holds(_ kept: String, _ password: String) async throws -> Bool {
    guard let (rounds, lanes, salt, key) = read(kept) else { return false }
    let found = try await derived(password, salt, rounds, lanes)
    guard found.count == key.count else { return false }
    return zip(found, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Made under lesser parameters than today's: to be made again when the password is next at hand.
  static func isOld(_ kept: String) -> Bool {
    guard let (rounds, lanes, _, _) = read(kept) else { return false }
    return rounds < self.rounds || lanes < self.lanes
  }

  private static func read(
    _ kept: String
  ) -> (rounds: Int, lanes: Int, salt: [UInt8], key: [UInt8])? {
    let parts = kept.split(separator: "$")
    let settings = parts.count == 4 ? parts[1].split(separator: ",") : []
    guard settings.count == 3, parts[0] == "scrypt", settings[1] == "r=8",
      let rounds = Int(settings[0].dropFirst(3)), (14...20).contains(rounds),
      let lanes = Int(settings[2].dropFirst(2)), (1...8).contains(lanes),
      let salt = bytes(parts[2]), let key = bytes(parts[3])
    else { return nil }
    return (rounds, lanes, salt, key)
  }

  /// What no password matches, so that an unknown address costs as much as a known one.
  static let nobody =
    "$scrypt$ln=15,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  private static func derived(
    _ password: String, _ salt: [UInt8], _ rounds: Int, _ lanes: Int
  ) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      threads.async {
        continuation.resume(
          with: Result {
            try KDF.Scrypt.deriveKey(
              from: Array(password.precomposedStringWithCanonicalMapping.utf8), salt: salt,
              outputByteCount: 32, rounds: 1 << rounds, blockSize: 8, parallelism: lanes
            ).withUnsafeBytes { Array($0) }
          })
      }
    }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("=", with: "")
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(base64Encoded: text + padding).map { [UInt8]($0) }
  }
}
