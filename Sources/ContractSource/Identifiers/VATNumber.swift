/// Number of a business in the EU's value added tax: two letters of a state, then its own signs.
struct VATNumber: StrictIdentifier {
  /// FR also for Monaco, which France administers.
  let country: String
  /// Of a French company; Monaco's numbers hold none.
  private(set) var siren: SIREN?

  /// French numbers by their key; those of other states by their shape only.
  init(_ text: String) throws(IdentifierFlaw) {
    let bytes = try IdentifierText(text).bytes
    country = String(decoding: bytes.prefix(2), as: UTF8.self)
    let rest = bytes.dropFirst(2)
    if country == "FR" {
      siren = try Self.readFrench(Array(rest))
    } else if let shapes = Self.shapes[country] {
      guard shapes.contains(where: { Self.matches(rest, $0) }) else {
        throw IdentifierFlaw("ce n’est pas la forme d’un numéro de TVA « \(country) »")
      }
    } else {
      throw IdentifierFlaw("il commence par les deux lettres d’un État qui a cette taxe, « FR »")
    }
  }

  /// The digits of the usual key: of the SIREN followed by 12, the remainder by 97.
  static func key(of siren: SIREN) -> String {
    let key = remainder(siren.digits + [1, 2], by: 97)
    return key < 10 ? "0\(key)" : "\(key)"
  }

  private static func readFrench(_ bytes: [UInt8]) throws(IdentifierFlaw) -> SIREN? {
    guard bytes.count == 11 else {
      throw IdentifierFlaw("il a \(bytes.count) signes après « FR » au lieu de 11")
    }
    guard bytes[2...].allSatisfy(isDigit) else {
      throw IdentifierFlaw("neuf chiffres suivent les deux signes de la clé")
    }
    guard let first = keyValue(bytes[0]), let second = keyValue(bytes[1]) else {
      throw IdentifierFlaw("ni I ni O ne servent dans la clé, qui les confondrait avec 1 et 0")
    }
    let digits = bytes[2...].map { Int($0) - 48 }
    let isOfMonaco = digits[..<3].allSatisfy { $0 == 0 }
    let siren = isOfMonaco ? nil : try SIREN(digits: digits)
    guard isRightKey(first, second, of: digits) else { throw .wrongKey }
    return siren
  }

  /// Two digits follow from the number by 97. A key with a letter counts pairs of signs, by 24
  /// from a digit and by 34 from a letter, and answers to the number by 11.
  private static func isRightKey(_ first: Int, _ second: Int, of digits: [Int]) -> Bool {
    if first < 10, second < 10 {
      return remainder(digits + [1, 2], by: 97) == first * 10 + second
    }
    let rank = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
    return (remainder(digits, by: 11) + 1 + rank / 11) % 11 == rank % 11
  }

  /// 0 to 9, then A to Z without I and O.
  private static func keyValue(_ byte: UInt8) -> Int? {
    if isDigit(byte) { return Int(byte) - 48 }
    guard isCapital(byte), byte != 73, byte != 79 else { return nil }
    return Int(byte) - 55 - (byte > 73 ? 1 : 0) - (byte > 79 ? 1 : 0)
  }

  /// 9 stands for a digit, A for a letter, X for either, another sign for itself.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ shape: String) -> Bool {
    bytes.count == shape.utf8.count
      && zip(bytes, shape.utf8).allSatisfy { byte, sign in
        switch sign {
        case 57: isDigit(byte)
        case 65: isCapital(byte)
        case 88: isDigit(byte) || isCapital(byte)
        default: byte == sign
        }
      }
  }

  /// Of the states of the Union (VIES), Northern Ireland, the United Kingdom and Switzerland.
  static let shapes: [String: [String]] = [
    "AT": ["U99999999"], "BE": ["0999999999", "1999999999"],
    "BG": ["999999999", "9999999999"], "CY": ["99999999A"],
    "CZ": ["99999999", "999999999", "9999999999"], "DE": ["999999999"], "DK": ["99999999"],
    "EE": ["999999999"], "EL": ["999999999"], "ES": ["A99999999", "A9999999A", "99999999A"],
    "FI": ["99999999"], "HR": ["99999999999"], "HU": ["99999999"],
    "IE": ["9999999A", "9999999AA", "9A99999A"], "IT": ["99999999999"],
    "LT": ["999999999", "999999999999"], "LU": ["99999999"], "LV": ["99999999999"],
    "MT": ["99999999"], "NL": ["999999999B99"], "PL": ["9999999999"], "PT": ["999999999"],
    "RO": (2...10).map { String(repeating: "9", count: $0) }, "SE": ["999999999999"],
    "SI": ["99999999"], "SK": ["9999999999"],
    "XI": ["999999999", "999999999999", "GD999", "HA999"],
    "GB": ["999999999", "999999999999", "GD999", "HA999"],
    "CH": ["E999999999", "E999999999TVA", "E999999999MWST", "E999999999IVA"],
  ]
}
