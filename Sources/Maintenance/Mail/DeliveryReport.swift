/// What a mail server says became of a message, as a message of its own (RFC 3464).
///
/// Reads the first two megabytes, some lines of which matter: which recipient, what action, which
/// status, and the name of the message that it is about.
package struct DeliveryReport: Sendable, Equatable {
  package struct Recipient: Sendable, Equatable {
    package var address: String
    /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`.
    package var action: String
    /// Such as `5.1.1` (RFC 3463).
    package var status: String
    package var diagnostic: String

    /// Not to be tried again: what failed for a while, or was late, is no fault of the address.
    package var isPermanent: Bool { action == "failed" && status.hasPrefix("5.") }
  }

  package var recipients: [Recipient]
  /// Of the message that came back, in angle brackets; nothing when the report does not say.
  package var originalID: String?

  package var isPermanent: Bool { recipients.contains(where: \.isPermanent) }

  private static let largest = 2 << 20
  private static let mostRecipients = 50

  /// Nothing for what is no report of delivery.
  package init?(reading bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(DeliveryReport.largest), as: UTF8.self)
    let lines = DeliveryReport.unfolded(text)
    recipients = []
    // The fields of one recipient stand together, a blank line ends them.
    var fields: [String: String] = [:]
    var (isStatus, hasStatus) = (false, false)
    for line in lines {
      if line.lowercased().hasPrefix("content-type:") {
        isStatus = line.lowercased().contains("message/delivery-status")
        hasStatus = hasStatus || isStatus
      }
      if let field = DeliveryReport.field(line) {
        // The report's own name comes before its fields, the other one after them.
        if field.name == "message-id", hasStatus { originalID = field.value }
        if isStatus || field.name.hasSuffix("-recipient") { fields[field.name] = field.value }
      } else if line.allSatisfy(\.isWhitespace) || line.hasPrefix("--") {
        add(fields)
        fields = [:]
      }
    }
    add(fields)
    guard !recipients.isEmpty else { return nil }
  }

  private mutating func add(_ fields: [String: String]) {
    guard recipients.count < DeliveryReport.mostRecipients,
      let recipient = fields["final-recipient"] ?? fields["original-recipient"],
      let action = fields["action"], let status = fields["status"]
    else { return }
    let address = recipient.split(separator: ";", maxSplits: 1).last.map(String.init) ?? ""
    recipients.append(
      Recipient(
        address: DeliveryReport.trimmed(address).lowercased(),
        action: action.lowercased(),
        status: String(status.prefix { $0.isNumber || $0 == "." }),
        diagnostic: String((fields["diagnostic-code"] ?? status).prefix(300))))
  }

  /// Lines with those that continue them (RFC 5322, 2.2.3).
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isContinued = line.first == " " || line.first == "\t"
      if isContinued, let last = lines.last, !last.isEmpty, last.utf8.count < 2000 {
        lines[lines.count - 1] = last + " " + trimmed(String(line))
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func field(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
      line[..<colon].utf8.allSatisfy({ (33...126) ~= $0 })
    else { return nil }
    return (line[..<colon].lowercased(), trimmed(String(line[line.index(after: colon)...])))
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
