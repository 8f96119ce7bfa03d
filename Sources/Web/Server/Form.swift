import HTTPTypes
import Hummingbird
import Maintenance

/// What a browser's form sent: fields by name, at most one file; bounded in bytes and in number.
struct Form: Sendable {
  private(set) var fields: [String: String] = [:]
  /// What shows that our own page sent it; no field of any route.
  private(set) var token: String?
  private var files: [String: [UInt8]] = [:]
  private var fileNames: [String: String] = [:]

  static let limit = 65_536
  /// A contract's text, 1 MiB, and what a form puts around it.
  static let contractLimit = 1_048_576 + 65_536
  /// A ticket's file, and what a form puts around it.
  static let largestLimit = Attachment.largest + 65_536
  private static let maximumFields = 64

  /// Throws 413 when too much is sent, 400 when it cannot be read, 415 for another kind of body.
  init(_ request: Request, _ context: WebContext, limit: Int = Form.limit) async throws {
    let body = try await request.body.collect(upTo: limit)
    try self.init(Array(body.readableBytesView), type: request.headers[.contentType] ?? "")
  }

  /// Reads what is already at hand, whatever it is.
  init(_ bytes: [UInt8], type: String) throws {
    if type.hasPrefix("application/x-www-form-urlencoded") {
      try readURLEncoded(bytes)
    } else if type.hasPrefix("multipart/form-data"), let boundary = Form.boundary(of: type) {
      try readMultipart(bytes, boundary: boundary)
    } else if !bytes.isEmpty {
      throw HTTPError(.unsupportedMediaType)
    }
  }

  subscript(name: String) -> String? {
    fields[name]
  }

  /// A file that was chosen; nothing when the field was left empty.
  func file(_ name: String) -> [UInt8]? {
    files[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// As the browser told it; empty when no file was chosen.
  func fileName(_ name: String) -> String {
    fileNames[name] ?? ""
  }

  /// What was chosen among boxes of one name, which ends in `[]`; empty when none was.
  func list(_ name: String) -> [String] { Form.list(fields[name]) }

  static func list(_ joined: String?) -> [String] {
    (joined ?? "").split(separator: "\n").map(String.init)
  }

  /// A field that must be there.
  func text(_ name: String) throws -> String {
    guard let text = fields[name], !text.isEmpty else { throw HTTPError(.badRequest) }
    return text
  }

  /// A field that must be one of an enumeration's values.
  func choice<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
    guard let value = Value(rawValue: try text(name)) else { throw HTTPError(.badRequest) }
    return value
  }

  private mutating func add(_ name: String, _ value: String) throws {
    if name.hasSuffix("[]"), let before = fields[name] {
      fields[name] = "\(before)\n\(value)"
      return
    }
    if name == FormToken.field, token == nil {
      token = value
      return
    }
    guard fields.count < Form.maximumFields, fields[name] == nil else {
      throw HTTPError(.badRequest)
    }
    // Browsers end lines with CR LF; texts are kept with LF.
    fields[name] = value.replacing("\r\n", with: "\n")
  }

  private mutating func readURLEncoded(_ bytes: [UInt8]) throws {
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count == 2 ? halves[1] : []
      try add(Form.decoded(halves[0]), Form.decoded(value))
    }
  }

  /// Percent-decoding with `+` as a space (WHATWG URL, 5.1).
  private static func decoded(_ bytes: ArraySlice<UInt8>) throws -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return try text(of: decoded)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func text(of bytes: [UInt8]) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw HTTPError(.badRequest)
    }
    return text
  }
}

extension Form {
  private static func boundary(of type: String) -> [UInt8]? {
    guard let start = type.firstRange(of: "boundary=")?.upperBound else { return nil }
    let value = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
    return (1...70).contains(value.utf8.count) ? Array(("--" + value).utf8) : nil
  }

  /// Parts between boundaries (RFC 7578): a name, maybe a file name, then the content.
  private mutating func readMultipart(_ bytes: [UInt8], boundary: [UInt8]) throws {
    var starts = Form.occurrences(of: boundary, in: bytes)
    guard starts.count >= 2 else { throw HTTPError(.badRequest) }
    starts = Array(starts.prefix(Form.maximumFields + 2))
    for (start, end) in zip(starts, starts.dropFirst()) {
      // After the boundary a line ends; before the next one another does.
      let (first, last) = (start + boundary.count + 2, end - 2)
      guard first <= last else { throw HTTPError(.badRequest) }
      try readPart(Array(bytes[first..<last]))
    }
  }

  private mutating func readPart(_ part: [UInt8]) throws {
    guard let blank = Form.occurrences(of: Array("\r\n\r\n".utf8), in: part).first else {
      throw HTTPError(.badRequest)
    }
    let headers = String(decoding: part[..<blank], as: UTF8.self)
    guard let name = Form.parameter("name", in: headers) else { throw HTTPError(.badRequest) }
    let content = Array(part[(blank + 4)...])
    if let sent = Form.parameter("filename", in: headers) {
      files[name] = content
      fileNames[name] = sent
    } else {
      try add(name, Form.text(of: content))
    }
  }

  private static func parameter(_ name: String, in headers: String) -> String? {
    guard let start = headers.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return String(headers[start...].prefix { $0 != "\"" })
  }

  private static func occurrences(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = pattern.first, bytes.count >= pattern.count else { return [] }
    var found: [Int] = []
    var index = 0
    while index <= bytes.count - pattern.count {
      if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
        found.append(index)
        index += pattern.count
      } else {
        index += 1
      }
    }
    return found
  }
}
