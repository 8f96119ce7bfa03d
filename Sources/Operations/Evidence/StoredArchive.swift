/// A ZIP without compression (PKWARE APPNOTE 6.3, method 0): equal files give equal bytes.
///
/// At most 65,535 files and 4 GiB: whoever fills it counts first.
struct StoredArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// `name` in ASCII, folders parted by `/`.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let place = UInt32(bytes.count)
    // Version 2.0, no flags, stored, 1 January 1980 at midnight.
    var fields: [UInt8] = []
    for value: UInt16 in [20, 0, 0, 0, 0x21] { fields += Self.littleEndian(value) }
    fields += Self.littleEndian(Self.checksum(content))
    fields += Self.littleEndian(UInt32(content.count)) + Self.littleEndian(UInt32(content.count))
    fields += Self.littleEndian(UInt16(name.utf8.count)) + [0, 0]
    bytes += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8)
    bytes += content
    directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 10)
    directory += Self.littleEndian(place) + Array(name.utf8)
    count += 1
  }

  /// The whole file.
  func closed() -> [UInt8] {
    let counts = Self.littleEndian(count) + Self.littleEndian(count)
    let place = Self.littleEndian(UInt32(directory.count)) + Self.littleEndian(UInt32(bytes.count))
    return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + counts + place + [0, 0]
  }

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 of ISO 3309, as ZIP asks.
  private static func checksum(_ content: [UInt8]) -> UInt32 {
    ~content.reduce(~0) { sum, byte in
      table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }
}
