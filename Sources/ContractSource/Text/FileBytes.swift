/// What is asked of a file before anything is read in it.
enum FileBytes {
  static let maximumSize = 1 << 20

  /// The text of the bytes, without a byte order mark; nothing after reporting what is wrong.
  static func text(_ bytes: [UInt8]) -> Result<String, Flaw> {
    if bytes.count > maximumSize { return .failure(.tooLarge(bytes.count)) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
    if let offset = firstInvalidByte(content) {
      return .failure(.notUTF8(offset + (hasMark ? 3 : 0)))
    }
    return .success(String(decoding: content, as: UTF8.self))
  }

  enum Flaw: Error {
    case tooLarge(Int)
    /// Offset of the first byte that is not text.
    case notUTF8(Int)
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
