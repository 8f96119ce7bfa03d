/// Values as a line of YAML, quoted where a scanner would read something else.
enum YAMLPrinting {
  static func flow(_ value: TextEditing.Value) -> String {
    switch value {
    case .text(let text): scalar(text, inFlow: true)
    case .list(let items):
      "[" + items.map { scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
    // Groups in groups come from paths, which are short.
    case .group(let pairs):
      "{ " + pairs.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  static func scalar(_ text: String, inFlow: Bool) -> String {
    isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// Controls that a form may send besides line breaks and tabs are dropped.
  static func quoted(_ text: String) -> String {
    ScalarPrinter.quoted(
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter {
            $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
          })))
  }

  /// Stricter than the canonical form: what starts with a sign is quoted, and numbers in which
  /// another reader would drop something. Other numbers stay bare, as a form's amounts and counts.
  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || ("0"..."9").contains(first),
      !last.properties.isWhitespace, text != "null",
      ScalarPrinter.canBePlain(text, inFlow: inFlow)
    else { return false }
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return !(isNumber && text.count > 1 && (first == "0" || text.count >= 9))
  }
}
