/// A value of the file with the offsets at which it starts and ends.
struct Node {
  enum Content {
    case scalar(Scalar)
    case list([Node])
    case map([Entry])
    /// Refused while composing, and already reported.
    case refused
  }

  var offset: Int
  var content: Content
  /// Just after it; of a group or a list without brackets, where the scanner saw that it ended.
  var end = 0
  /// Written between brackets or braces.
  var isFlow = false

  var isRefused: Bool {
    if case .refused = content { true } else { false }
  }

  /// What a person would call it in a message.
  var kindInFrench: String {
    switch content {
    case .scalar(let scalar): scalar.isEmpty ? "rien" : "« \(clipped(scalar.text)) »"
    case .list: "une liste"
    case .map: "un groupe de clés"
    case .refused: "une valeur refusée"
    }
  }
}

/// Text as written, quotes and folds undone; never turned into a number or a date here.
struct Scalar {
  var text: String
  var isPlain: Bool

  var isEmpty: Bool {
    text.isEmpty || (isPlain && (text == "~" || text == "null"))
  }
}

/// A key and its value.
struct Entry {
  var key: String
  var keyOffset: Int
  var keyEnd = 0
  var value: Node

  /// What a comma leaves of a text without quotes, between braces: words that have no value.
  var isCutText: Bool {
    guard case .scalar(let scalar) = value.content else { return false }
    return scalar.isPlain && scalar.text.isEmpty && key.contains(" ")
  }
}

/// Text from the file, short and harmless enough to stand in a message.
func clipped(_ text: String) -> String {
  let line = text.prefix { !$0.isNewline }.prefix(60)
  return withoutControls(line) + (line.count < text.count ? "…" : "")
}

/// The same text with what could steer a terminal or turn the reading order made visible.
func withoutControls(_ text: some StringProtocol) -> String {
  var view = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 9: view.append(" ")
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: view.append("·")
    default: view.append(scalar)
    }
  }
  return String(view)
}
