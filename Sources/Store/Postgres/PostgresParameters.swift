/// Values as libpq takes them: texts ended by NUL, bytes and arrays in binary.
struct PostgresParameters {
  private var bytes: [CChar] = []
  /// Nothing for null.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ values: [SQLValue]) throws(StoreFault) {
    try SQLValue.check(values)
    for value in values {
      switch value {
      case .integer(let number): add(String(number).utf8, isBinary: false)
      case .text(let text): add(text.utf8, isBinary: false)
      case .blob(let content): add(content, isBinary: true)
      case .null:
        starts.append(nil)
        lengths.append(0)
        formats.append(0)
      }
    }
  }

  /// An array for each column of the rows, which have no empty ones; at least one row.
  init(columnsOf rows: [[SQLValue]]) throws(StoreFault) {
    for row in rows { try SQLValue.check(row) }
    for column in rows[0].indices {
      var array: [UInt8] = []
      for (count, row) in rows.enumerated() {
        if count == 0 { row[column].beginArray(of: rows.count, in: &array) }
        row[column].writeElement(to: &array)
      }
      add(array, isBinary: true)
    }
  }

  private mutating func add(_ content: some Collection<UInt8>, isBinary: Bool) {
    starts.append(bytes.count)
    bytes += content.lazy.map { CChar(bitPattern: $0) }
    bytes.append(0)
    lengths.append(Int32(content.count))
    formats.append(isBinary ? 1 : 0)
  }

  var count: Int32 { Int32(starts.count) }

  func withPointers<Value>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?)
      -> Value
  ) -> Value {
    bytes.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { start -> UnsafePointer<CChar>? in
        guard let start, let address = buffer.baseAddress else { return nil }
        return address + start
      }
      return body(pointers, lengths, formats)
    }
  }
}

/// The server's binary form of arrays of one dimension.
extension SQLValue {
  /// Its type's number in the server's catalogue, the same in every release.
  private var type: Int32 {
    switch self {
    case .integer: 20
    case .text: 25
    case .blob: 17
    case .null: preconditionFailure("arrays hold no empty values")
    }
  }

  fileprivate func beginArray(of count: Int, in array: inout [UInt8]) {
    // One dimension, no nulls, and indices from 1.
    for word in [1, 0, type, Int32(count), 1] { Self.write(word, to: &array) }
  }

  fileprivate func writeElement(to array: inout [UInt8]) {
    switch self {
    case .integer(let number):
      Self.write(Int32(8), to: &array)
      Self.write(number, to: &array)
    case .text(let text):
      Self.write(Int32(text.utf8.count), to: &array)
      array += text.utf8
    case .blob(let content):
      Self.write(Int32(content.count), to: &array)
      array += content
    case .null: preconditionFailure("arrays hold no empty values")
    }
  }

  private static func write(_ number: some FixedWidthInteger, to array: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { array += $0 }
  }
}
