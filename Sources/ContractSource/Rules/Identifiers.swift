/// Check keys of the numbers that name a company or an account.
enum Identifiers {
  /// SIREN: nine digits whose Luhn sum is a multiple of ten (ISO/IEC 7812).
  static func isSIREN(_ text: String) -> Bool {
    digits(text, count: 9).map { luhnSum($0) % 10 == 0 } ?? false
  }

  /// SIRET: fourteen digits, Luhn; for La Poste (356000000) also a plain sum divisible by five.
  static func isSIRET(_ text: String) -> Bool {
    guard let digits = digits(text, count: 14) else { return false }
    if luhnSum(digits) % 10 == 0 { return true }
    return compact(text).hasPrefix("356000000") && digits.reduce(0, +) % 5 == 0
  }

  /// The two digits after FR in the VAT number of a SIREN.
  static func vatKey(siren: String) -> String? {
    guard let digits = digits(siren, count: 9) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    let key = (12 + 3 * (number % 97)) % 97
    return key < 10 ? "0\(key)" : "\(key)"
  }

  /// IBAN: the country's length for France, and remainder one by 97 (ISO 13616).
  static func isIBAN(_ text: String) -> Bool {
    let text = compact(text).uppercased()
    let bytes = Array(text.utf8)
    guard (15...34).contains(bytes.count), !text.hasPrefix("FR") || bytes.count == 27 else {
      return false
    }
    var remainder = 0
    for byte in bytes[4...] + bytes[..<4] {
      switch byte {
      case 48...57: remainder = (remainder * 10 + Int(byte - 48)) % 97
      case 65...90: remainder = (remainder * 100 + Int(byte - 55)) % 97
      default: return false
      }
    }
    return remainder == 1
  }

  /// Without the spaces by which people group digits.
  static func compact(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  private static func digits(_ text: String, count: Int) -> [Int]? {
    let bytes = Array(compact(text).utf8)
    guard bytes.count == count, bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return bytes.map { Int($0) - 48 }
  }

  private static func luhnSum(_ digits: [Int]) -> Int {
    digits.reversed().enumerated().reduce(0) { sum, place in
      guard place.offset % 2 == 1 else { return sum + place.element }
      let doubled = place.element * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
  }
}
