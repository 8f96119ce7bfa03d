import Foundation
import FoundationXML
package import Maintenance

/// What a life-cycle message (CDAR D22B) says of one invoice.
package struct LifeCycleReading: Equatable, Sendable {
  /// The invoice's number (MDT-87).
  package private(set) var number = ""
  /// SIREN of who issued the invoice; nothing when the message does not name it.
  package private(set) var seller: String?
  package private(set) var code = 0
  package private(set) var reasonCode: String?
  package private(set) var reason: String?
  /// When the status was given; nothing when the message does not say.
  package private(set) var at: Instant?

  /// Why a message cannot be read.
  package enum Fault: Error, Hashable, CustomStringConvertible {
    case tooLarge
    case notXML(line: Int)
    /// A document type, by which others' files or endless texts come in.
    case hasDocumentType
    case lacks(String)

    package var description: String {
      switch self {
      case .tooLarge: "more than \(LifeCycleReading.largest) bytes"
      case .notXML(let line): "no XML from line \(line) on"
      case .hasDocumentType: "a document type, which such a message never has"
      case .lacks(let name): "\(name) is missing"
      }
    }
  }

  static let largest = 1 << 20
  private static let deepest = 32

  package init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.largest else { throw .tooLarge }
    guard !Self.hasDocumentType(bytes) else { throw .hasDocumentType }
    // Foundation's parser ends the process on a name that is no UTF-8.
    guard Self.depth(bytes) <= Self.deepest, String(validating: bytes, as: UTF8.self) != nil else {
      throw .notXML(line: 1)
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.delegate = reader
    guard parser.parse() else { throw .notXML(line: parser.lineNumber) }
    func text(_ path: String) -> String? {
      reader.texts[path].flatMap { $0.isEmpty ? nil : $0 }
    }
    let document = "AcknowledgementDocument/ReferenceReferencedDocument"
    guard let number = text("\(document)/IssuerAssignedID") else {
      throw .lacks("IssuerAssignedID")
    }
    guard let code = text("\(document)/ProcessConditionCode").flatMap(Int.init),
      (100...999).contains(code)
    else { throw .lacks("ProcessConditionCode") }
    self.number = String(number.prefix(50))
    self.code = code
    seller = text("\(document)/IssuerTradeParty/GlobalID").map { String($0.prefix(20)) }
    let status = "\(document)/SpecifiedDocumentStatus"
    reasonCode = text("\(status)/ReasonCode").map { String($0.prefix(50)) }
    reason = text("\(status)/Reason").map { String($0.prefix(500)) }
    at =
      Self.instant(text("AcknowledgementDocument/IssueDateTime/DateTimeString"))
      ?? Self.instant(text("ExchangedDocument/IssueDateTime/DateTimeString"))
  }

  /// How deep elements stand in one another, at most: looked at before, since the parser of
  /// Foundation ends the process when it is stopped on its way.
  private static func depth(_ bytes: [UInt8]) -> Int {
    var (depth, deepest) = (0, 0)
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      switch (byte, next) {
      case (60, 47), (47, 62): depth -= 1
      case (60, 33), (60, 63): continue
      case (60, _): depth += 1
      default: continue
      }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  private static func hasDocumentType(_ bytes: [UInt8]) -> Bool {
    let mark = Array("<!DOCTYPE".utf8)
    // Refused in any encoding that hides it: what is not UTF-8 has zeros or no mark at all.
    if bytes.contains(0) { return true }
    return bytes.firstRange(of: mark) != nil
  }

  /// `20261130` or `20261130103000`, UNTDID 2379 formats 102 and 204.
  private static func instant(_ text: String?) -> Instant? {
    guard let text, [8, 14].contains(text.utf8.count), text.utf8.allSatisfy({ (48...57) ~= $0 })
    else { return nil }
    func digits(_ start: Int, _ count: Int) -> Substring { text.dropFirst(start).prefix(count) }
    let time =
      text.utf8.count == 8 ? "00:00:00" : "\(digits(8, 2)):\(digits(10, 2)):\(digits(12, 2))"
    return Instant(iso: "\(digits(0, 4))-\(digits(4, 2))-\(digits(6, 2))T\(time)Z")
  }
}

/// Keeps the first text of each place, by its path below the root.
private final class Reader: NSObject, XMLParserDelegate {
  private(set) var texts: [String: String] = [:]
  private var path: [String] = []
  private var heard = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    path.append(name)
    heard = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { heard += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    let place = path.dropFirst().joined(separator: "/")
    let text = heard.trimmingCharacters(in: .whitespacesAndNewlines)
    if !text.isEmpty, texts[place] == nil { texts[place] = text }
    heard = ""
    path.removeLast()
  }
}
