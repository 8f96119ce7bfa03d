import Maintenance

/// An address on this server: made from literals and values, each value one encoded segment.
///
/// Links, forms and redirections take nothing else, so none can be led away from the server.
struct Path: Sendable, Hashable, ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral literal: StaticString) {
    text = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    precondition(isOnThisServer, "a path starts at the root")
  }

  init(stringInterpolation pieces: Pieces) {
    text = pieces.text
    precondition(isOnThisServer, "a path starts at the root")
  }

  private init(text: String) {
    self.text = text
  }

  /// An address that came in from outside; nothing when it could lead off this server.
  init?(asked text: String) {
    let bytes = text.utf8
    guard bytes.count <= 2000, bytes.allSatisfy({ (33...126).contains($0) && $0 != 92 }) else {
      return nil
    }
    self.text = text
    guard isOnThisServer else { return nil }
  }

  /// The same path with one more value asked of it.
  func asking(_ name: StaticString, _ value: String) -> Path {
    let sign = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    return Path(text: "\(text)\(sign)\(name)=\(Path.encoded(value))")
  }

  /// A place below it.
  func adding(_ segment: String) -> Path {
    Path(text: "\(text)/\(Path.encoded(segment))")
  }

  /// The same path at one place of its page.
  func at(_ fragment: String) -> Path {
    Path(text: "\(text)#\(Path.encoded(fragment))")
  }

  private var isOnThisServer: Bool {
    let start = text.utf8.prefix(2)
    return start.first == UInt8(ascii: "/") && start.dropFirst().first != UInt8(ascii: "/")
  }

  /// Percent encoding of all but the unreserved characters (RFC 3986, 2.3).
  private static func encoded(_ value: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a literal of `Path` is put together from.
  struct Pieces: StringInterpolationProtocol, Sendable {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
    }

    mutating func appendInterpolation(_ segment: String) {
      text += Path.encoded(segment)
    }

    mutating func appendInterpolation<Thing>(_ id: ID<Thing>) {
      text += id.text
    }

    mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }
  }
}
