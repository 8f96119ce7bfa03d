/// One text as YAML writes it, in the plainest way that no reader takes for something else.
enum ScalarPrinter {
  /// On one line: without quotes when they change nothing, else between double ones.
  ///
  /// `isTyped`: a number or yes and no, where YAML's own reading is the right one.
  static func line(_ scalar: Scalar, isTyped: Bool, inFlow: Bool) -> String {
    if scalar.isPlain, scalar.isEmpty { return scalar.text }
    let isPlain =
      canBePlain(scalar.text, inFlow: inFlow)
      && (isTyped || !TypedText.isTaken(scalar.text)) && !scalar.withoutQuotes.isEmpty
    return isPlain ? scalar.text : quoted(scalar.text)
  }

  /// On several lines, without indentation: one line a line, or folded at that width.
  ///
  /// Nothing when the text has no line break and fits, or cannot be written so.
  static func lines(_ text: String, width: Int) -> (header: String, lines: [String])? {
    guard !text.unicodeScalars.contains(where: isEscaped), text.first != " ", text.first != "\n"
    else { return nil }
    let isEnded = text.last == "\n"
    let body = isEnded ? text.dropLast() : text[...]
    guard body.last != "\n", !body.isEmpty else { return nil }
    let paragraphs = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard !paragraphs.contains(where: { $0.last == " " }) else { return nil }
    let isWide = paragraphs.contains { $0.count > width }
    if isWide, let folded = folded(paragraphs, width: width) {
      return (isEnded ? ">" : ">-", folded)
    }
    guard paragraphs.count > 1 || isEnded else { return nil }
    return (isEnded ? "|" : "|-", paragraphs.map(String.init))
  }

  /// A line break within a paragraph is read as a space; an empty line, as a break.
  private static func folded(_ paragraphs: [Substring], width: Int) -> [String]? {
    var lines: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let words = paragraph.split(separator: " ", omittingEmptySubsequences: false)
      guard paragraph.isEmpty || !words.contains(where: \.isEmpty) else { return nil }
      if index > 0, !paragraphs[index - 1].isEmpty { lines.append("") }
      var line = ""
      var length = 0
      for word in words {
        if length > 0, length + 1 + word.count > width {
          lines.append(line)
          line = String(word)
          length = word.count
        } else {
          line += length > 0 ? " \(word)" : word
          length += word.count + (length > 0 ? 1 : 0)
        }
      }
      lines.append(line)
    }
    return lines
  }

  static func canBePlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
      !text.hasPrefix("..."),
      last != ":", !"-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first),
      !scalars.contains(where: isEscaped)
    else { return false }
    var previous = first
    for scalar in scalars {
      if scalar == "\n" || (scalar == "#" && previous == " ") { return false }
      if scalar == " ", previous == ":" { return false }
      if inFlow, ",[]{}?:".unicodeScalars.contains(scalar) { return false }
      previous = scalar
    }
    return true
  }

  /// What only an escape can write, or show: controls, other line breaks, turns of direction.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE...0xFFFF:
      true
    default: false
    }
  }

  /// Between double quotes, as JSON too reads it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isEscaped(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Scalar {
  fileprivate var withoutQuotes: Scalar { Scalar(text: text, isPlain: true) }
}
