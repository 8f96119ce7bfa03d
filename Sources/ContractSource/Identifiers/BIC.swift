/// Code of a bank (ISO 9362): four signs, a country, two signs, three more for a branch.
struct BIC: StrictIdentifier {
  let country: String

  init(_ text: String) throws(IdentifierFlaw) {
    let bytes = try IdentifierText(text).bytes
    guard bytes.count == 8 || bytes.count == 11 else {
      throw IdentifierFlaw("il a \(bytes.count) signes au lieu de 8 ou 11")
    }
    country = String(decoding: bytes[4...5], as: UTF8.self)
    guard Self.countries.contains(country) else {
      throw IdentifierFlaw("« \(country) », ses cinquième et sixième signes, n’est pas un pays")
    }
  }

  /// True when a bank of that country keeps accounts under that beginning of an IBAN: overseas
  /// territories use the IBAN of the state they belong to.
  func answers(to iban: IBAN) -> Bool {
    country == iban.country || Self.territories[iban.country, default: []].contains(country)
  }

  private static let territories: [String: Set<String>] = [
    "FR": ["BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"],
    "GB": ["GG", "IM", "JE"], "FI": ["AX"],
  ]

  /// ISO 3166-1, and XK as banks use it for Kosovo.
  private static let countries = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
