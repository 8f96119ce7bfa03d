/// The key of a stored thing: 41 bits of milliseconds since 2020, then 22 bits of chance.
///
/// Keys sort by creation, so a list pages by key; several nodes make them without asking each
/// other. Written in links as thirteen letters of Crockford's base 32.
package struct ID<Thing>: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(number: Int64) {
    self.number = number
  }

  package init(at instant: Instant, chance: UInt32) {
    let elapsed = max(0, instant.milliseconds - 1_577_836_800_000)
    number = (elapsed & 0x1FF_FFFF_FFFF) << 22 | Int64(chance & 0x3F_FFFF)
  }

  /// When it was made.
  package var madeAt: Instant { Instant(milliseconds: (number >> 22) + firstMillisecond) }

  /// Reads what `text` writes; nothing on any other text.
  package init?(_ text: String) {
    guard text.utf8.count == 13 else { return nil }
    var value: UInt64 = 0
    for byte in text.utf8 {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      guard value >> 59 == 0 else { return nil }
      value = value << 5 | UInt64(digit)
    }
    guard value <= UInt64(Int64.max) else { return nil }
    number = Int64(value)
  }

  package static func < (left: ID, right: ID) -> Bool {
    left.number < right.number
  }

  package var text: String {
    var value = UInt64(number)
    var bytes = [UInt8](repeating: alphabet[0], count: 13)
    for index in stride(from: 12, through: 0, by: -1) {
      bytes[index] = alphabet[Int(value & 31)]
      value >>= 5
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// 2020-01-01, UTC.
private let firstMillisecond: Int64 = 1_577_836_800_000

extension ID: CustomStringConvertible {
  /// As links write it: an identity in an address that is a plain text reads the same.
  package var description: String { text }
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
