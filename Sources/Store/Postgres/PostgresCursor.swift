import CPostgres

/// A result in the text format of PostgreSQL.
final class PostgresCursor: RowCursor {
  private let result: OpaquePointer
  var row: Int32 = 0
  var fault: StoreFault?

  init(_ result: OpaquePointer) {
    self.result = result
  }

  func isNull(_ column: Int) -> Bool {
    PQgetisnull(result, row, Int32(column)) == 1
  }

  /// Whole numbers of any width, and truth values as 1 and 0.
  func integer(_ column: Int) -> Int64? {
    switch text(column) {
    case "t": 1
    case "f": 0
    case let text?: Int64(text)
    case nil: nil
    }
  }

  func text(_ column: Int) -> String? {
    bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads `\x0a1b…`.
  func blob(_ column: Int) -> [UInt8]? {
    guard let digits = bytes(column), digits.count >= 2, digits.count % 2 == 0,
      digits[0] == UInt8(ascii: "\\"), digits[1] == UInt8(ascii: "x")
    else { return nil }
    var content: [UInt8] = []
    content.reserveCapacity(digits.count / 2 - 1)
    for index in stride(from: 2, to: digits.count, by: 2) {
      guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else {
        return nil
      }
      content.append(high << 4 | low)
    }
    return content
  }

  private func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    default: nil
    }
  }

  /// Valid until the result is cleared.
  private func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
    guard !isNull(column), let start = PQgetvalue(result, row, Int32(column)) else { return nil }
    return UnsafeRawBufferPointer(
      start: start, count: Int(PQgetlength(result, row, Int32(column))))
  }
}
