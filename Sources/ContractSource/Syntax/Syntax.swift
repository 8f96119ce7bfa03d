/// How a value is written as text.
struct Syntax<Value> {
  /// With its article, as `insteadOf` wants it: `une durée comme « 4 h »`.
  var expected: String
  var form = TextForm.free
  var read: (String) throws(Misread) -> Value
}

extension Syntax {
  var shape: Shape { .text(expected: expected, form) }
}

/// Why a text is no such value.
struct Misread: Error {
  enum Kind {
    case syntax
    case choice
    case impossibleDay
  }

  var kind = Kind.syntax
  var message: String
  var help: String?

  /// «x» is not what was expected.
  init(_ text: String, insteadOf expected: String, help: String? = nil) {
    message = "« \(clipped(text)) »\(insteadOf(expected))"
    self.help = help
  }

  init(_ kind: Kind = .syntax, message: String, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
  }
}

/// «, au lieu d’une durée»: what was expected, after what was found.
func insteadOf(_ expected: String) -> String {
  expected.hasPrefix("un") ? ", au lieu d’\(expected)" : ", au lieu de \(expected)"
}

extension Syntax where Value == String {
  static var text: Syntax {
    Syntax(expected: "un texte") { text throws(Misread) in
      guard text.utf8.count <= 20_000 else {
        throw Misread(message: "ce texte dépasse 20 000 octets")
      }
      return text
    }
  }
}

extension Syntax where Value == Bool {
  static var flag: Syntax {
    let expected = "« true » ou « false »"
    return Syntax(expected: expected, form: .flag) { text throws(Misread) in
      switch fold(text) {
      case "true", "oui", "vrai": true
      case "false", "non", "faux": false
      default: throw Misread(text, insteadOf: expected)
      }
    }
  }
}

extension Syntax where Value == Int {
  static func integer(_ range: ClosedRange<Int>) -> Syntax {
    let expected = "un nombre entier de \(range.lowerBound) à \(range.upperBound)"
    let form = NumberForm(
      pattern: "^[0-9]+$", examples: ["\(range.lowerBound)"], range: range, isWhole: true)
    return Syntax(expected: expected, form: .number(form)) { text throws(Misread) in
      guard let value = Int(text), range.contains(value), text.first != "+" else {
        throw Misread(text, insteadOf: expected)
      }
      return value
    }
  }
}

extension Syntax where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  static var choice: Syntax {
    let allowed = Value.allCases.map(\.rawValue)
    return oneOf(allowed) { Value(rawValue: $0) }
  }
}

extension Syntax {
  /// One of some words; the nearest is named when the text is none of them.
  static func oneOf(_ allowed: [String], _ make: @escaping (String) -> Value?) -> Syntax {
    let list = "« " + allowed.joined(separator: " », « ") + " »"
    let expected = allowed.count == 1 ? list : "un de \(list)"
    return Syntax(expected: expected, form: .words(allowed)) { text throws(Misread) in
      if let value = make(text) { return value }
      if let word = allowed.first(where: { fold($0) == fold(text) }), let value = make(word) {
        return value
      }
      throw Misread(
        .choice, message: "« \(clipped(text)) » n’est pas une valeur admise",
        help: nearest(to: text, among: allowed).map {
          "Vouliez-vous écrire « \($0) » ? Valeurs admises : \(list)."
        } ?? "Valeurs admises : \(list).")
    }
  }
}
