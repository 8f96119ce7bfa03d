import Maintenance

/// A word or a number of a sentence, as it is compared.
enum WordToken: Equatable {
  case word(String)
  case number(FixedPoint)
  case percent
  case euro
  case openBracket
  case closeBracket
  /// A colon between two numbers: an hour of the day.
  case colon
  case dash
  case end

  /// The sentences of a folded text, each as its tokens; marks that mean nothing here are left out.
  static func sentences(of folded: String) -> [[WordToken]] {
    var reader = TokenReader(folded)
    let tokens = reader.tokens()
    return tokens.split(separator: .end).map(Array.init)
  }
}

/// Cuts a folded text into tokens, in one pass.
private struct TokenReader {
  private let characters: [Unicode.Scalar]
  private var index = 0

  init(_ folded: String) {
    characters = Array(folded.unicodeScalars)
  }

  mutating func tokens() -> [WordToken] {
    var tokens: [WordToken] = []
    while index < characters.count {
      let character = characters[index]
      if character.isDigit {
        tokens.append(.number(number()))
      } else if character.isLetter {
        tokens.append(.word(word()))
      } else {
        index += 1
        if let token = mark(character) { tokens.append(token) }
      }
    }
    return tokens
  }

  private mutating func word() -> String {
    let start = index
    while index < characters.count, characters[index].isLetter { index += 1 }
    // A priority such as P1 is one word; 8h30 is an hour.
    let followsDigit = start > 0 && digit(at: start - 1) != nil
    if index - start == 1, !followsDigit, digit(at: index) != nil {
      while digit(at: index) != nil { index += 1 }
    }
    return String(String.UnicodeScalarView(characters[start..<index]))
  }

  /// `1 200,50`: thousands apart by a space, a comma or a point before the decimals.
  private mutating func number() -> FixedPoint {
    var digits = ""
    func hasThousands() -> Bool {
      characters[index] == " " && (1...3).allSatisfy { digit(at: index + $0) != nil }
        && digit(at: index + 4) == nil && digits.count <= 3
    }
    while index < characters.count {
      if let digit = digit(at: index) {
        digits.unicodeScalars.append(digit)
      } else if !hasThousands() {
        break
      }
      index += 1
    }
    let isDecimal =
      index + 1 < characters.count && (characters[index] == "," || characters[index] == ".")
      && digit(at: index + 1) != nil
    if isDecimal {
      digits.append(".")
      index += 1
      while let digit = digit(at: index) {
        digits.unicodeScalars.append(digit)
        index += 1
      }
    }
    return FixedPoint(digits) ?? FixedPoint(0)
  }

  private func digit(at index: Int) -> Unicode.Scalar? {
    guard index < characters.count, characters[index].isDigit else { return nil }
    return characters[index]
  }

  private func mark(_ character: Unicode.Scalar) -> WordToken? {
    switch character {
    case "%": .percent
    case "€": .euro
    case "(": .openBracket
    case ")": .closeBracket
    case ":": .colon
    case "-", "–": .dash
    case ".", ";", "!", "?": .end
    default: nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (48...57).contains(value) }

  fileprivate var isLetter: Bool {
    isASCII ? (97...122).contains(value | 32) : properties.isAlphabetic
  }
}
