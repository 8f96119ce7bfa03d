import Maintenance

/// A piece of a page: bytes that are safe to send, by construction.
///
/// Markup comes only from literals of our own source; every text that is interpolated is escaped,
/// so no value can become markup. Attributes are always quoted in the literals, and an attribute
/// that a browser follows takes a `Path`: debug builds stop at a literal that breaks either rule.
struct HTML: Sendable, ExpressibleByStringInterpolation {
  var bytes: [UInt8]

  /// A text as text.
  init(_ text: String) {
    bytes = []
    appendEscaped(text, to: &bytes)
  }

  init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer(Array.init)
  }

  init(stringInterpolation interpolation: Interpolation) {
    bytes = interpolation.bytes
  }

  static let nothing: HTML = ""

  var isEmpty: Bool { bytes.isEmpty }

  static func + (left: HTML, right: HTML) -> HTML {
    var joined = left
    joined.bytes += right.bytes
    return joined
  }

  struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func appendInterpolation(_ text: String) {
      assert(!isUnquoted, "an attribute's value stands between quotes")
      assert(!isAddress, "an address is a Path")
      appendEscaped(text, to: &bytes)
    }

    mutating func appendInterpolation(_ number: Int) {
      bytes.append(contentsOf: String(number).utf8)
    }

    mutating func appendInterpolation(_ number: Int64) {
      bytes.append(contentsOf: String(number).utf8)
    }

    mutating func appendInterpolation(_ path: Path) {
      appendEscaped(path.text, to: &bytes)
    }

    mutating func appendInterpolation<Thing>(_ id: ID<Thing>) {
      bytes.append(contentsOf: id.text.utf8)
    }

    mutating func appendInterpolation(_ html: HTML) {
      bytes.append(contentsOf: html.bytes)
    }

    mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes.append(contentsOf: html.bytes) }
    }

    mutating func appendInterpolation<Value>(
      each values: some Sequence<Value>, _ render: (Value) -> HTML
    ) {
      for value in values { bytes.append(contentsOf: render(value).bytes) }
    }

    /// The markup when the condition holds, nothing otherwise.
    mutating func appendInterpolation(when condition: Bool, _ html: @autoclosure () -> HTML) {
      if condition { bytes.append(contentsOf: html().bytes) }
    }

    private var isUnquoted: Bool {
      guard bytes.last == UInt8(ascii: "=") else { return false }
      let tag = bytes.lastIndex(of: UInt8(ascii: "<")) ?? -1
      return tag > bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    }

    private var isAddress: Bool {
      bytes.last == UInt8(ascii: "\"")
        && [" href=\"", " src=\"", "action=\"", "-get=\"", "-post=\"", "-connect=\""].contains {
          bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }
  }
}

private func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    // No control character but white space is allowed in HTML.
    case 0..<9, 11, 12, 14..<32, 127: break
    default: bytes.append(byte)
    }
  }
}
