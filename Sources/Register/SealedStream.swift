import Crypto

/// The bytes of a sealed file: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and
/// ChaCha20-Poly1305.
///
/// A mark, the header's length on four bytes and the header, the encapsulated key, then frames: a
/// byte that is 1 on the last one, a length on four bytes, the sealed content. Mark and header are
/// HPKE's `info`, and the byte is each frame's authenticated data: a frame out of its place, or a
/// file cut short, does not open.
package enum SealedStream {
  package static let mark = Array("diligence-backup-1\n".utf8)
  package static let longestHeader = 1 << 20
  /// The longest content of a frame, in bytes.
  package static let longestContent = 1 << 25
  package static let keyLength = 32
  static let overhead = 16
  static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  static func info(_ header: [UInt8]) -> [UInt8] { mark + header }
}

/// Why sealed bytes do not open.
package enum SealFault: Error, Hashable, Sendable {
  case foreign
  case otherKey
  case cutShort
  case altered
}

/// Seals one file for a recipient.
package struct Sealing {
  private var sender: HPKE.Sender
  /// What the file begins with.
  package let opening: [UInt8]

  package init(header: [UInt8], for recipient: BackupRecipient) throws {
    precondition(header.count <= SealedStream.longestHeader)
    sender = try HPKE.Sender(
      recipientKey: recipient.key, ciphersuite: SealedStream.suite,
      info: converted(SealedStream.info(header)))
    opening =
      SealedStream.mark + length(header.count) + header + Array(sender.encapsulatedKey)
  }

  /// The next frame, as it is written.
  package mutating func seal(_ content: [UInt8], isLast: Bool) throws -> [UInt8] {
    precondition(content.count <= SealedStream.longestContent)
    let flag: UInt8 = isLast ? 1 : 0
    let sealed = Array(try sender.seal(content, authenticating: [flag]))
    return [flag] + length(sealed.count) + sealed
  }
}

/// Opens one sealed file, given piece by piece as `read` finds them.
package struct Unsealing {
  private var recipient: HPKE.Recipient

  /// `header` and `key` as the file has them.
  package init(header: [UInt8], key: [UInt8], with secret: BackupKey) throws(SealFault) {
    do {
      recipient = try HPKE.Recipient(
        privateKey: secret.secret, ciphersuite: SealedStream.suite,
        info: converted(SealedStream.info(header)), encapsulatedKey: converted(key))
    } catch {
      throw .altered
    }
  }

  package mutating func open(_ sealed: [UInt8], isLast: Bool) throws(SealFault) -> [UInt8] {
    do {
      return Array(try recipient.open(sealed, authenticating: [isLast ? 1 as UInt8 : 0]))
    } catch {
      throw .altered
    }
  }
}

extension SealedStream {
  /// Reads a length on four bytes; nothing when it is beyond what may be.
  package static func length(_ bytes: [UInt8], atMost most: Int) -> Int? {
    let length = bytes.reduce(0) { $0 << 8 | Int($1) }
    return bytes.count == 4 && length <= most ? length : nil
  }

  /// The longest sealed frame.
  package static var longestFrame: Int { longestContent + overhead }
}

private func length(_ count: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
}

/// The bytes as Foundation's type, which this target does without.
private func converted<Bytes: RangeReplaceableCollection<UInt8>>(_ bytes: [UInt8]) -> Bytes {
  Bytes(bytes)
}
