/// What can be known of a text's syntax without reading one, for a schema and for printing.
enum TextForm: Hashable, Sendable {
  case free
  case words([String])
  case flag
  /// Digits that YAML also takes for a number: they need no quotes.
  case number(NumberForm)
  /// A regular expression that every text of this syntax matches in full, in its canonical
  /// spelling, with some that do.
  case pattern(String, examples: [String])

  /// True when the text is meant to be read as YAML reads it: a number, yes or no.
  var isTyped: Bool {
    switch self {
    case .flag, .number: true
    case .free, .words, .pattern: false
    }
  }
}

/// How a number is written and between what it stands.
struct NumberForm: Hashable, Sendable {
  var pattern: String
  var examples: [String]
  var range: ClosedRange<Int>
  var isWhole = false
}
