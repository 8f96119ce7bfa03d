/// Values as libpq takes them: texts ended by NUL, bytes in binary.
struct PostgresParameters {
  private var bytes: [CChar] = []
  /// Nothing for null.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ values: [SQLValue]) {
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

  private mutating func add(_ content: some Collection<UInt8>, isBinary: Bool) {
    starts.append(bytes.count)
    bytes += content.lazy.map { CChar(bitPattern: $0) }
    bytes.append(0)
    lengths.append(Int32(content.count))
    formats.append(isBinary ? 1 : 0)
  }

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
