import Crypto

/// A SHA-256, 32 bytes.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  package static let length = 32

  /// Takes a hash that was stored; nothing unless it has 32 bytes.
  package init?(stored bytes: [UInt8]) {
    guard bytes.count == Hash.length else { return nil }
    self.bytes = bytes
  }

  /// Hashes the concatenation of the pieces.
  package init(of pieces: [UInt8]...) {
    var function = SHA256()
    for piece in pieces { function.update(data: piece) }
    bytes = Array(function.finalize())
  }

  fileprivate init(digest: [UInt8]) { bytes = digest }

  /// Lower-case hexadecimal, as `sha256sum` prints it.
  package var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      digits.append(hexDigits[Int(byte >> 4)])
      digits.append(hexDigits[Int(byte & 15)])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// With padding, as C2SP notes and the entry headers write it (RFC 4648 §4).
  package var base64: String { Base64.text(bytes) }
}

/// SHA-256 of bytes that come piece by piece.
package struct RunningHash {
  private var function = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { function.update(data: bytes) }

  /// Of all the bytes so far.
  package var hash: Hash { Hash(digest: Array(function.finalize())) }
}

let hexDigits = Array("0123456789abcdef".utf8)
