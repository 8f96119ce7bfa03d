/// RFC 4648 §4, with padding, without line breaks: the only spelling that the formats accept.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    bytes.withUnsafeBytes { write($0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  static func write(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    let length = (bytes.count + 2) / 3 * 4
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { written in
      digits.withUnsafeBufferPointer { digits in
        var place = 0
        for start in stride(from: 0, to: bytes.count, by: 3) {
          let count = min(bytes.count - start, 3)
          var bits = UInt32(bytes[start]) << 16
          if count > 1 { bits |= UInt32(bytes[start + 1]) << 8 }
          if count > 2 { bits |= UInt32(bytes[start + 2]) }
          written[place] = digits[Int(bits >> 18)]
          written[place + 1] = digits[Int(bits >> 12) & 63]
          written[place + 2] = count > 1 ? digits[Int(bits >> 6) & 63] : UInt8(ascii: "=")
          written[place + 3] = count > 2 ? digits[Int(bits) & 63] : UInt8(ascii: "=")
          place += 4
        }
      }
      output.append(contentsOf: written)
    }
  }

  /// Nothing when another text stands for the same bytes.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let letters = Array(text.utf8)
    guard letters.count.isMultiple(of: 4) else { return nil }
    let padding = letters.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
    var output: [UInt8] = []
    var bits: UInt32 = 0
    for (place, letter) in letters.dropLast(padding).enumerated() {
      guard let value = digits.firstIndex(of: letter) else { return nil }
      bits = bits << 6 | UInt32(value)
      if place % 4 > 0 { output.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * (place % 4)))) }
    }
    // What the padding leaves unused must be zero: this also judges the padding itself.
    return self.text(output).utf8.elementsEqual(letters) ? output : nil
  }
}
