/// What a time-stamping authority is asked (RFC 3161 §2.4.1): to say when it saw the hash of these
/// bytes. The authority never sees the bytes.
package struct TimeStampRequest: Sendable {
  let imprint: Hash
  /// Tells the answer from an older one, sent again.
  let nonce: UInt64

  static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]

  /// A request that nobody sent before: its nonce comes from the system's source of chance.
  package init(for bytes: [UInt8]) {
    var chance = SystemRandomNumberGenerator()
    self.init(for: bytes, nonce: chance.next())
  }

  /// The nonce keeps eight bytes, and is positive.
  init(for bytes: [UInt8], nonce: UInt64) {
    imprint = Hash(of: bytes)
    self.nonce = nonce >> 2 | 1 << 62
  }

  /// In DER; the answer is asked to carry the authority's certificate.
  package var bytes: [UInt8] {
    let algorithm = Self.element(0x30, Self.element(0x06, Self.sha256) + [0x05, 0x00])
    let imprint = Self.element(0x30, algorithm + Self.element(0x04, imprint.bytes))
    return Self.element(
      0x30, [0x02, 0x01, 0x01] + imprint + Self.element(0x02, nonceBytes) + [0x01, 0x01, 0xFF])
  }

  var nonceBytes: [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: nonce >> ($0 * 8)) }
  }

  /// Shorter than 128 bytes, all of them.
  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag, UInt8(content.count)] + content
  }
}
