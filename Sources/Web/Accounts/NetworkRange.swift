import Glibc

/// A range of network addresses, such as `10.0.0.0/8` or `fd00::/8`; one address is a whole range.
package struct NetworkRange: Hashable, Sendable, CustomStringConvertible {
  /// Four bytes or sixteen, those after the prefix zero.
  private let bytes: [UInt8]
  private let length: Int

  package init?(_ text: String) {
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let bytes = NetworkRange.bytes(of: String(halves[0])) else { return nil }
    let most = bytes.count * 8
    guard halves.count == 1 || Int(halves[1]).map((0...most).contains) == true else { return nil }
    self.init(bytes, halves.count == 1 ? most : Int(halves[1]) ?? most)
  }

  /// Those who likely are one: a /24 of IPv4, a /64 of IPv6.
  init?(neighbours address: String) {
    guard let bytes = NetworkRange.bytes(of: address) else { return nil }
    self.init(bytes, bytes.count == 4 ? 24 : 64)
  }

  private init(_ bytes: [UInt8], _ length: Int) {
    self.length = length
    self.bytes = bytes.enumerated().map { index, byte in
      byte & ~UInt8(truncatingIfNeeded: 0xFF >> max(0, min(8, length - index * 8)))
    }
  }

  func contains(_ address: String) -> Bool {
    guard let other = NetworkRange.bytes(of: address), other.count == bytes.count else {
      return false
    }
    return NetworkRange(other, length) == self
  }

  package var description: String {
    let digits =
      bytes.count == 4
      ? bytes.map { String($0) }.joined(separator: ".")
      : stride(from: 0, to: 16, by: 2)
        .map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }.joined(separator: ":")
    return "\(digits)/\(length)"
  }

  /// An IPv4 address that is written as IPv6 (`::ffff:192.0.2.1`) is an IPv4 address.
  private static func bytes(of text: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
    guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
    let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
    return isMapped ? Array(bytes.suffix(4)) : bytes
  }
}
