/// Words as a search compares them: lower case, without accents, letters and digits only.
///
/// Our own folding, so that both engines find the same; Latin letters, since the texts are French.
package struct SearchWords: Hashable, Sendable {
  /// Separated by one space.
  package private(set) var text = ""
  private var scalars = 0

  /// What is kept of one thing's texts, in characters: the rest is not found.
  private static let most = 20_000

  package init() {}

  package init(_ text: String) {
    add(text)
  }

  /// Cost grows with the text added, not with what is there.
  package mutating func add(_ added: String) {
    var isWord = true
    var bytes: [UInt8] = []
    defer { text += String(decoding: bytes, as: UTF8.self) }
    func startWord() {
      if isWord, !text.isEmpty || !bytes.isEmpty { bytes.append(32) }
      isWord = false
    }
    for scalar in added.unicodeScalars {
      guard scalars < SearchWords.most else { return }
      if let letter = SearchWords.plainASCII(scalar) {
        startWord()
        bytes.append(letter)
        scalars += 1
        continue
      }
      switch SearchWords.folded(scalar) {
      case .letter(let letter):
        startWord()
        if letter.isASCII {
          bytes.append(UInt8(letter.value))
        } else {
          bytes += UTF8.encode(letter).map(Array.init) ?? []
        }
        scalars += 1
      case .letters(let letters):
        startWord()
        bytes += letters.utf8
        scalars += 2
      case .mark: continue
      case .space: isWord = true
      }
    }
  }

  /// Of what somebody looks for, in characters: of longer words the beginning is asked.
  package static let longestAsked = 40

  /// The first eight words of what somebody looks for.
  package var asked: [String] {
    text.split(separator: " ").prefix(8).map { String($0.prefix(SearchWords.longestAsked)) }
  }

  private enum Folded {
    case letter(Unicode.Scalar)
    case letters(String)
    /// Written over the letter before.
    case mark
    case space
  }

  /// Nothing for what is no letter or digit of ASCII.
  private static func plainASCII(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 48...57, 97...122: UInt8(scalar.value)
    case 65...90: UInt8(scalar.value + 32)
    default: nil
    }
  }

  /// Of what `plainASCII` leaves.
  private static func folded(_ scalar: Unicode.Scalar) -> Folded {
    if scalar.isASCII { return .space }
    if (0x300...0x36F).contains(scalar.value) { return .mark }
    if let plain = plain[scalar] { return plain }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      return .space
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? .letter(lower[lower.startIndex]) : .letter(scalar)
  }

  private static let plain: [Unicode.Scalar: Folded] = {
    var plain: [Unicode.Scalar: Folded] = [
      "œ": .letters("oe"), "Œ": .letters("oe"), "æ": .letters("ae"), "Æ": .letters("ae"),
    ]
    let letters: [(Unicode.Scalar, String)] = [
      ("a", "àâäáãåÀÂÄÁÃÅ"), ("c", "çÇ"), ("e", "éèêëÉÈÊË"), ("i", "îïíìÎÏÍÌ"), ("n", "ñÑ"),
      ("o", "ôöóòõøÔÖÓÒÕØ"), ("u", "ùûüúÙÛÜÚ"), ("y", "ÿýŸÝ"),
    ]
    for (letter, accented) in letters {
      for scalar in accented.unicodeScalars { plain[scalar] = .letter(letter) }
    }
    return plain
  }()
}
