/// Reads ASN.1's distinguished encoding (X.690) front to back: definite lengths, one-byte tags.
struct DERReader {
  enum Tag: UInt8 {
    case boolean = 0x01
    case integer = 0x02
    case bytes = 0x04
    case identifier = 0x06
    case text = 0x0C
    case time = 0x18
    case sequence = 0x30
    case set = 0x31
    /// The constructed context tag 0.
    case first = 0xA0
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) { rest = ArraySlice(bytes) }

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ tag: Tag) -> Bool { rest.first == tag.rawValue }

  /// The content of the next element, which must bear this tag.
  mutating func next(_ tag: Tag) throws(TimeStampFault) -> ArraySlice<UInt8> {
    guard isNext(tag) else { throw .malformed }
    return try skip()
  }

  /// The content of the next element, whatever it is.
  @discardableResult
  mutating func skip() throws(TimeStampFault) -> ArraySlice<UInt8> {
    guard rest.count >= 2, rest[rest.startIndex] & 0x1F != 0x1F else { throw .malformed }
    rest.removeFirst()
    let short = Int(rest.removeFirst())
    let length: Int
    if short < 0x80 {
      length = short
    } else {
      let digits = rest.prefix(short - 0x80)
      guard (1...3).contains(short - 0x80), digits.count == short - 0x80, digits.first != 0 else {
        throw .malformed
      }
      length = digits.reduce(0) { $0 << 8 | Int($1) }
      guard length >= 0x80 else { throw .malformed }
      rest = rest.dropFirst(digits.count)
    }
    guard length <= rest.count else { throw .malformed }
    defer { rest = rest.dropFirst(length) }
    return rest.prefix(length)
  }

  /// Reads the elements inside the next one.
  mutating func inside(_ tag: Tag) throws(TimeStampFault) -> DERReader {
    DERReader(try next(tag))
  }
}
