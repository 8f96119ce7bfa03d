/// Texts that a reader of YAML 1.1 or 1.2 takes for a number, for yes or no, or for nothing.
///
/// A day is not among them: without quotes it is read as a day or as its text, never as another.
enum TypedText {
  static func isTaken(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
    if words.contains(text.lowercased()) { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return isNumber(text) || isInstant(text)
    default:
      return false
    }
  }

  private static let words: Set<String> = [
    "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "+.inf",
    "-.inf", "=", "<<", "---", "...",
  ]

  private static func isNumber(_ text: String) -> Bool {
    var digits = Array(text.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: ",") })[...]
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty else { return false }
    if digits.starts(with: [48, 120]) { return digits.dropFirst(2).allSatisfy(isHexadecimal) }
    if digits.starts(with: [48, 98]) || digits.starts(with: [48, 111]) {
      return digits.dropFirst(2).allSatisfy(isDigit)
    }
    return isDecimal(digits) || isSexagesimal(digits)
  }

  /// Digits with a point and an exponent or without; at least one digit.
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text.drop(while: isDigit)
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
    guard text.contains(where: isDigit) else { return false }
    if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      return !rest.isEmpty && rest.allSatisfy(isDigit)
    }
    return rest.isEmpty
  }

  /// `12:30` is 750 to a reader of YAML 1.1.
  private static func isSexagesimal(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
      }
  }

  /// A day with an hour.
  private static func isInstant(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count > 10 && bytes[..<4].allSatisfy(isDigit) && bytes[4] == UInt8(ascii: "-")
      && bytes.contains(UInt8(ascii: ":"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }
}
