import Crypto
package import Maintenance

/// Codes of six digits that a telephone makes out of a shared seed and the time (RFC 6238, by
/// HMAC-SHA-1, 30 seconds a step), which is what every authenticator application reads.
package enum OneTimeCode {
  static let secondsAStep: Int64 = 30
  /// 160 bits (RFC 4226, 4).
  static let seedLength = 20

  package static func code(_ seed: [UInt8], step: Int64) -> String {
    let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: seed)))
    let offset = Int(mac[19] & 15)
    let number = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(mac[offset + $1]) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  package static func step(at instant: Instant) -> Int64 {
    instant.milliseconds / 1000 / secondsAStep
  }

  /// The step of a code that may be taken now: this one or a neighbour, later than the last taken.
  static func step(
    of typed: String, _ seed: [UInt8], at instant: Instant, after last: Int64
  ) -> Int64? {
    let present = step(at: instant)
    var found: Int64?
    // Each is computed, whatever was found before.
    for step in present - 1...present + 1
    where isSame(code(seed, step: step), typed) && step > last { found = found ?? step }
    return found
  }

  static func newSeed() -> [UInt8] {
    var chance = SystemRandomNumberGenerator()
    return (0..<seedLength).map { _ in UInt8.random(in: 0 ... .max, using: &chance) }
  }

  /// What an authenticator application reads off the QR code.
  package static func address(_ seed: [UInt8], of email: String) -> String {
    "otpauth://totp/Diligence:\(email.replacing("@", with: "%40"))?secret=\(Base32.text(seed))"
      + "&issuer=Diligence&algorithm=SHA1&digits=6&period=30"
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// RFC 4648, 6, without padding.
package enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

  package static func text(_ bytes: [UInt8]) -> String {
    var (text, held, count) = ("", 0, 0)
    for byte in bytes {
      held = (held << 8 | Int(byte)) & 0xFFFF
      count += 8
      while count >= 5 {
        count -= 5
        text.append(letters[held >> count & 31])
      }
    }
    if count > 0 { text.append(letters[held << (5 - count) & 31]) }
    return text
  }
}

/// Ten codes that stand in for the telephone, each once: 80 bits, shown once, kept as SHA-256.
package struct RecoveryCodes: Sendable {
  static let count = 10
  /// Four letters or digits, four times.
  package let texts: [String]

  init() {
    var chance = SystemRandomNumberGenerator()
    texts = (0..<RecoveryCodes.count).map { _ in
      let bytes = (0..<10).map { _ in UInt8.random(in: 0 ... .max, using: &chance) }
      let text = Array(Base32.text(bytes).lowercased())
      return stride(from: 0, to: 16, by: 4).map { String(text[$0..<$0 + 4]) }
        .joined(separator: "-")
    }
  }

  /// As typed: capitals, spaces and hyphens do not count.
  static func digest(_ typed: String) -> [UInt8] {
    AccessToken.digest(
      of: "recovery " + typed.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
