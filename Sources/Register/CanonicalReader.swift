extension CanonicalJSON {
  /// Reads bytes that are the only spelling of a value; refuses every other, and above 1 MiB.
  package init(reading bytes: [UInt8]) throws(CanonicalFault) {
    guard bytes.count <= 1 << 20 else { throw CanonicalFault("longer than 1 MiB", at: 0) }
    var reader = CanonicalReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    guard reader.offset == bytes.count else { throw reader.fault("bytes after the value") }
    self = value
  }
}

/// Lets only the one spelling pass: nothing has to be written again to be compared.
private struct CanonicalReader {
  let bytes: [UInt8]
  var offset = 0

  func fault(_ reason: String) -> CanonicalFault {
    CanonicalFault(reason, at: offset)
  }

  mutating func value(depth: Int) throws(CanonicalFault) -> CanonicalJSON {
    guard depth <= CanonicalJSON.deepest else { throw fault("nested too deep") }
    guard offset < bytes.count else { throw fault("ends early") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .fields(try fields(depth: depth))
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"):
      try literal("true")
      return .flag(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .flag(false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    default: throw fault("no value starts so")
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func literal(_ word: StaticString) throws(CanonicalFault) {
    for index in 0..<word.utf8CodeUnitCount {
      guard take((word.utf8Start + index).pointee) else { throw fault("unknown word") }
    }
  }

  private mutating func fields(depth: Int) throws(CanonicalFault) -> [String: CanonicalJSON] {
    var fields: [String: CanonicalJSON] = [:]
    _ = take(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return fields }
    fields.reserveCapacity(6)
    var last = 0..<0
    repeat {
      let start = offset + 1
      let name = try text()
      let key = start..<offset - 1
      guard CanonicalJSON.isKey(name) else { throw fault("key outside a-z 0-9 _ .") }
      guard last.isEmpty || bytes[last].lexicographicallyPrecedes(bytes[key]) else {
        throw fault("keys out of order")
      }
      last = key
      guard take(UInt8(ascii: ":")) else { throw fault("expected :") }
      fields[name] = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("expected , or }") }
    return fields
  }

  private mutating func list(depth: Int) throws(CanonicalFault) -> [CanonicalJSON] {
    var values: [CanonicalJSON] = []
    _ = take(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return values }
    repeat {
      values.append(try value(depth: depth + 1))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("expected , or ]") }
    return values
  }

  private mutating func integer() throws(CanonicalFault) -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    let start = offset
    var value: Int64 = 0
    while offset < bytes.count, (48...57).contains(bytes[offset]) {
      value = value * 10 + Int64(bytes[offset] - 48)
      offset += 1
      guard value <= CanonicalJSON.largestInteger else { throw fault("integer beyond 2^53 − 1") }
    }
    guard offset > start else { throw fault("expected a digit") }
    guard value > 0 ? bytes[start] != 48 : offset == start + 1 && !isNegative else {
      throw fault("integer spelled otherwise")
    }
    return isNegative ? -value : value
  }

  private mutating func text() throws(CanonicalFault) -> String {
    guard take(UInt8(ascii: "\"")) else { throw fault("expected a text") }
    let start = offset
    var isASCII = true
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""),
      bytes[offset] != UInt8(ascii: "\\")
    {
      guard bytes[offset] >= 0x20 else { throw fault("control character") }
      if bytes[offset] >= 0x80 { isASCII = false }
      offset += 1
    }
    let isPlain = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
    if isPlain, isASCII {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    let text =
      isPlain
      ? String(validating: bytes[start..<offset], as: UTF8.self)
      : String(validating: try escapedText(after: bytes[start..<offset]), as: UTF8.self)
    guard let text else { throw fault("not UTF-8") }
    offset += 1
    return text
  }

  /// Stops at the text's end.
  private mutating func escapedText(
    after start: ArraySlice<UInt8>
  ) throws(CanonicalFault) -> [UInt8] {
    var content = Array(start)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") { return content }
      guard byte >= 0x20 else { throw fault("control character") }
      offset += 1
      content.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
    }
    throw fault("text without end")
  }

  /// The byte that a two-letter escape, or `\u00` with two digits, stands for.
  private mutating func escaped() throws(CanonicalFault) -> UInt8 {
    guard offset < bytes.count else { throw fault("ends early") }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      guard take(48), take(48), offset + 2 <= bytes.count,
        let high = hexDigits.firstIndex(of: bytes[offset]),
        let low = hexDigits.firstIndex(of: bytes[offset + 1])
      else { throw fault("escape that is not needed") }
      offset += 2
      let byte = UInt8(high << 4 | low)
      guard byte < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) else {
        throw fault("escape that is not needed")
      }
      return byte
    default: throw fault("unknown escape")
    }
  }
}
