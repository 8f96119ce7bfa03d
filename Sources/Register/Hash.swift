import Crypto

/// A SHA-256, 32 bytes.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
  /// Held in place: a tree makes a dozen of them for each entry.
  private let words: SIMD4<UInt64>

  package static let length = 32

  /// Takes a hash that was stored; nothing unless it has 32 bytes.
  package init?(stored bytes: [UInt8]) {
    guard let hash = bytes.withUnsafeBytes(Hash.init(stored:)) else { return nil }
    self = hash
  }

  package init?(stored bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Hash.length else { return nil }
    words = bytes.loadUnaligned(as: SIMD4<UInt64>.self)
  }

  /// Hashes the concatenation of the pieces.
  package init(of pieces: [UInt8]...) {
    var function = SHA256()
    for piece in pieces { piece.withUnsafeBytes { function.update(bufferPointer: $0) } }
    self.init(function.finalize())
  }

  fileprivate init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  /// RFC 6962 §2.1. The first byte keeps a leaf from passing for a node.
  package static func leaf(_ content: [UInt8]) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: 1 + content.count, alignment: 1) { marked in
      marked[0] = 0
      content.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: marked[1...]).copyMemory(from: $0)
      }
      return Hash(inOnePiece: UnsafeRawBufferPointer(marked))
    }
  }

  static func node(_ left: Hash, _ right: Hash) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 1) { marked in
      marked[0] = 1
      marked.storeBytes(of: left.words, toByteOffset: 1, as: SIMD4<UInt64>.self)
      marked.storeBytes(of: right.words, toByteOffset: 1 + length, as: SIMD4<UInt64>.self)
      return Hash(inOnePiece: UnsafeRawBufferPointer(marked))
    }
  }

  /// Each piece costs the function as much as some fifty bytes.
  private init(inOnePiece bytes: UnsafeRawBufferPointer) {
    var function = SHA256()
    function.update(bufferPointer: bytes)
    self.init(function.finalize())
  }

  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// Lower-case hexadecimal, as `sha256sum` prints it.
  package var description: String {
    hexadecimal(bytes)
  }

  /// With padding, as C2SP notes and the entry headers write it (RFC 4648 §4).
  package var base64: String { Base64.text(bytes) }

  func writeBase64(to output: inout [UInt8]) {
    withUnsafeBytes(of: words) { Base64.write($0, to: &output) }
  }
}

/// SHA-256 of bytes that come piece by piece.
package struct RunningHash {
  private var function = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { function.update(data: bytes) }

  /// Of all the bytes so far.
  package var hash: Hash { Hash(function.finalize()) }
}

let hexDigits = Array("0123456789abcdef".utf8)
