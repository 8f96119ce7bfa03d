/// SIREN: nine digits that name a company, with a Luhn key (INSEE).
struct SIREN: Equatable, StrictIdentifier {
  let digits: [Int]

  init(_ text: String) throws(IdentifierFlaw) {
    try self.init(digits: IdentifierText(text).digits(9))
  }

  init(digits: [Int]) throws(IdentifierFlaw) {
    guard luhnSum(digits) % 10 == 0 else { throw .wrongKey }
    self.digits = digits
  }

  var text: String { digits.map(String.init).joined() }

  static let laPoste = "356000000"
}

/// SIRET: the SIREN and five digits that name one of the company's places.
struct SIRET: Equatable, StrictIdentifier {
  let siren: SIREN

  /// Luhn on the fourteen digits, and on the first nine.
  ///
  /// La Poste has more places than Luhn leaves it: but for its head office, the plain sum of the
  /// fourteen digits is then a multiple of five.
  init(_ text: String) throws(IdentifierFlaw) {
    let digits = try IdentifierText(text).digits(14)
    siren = try SIREN(digits: Array(digits[..<9]))
    let isHeadOffice = digits[9...].elementsEqual([0, 0, 0, 4, 8])
    let isRight =
      siren.text == SIREN.laPoste && !isHeadOffice
      ? digits.reduce(0, +) % 5 == 0 : luhnSum(digits) % 10 == 0
    guard isRight else { throw .wrongKey }
  }
}

/// Number of an association in the national directory (RNA): W, then nine signs of which the
/// second alone may be a letter, as it is in Corsica and overseas. It has no key.
struct AssociationNumber: StrictIdentifier {
  init(_ text: String) throws(IdentifierFlaw) {
    let bytes = try IdentifierText(text).bytes
    guard bytes.count == 10, bytes[0] == 87 else {
      throw IdentifierFlaw("il commence par W, que suivent neuf signes")
    }
    let others = [bytes[1]] + bytes[3...]
    guard others.allSatisfy(isDigit) else {
      throw IdentifierFlaw("après W, seul le deuxième signe peut être une lettre")
    }
  }
}

/// The town whose registry keeps the company: the name alone, without «RCS» or a number.
struct RegistryTown: StrictIdentifier {
  init(_ text: String) throws(IdentifierFlaw) {
    let words = fold(text).split { $0 == " " || $0 == "-" || $0 == "'" }
    guard let first = words.first, text.unicodeScalars.count <= 60 else {
      throw IdentifierFlaw("c’est le nom d’une ville qui est attendu")
    }
    guard first != "rcs", first != "greffe" else {
      throw IdentifierFlaw("la ville s’écrit seule, sans « \(first == "rcs" ? "RCS" : "greffe") »")
    }
    guard words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else {
      throw IdentifierFlaw("un nom de ville n’a que des lettres ; le SIREN a sa propre clé")
    }
  }
}
