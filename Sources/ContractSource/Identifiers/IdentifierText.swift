/// The signs of a number: ASCII digits and capitals, once the spaces that group them are gone.
struct IdentifierText {
  /// Longer than any number that is read here.
  static let maximumLength = 40

  let bytes: [UInt8]

  init(_ text: String) throws(IdentifierFlaw) {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}": continue
      case "0"..."9", "A"..."Z": bytes.append(UInt8(scalar.value))
      case "a"..."z": throw .capitals
      default:
        throw IdentifierFlaw(
          "« \(withoutControls(String(scalar))) » n’est ni un chiffre, ni une capitale, ni une "
            + "espace")
      }
      guard bytes.count <= Self.maximumLength else {
        throw IdentifierFlaw("il a plus de \(Self.maximumLength) signes")
      }
    }
    self.bytes = bytes
  }

  /// So many digits and nothing else.
  func digits(_ count: Int) throws(IdentifierFlaw) -> [Int] {
    guard bytes.allSatisfy(isDigit) else { throw IdentifierFlaw("il n’a que des chiffres") }
    guard bytes.count == count else {
      throw IdentifierFlaw("il a \(bytes.count) chiffres au lieu de \(count)")
    }
    return bytes.map { Int($0) - 48 }
  }
}

func isDigit(_ byte: UInt8) -> Bool {
  (48...57).contains(byte)
}

func isCapital(_ byte: UInt8) -> Bool {
  (65...90).contains(byte)
}

/// The sum of a number's digits, every second one doubled from the right (ISO/IEC 7812).
func luhnSum(_ digits: some BidirectionalCollection<Int>) -> Int {
  digits.reversed().enumerated().reduce(0) { sum, place in
    guard place.offset % 2 == 1 else { return sum + place.element }
    let doubled = place.element * 2
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }
}

/// Its remainder by so much, however many digits there are.
func remainder(_ digits: some Sequence<Int>, by divisor: Int) -> Int {
  digits.reduce(0) { ($0 * 10 + $1) % divisor }
}
