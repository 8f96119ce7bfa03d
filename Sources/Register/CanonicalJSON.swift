/// JSON with exactly one spelling, so that equal values have equal bytes and equal hashes.
///
/// RFC 8785 restricted: no null, no fractions, integers of at most 2^53 − 1, keys of lower-case
/// letters, digits, `_` and `.`, nesting of at most 32.
package enum CanonicalJSON: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  case flag(Bool)
  case list([CanonicalJSON])
  case fields([String: CanonicalJSON])

  static let deepest = 32
  /// 2^53 − 1: the largest integer that every JSON reader holds exactly.
  static let largestInteger: Int64 = 9_007_199_254_740_991

  package subscript(key: String) -> CanonicalJSON? {
    guard case .fields(let fields) = self else { return nil }
    return fields[key]
  }

  package var text: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }

  package var integer: Int64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The only spelling of this value, in UTF-8.
  package func bytes() throws(CanonicalFault) -> [UInt8] {
    var output: [UInt8] = []
    try write(to: &output, depth: 0)
    return output
  }

  private func write(to output: inout [UInt8], depth: Int) throws(CanonicalFault) {
    guard depth <= Self.deepest else { throw CanonicalFault("nested too deep", at: output.count) }
    switch self {
    case .text(let value):
      Self.write(value, to: &output)
    case .integer(let value):
      guard value.magnitude <= Self.largestInteger.magnitude else {
        throw CanonicalFault("integer beyond 2^53 − 1", at: output.count)
      }
      output += String(value).utf8
    case .flag(let value):
      output += (value ? "true" : "false").utf8
    case .list(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        try value.write(to: &output, depth: depth + 1)
      }
      output.append(UInt8(ascii: "]"))
    case .fields(let fields):
      output.append(UInt8(ascii: "{"))
      // On ASCII keys the order of bytes is the order of UTF-16 units that RFC 8785 asks for.
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        guard Self.isKey(field.key) else {
          throw CanonicalFault("key outside a-z 0-9 _ .", at: output.count)
        }
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.write(field.key, to: &output)
        output.append(UInt8(ascii: ":"))
        try field.value.write(to: &output, depth: depth + 1)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  static func isKey(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || byte == 95 || byte == 46
      }
  }

  static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // Texts that need no escape are most.
      var isPlain = true
      for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5C { isPlain = false }
      if isPlain {
        output.append(contentsOf: bytes)
      } else {
        for byte in bytes { writeEscaped(byte, to: &output) }
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func writeEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x22: output += #"\""#.utf8
    case 0x5C: output += #"\\"#.utf8
    case 0x08: output += #"\b"#.utf8
    case 0x09: output += #"\t"#.utf8
    case 0x0A: output += #"\n"#.utf8
    case 0x0C: output += #"\f"#.utf8
    case 0x0D: output += #"\r"#.utf8
    case ..<0x20:
      output += #"\u00"#.utf8 + [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
    default: output.append(byte)
    }
  }
}

/// Why bytes are not canonical JSON, or a value cannot be written as such.
package struct CanonicalFault: Error, Hashable, CustomStringConvertible {
  package let reason: String
  /// Offset in the bytes read or written so far.
  package let offset: Int

  init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String { "not canonical JSON at byte \(offset): \(reason)" }
}
