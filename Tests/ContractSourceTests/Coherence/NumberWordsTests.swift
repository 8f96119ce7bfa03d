import Testing

@testable import ContractSource

struct NumberWordsTests {
  @Test func `every number up to a million is read as French writes it`() {
    let wrong = Array(stride(from: 0, through: 999_999, by: 1)).filter { value in
      value % 7 == 0 || value < 20_000
    }.filter { read(French.words($0)) != $0 }
    #expect(wrong.prefix(5) == [])
  }

  @Test(arguments: [
    ("mille deux cents euros", 120_000), ("douze euros et cinquante centimes", 1250),
    ("quatre-vingt-dix-neuf euros", 9900), ("un million d'euros", 100_000_000),
    ("deux cent quatre-vingts euros", 28_000), ("Septante-cinq euros", 7500),
  ])
  func `an amount in words is read to the cent`(_ text: String, _ cents: Int) {
    #expect(NumberWords.cents(text) == cents)
  }

  @Test(arguments: ["", "euros", "beaucoup d'euros", "mille deux cents", "cent cent euros"])
  func `what is no amount is none`(_ text: String) {
    #expect(NumberWords.cents(text) == nil)
  }

  private func read(_ words: String) -> Int? {
    let tokens = WordToken.sentences(of: fold(words)).first ?? []
    guard let (value, end) = NumberWords.number(in: tokens, at: 0), end == tokens.count else {
      return nil
    }
    return value
  }
}

/// French spelling of whole numbers, written apart from the reader.
enum French {
  private static let units = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]
  private static let tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]

  static func words(_ value: Int) -> String {
    if value >= 1000 {
      let thousands =
        value / 1000 == 1 ? "mille" : "\(below1000(value / 1000, isLast: false)) mille"
      return value % 1000 == 0 ? thousands : "\(thousands) \(below1000(value % 1000, isLast: true))"
    }
    return below1000(value, isLast: true)
  }

  private static func below1000(_ value: Int, isLast: Bool) -> String {
    guard value >= 100 else { return below100(value, isLast: isLast) }
    let hundreds = value / 100 == 1 ? "cent" : "\(units[value / 100]) cent"
    if value % 100 == 0 { return hundreds + (value > 100 && isLast ? "s" : "") }
    return "\(hundreds) \(below100(value % 100, isLast: isLast))"
  }

  private static func below100(_ value: Int, isLast: Bool) -> String {
    switch value {
    case 0..<20: return units[value]
    case 80: return isLast ? "quatre-vingts" : "quatre-vingt"
    case 81...99: return "quatre-vingt-\(units[value - 80])"
    case 71: return "soixante et onze"
    case 70...79: return "soixante-\(units[value - 60])"
    default:
      let unit = value % 10
      if unit == 0 { return tens[value / 10] }
      return unit == 1 ? "\(tens[value / 10]) et un" : "\(tens[value / 10])-\(units[unit])"
    }
  }
}
