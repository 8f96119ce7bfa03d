/// International number of a bank account (ISO 13616).
struct IBAN: StrictIdentifier {
  let country: String

  /// Of a country of the registry, with its signs in their places and its keys right.
  init(_ text: String) throws(IdentifierFlaw) {
    let bytes = try IdentifierText(text).bytes
    country = String(decoding: bytes.prefix(2), as: UTF8.self)
    guard let shape = Self.shapes[country] else {
      throw IdentifierFlaw("aucun IBAN ne commence par « \(country) »")
    }
    let count = shape.reduce(4) { $0 + $1.count }
    guard bytes.count == count else {
      throw IdentifierFlaw("il a \(bytes.count) signes au lieu de \(count)")
    }
    guard bytes[2...3].allSatisfy(isDigit), Self.matches(bytes[4...], shape) else {
      throw IdentifierFlaw("une lettre y tient la place d’un chiffre, ou l’inverse")
    }
    guard ["00", "01", "99"].allSatisfy({ !bytes[2...3].elementsEqual($0.utf8) }),
      Self.remainder(bytes) == 1
    else { throw .wrongKey }
    guard !["FR", "MC"].contains(country) || Self.hasRightBankKey(bytes[4...]) else {
      throw IdentifierFlaw("sa clé RIB, les deux derniers chiffres, est fausse")
    }
  }

  /// By 97, the first four signs put last and letters counted from 10.
  private static func remainder(_ bytes: [UInt8]) -> Int {
    (bytes[4...] + bytes[..<4]).reduce(0) { remainder, byte in
      isDigit(byte)
        ? (remainder * 10 + Int(byte) - 48) % 97 : (remainder * 100 + Int(byte) - 55) % 97
    }
  }

  /// Bank, counter, account and key read as one number is a multiple of 97, the key from 01 to 97;
  /// letters of the account count A and J for 1, B, K and S for 2, up to I, R and Z for 9.
  private static func hasRightBankKey(_ bytes: ArraySlice<UInt8>) -> Bool {
    let key = bytes.suffix(2)
    guard ["00", "98", "99"].allSatisfy({ !key.elementsEqual($0.utf8) }) else { return false }
    return bytes.reduce(0) { remainder, byte in
      let value = Int(byte)
      let digit =
        switch byte {
        case 48...57: value - 48
        case 65...73: value - 64
        case 74...82: value - 73
        default: value - 81
        }
      return (remainder * 10 + digit) % 97
    } == 0
  }

  private static func matches(_ bytes: ArraySlice<UInt8>, _ shape: [Run]) -> Bool {
    var rest = bytes
    for run in shape {
      let isRight = rest.prefix(run.count).allSatisfy { byte in
        switch run.kind {
        case "n": isDigit(byte)
        case "a": isCapital(byte)
        default: true
        }
      }
      guard isRight else { return false }
      rest = rest.dropFirst(run.count)
    }
    return true
  }

  struct Run {
    var count: Int
    /// `n` digits, `a` capitals, `c` either: the letters of the registry itself.
    var kind: Character
  }

  /// What follows the country and its key, per the registry kept by SWIFT.
  static let shapes: [String: [Run]] = Dictionary(
    uniqueKeysWithValues: registry.split { $0 == " " || $0 == "\n" }.map { line in
      let parts = line.split(separator: "=")
      return (String(parts[0]), runs(parts[1]))
    })

  private static func runs(_ text: Substring) -> [Run] {
    var runs: [Run] = []
    var count = 0
    for character in text {
      if let digit = character.wholeNumberValue {
        count = count * 10 + digit
      } else {
        runs.append(Run(count: count, kind: character))
        count = 0
      }
    }
    return runs
  }

  private static let registry = """
    AD=8n12c AE=19n AL=8n16c AT=16n AZ=4a20c BA=16n BE=12n BG=4a6n8c BH=4a14c BI=23n BR=23n1a1c
    BY=4c4n16c CH=5n12c CR=18n CY=8n16c CZ=20n DE=18n DJ=23n DK=14n DO=4c20n EE=16n EG=25n ES=20n
    FI=14n FK=2a12n FO=14n FR=10n11c2n GB=4a14n GE=2a16n GI=4a15c GL=14n GR=7n16c GT=24c HN=4a20n
    HR=17n HU=24n IE=4a14n IL=19n IQ=4a15n IS=22n IT=1a10n12c JO=4a4n18c KW=4a22c KZ=3n13c LB=4n20c
    LC=4a24c LI=5n12c LT=16n LU=3n13c LV=4a13c LY=21n MC=10n11c2n MD=20c ME=18n MK=3n10c2n MN=16n
    MR=23n MT=4a5n18c MU=4a19n3a NI=4a20n NL=4a10n NO=11n OM=3n16c PK=4a16c PL=24n PS=4a21c PT=21n
    QA=4a21c RO=4a16c RS=18n RU=14n15c SA=2n18c SC=4a20n3a SD=14n SE=20n SI=15n SK=20n SM=1a10n12c
    SO=19n ST=21n SV=4a20n TL=19n TN=20n TR=6n16c UA=6n19c VA=18n VG=4a16n XK=16n YE=4a4n18c
    """
}
