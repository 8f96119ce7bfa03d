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

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if scalar.properties.generalCategory != .control { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || ("0"..."9").contains(first),
      !last.properties.isWhitespace, last != ":"
    else { return false }
    if text == "null" || text.contains(": ") || text.contains(" #") { return false }
    if inFlow, text.unicodeScalars.contains(where: { ",[]{}:".unicodeScalars.contains($0) }) {
      return false
    }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return false
    }
    // Other readers would take these for numbers, and drop what matters in them.
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return !(isNumber && text.count > 1 && (first == "0" || text.count >= 9))
  }
}
