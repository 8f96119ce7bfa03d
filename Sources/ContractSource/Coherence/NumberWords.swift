import Maintenance

/// French numbers in words: «trente», «quatre-vingt-dix», «mille deux cents».
enum NumberWords {
  private static let small = [
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
  ]

  /// The number that starts at `start`, and the index after its last word.
  ///
  /// Nothing when no number starts there. Below one million million; `et` and hyphens join.
  static func number(in tokens: [WordToken], at start: Int) -> (value: Int, end: Int)? {
    var total = 0
    var group = 0
    var end = start
    var index = start
    while index < tokens.count {
      if tokens[index] == .dash, end == index, index > start {
        index += 1
        continue
      }
      guard case .word(let word) = tokens[index] else { break }
      if word == "et", end == index, index > start {
        index += 1
        continue
      }
      guard add(word, to: &group, &total) else { break }
      index += 1
      end = index
    }
    return end > start ? (total + group, end) : nil
  }

  private static func add(_ word: String, to group: inout Int, _ total: inout Int) -> Bool {
    if let value = small[word] {
      // «quatre-vingt» multiplies; everything else adds, and only below what stands there.
      if value == 20, group % 100 == 4 {
        group += 76
        return true
      }
      let last = group % 100
      let isNext =
        last == 0 || (value < 10 && last >= 20 && last % 10 == 0)
        || ((10...19).contains(value) && (last == 60 || last == 80))
        || (value < 10 && (last == 10 || last == 70 || last == 90))
      guard isNext, group < 1000 else { return false }
      group += value
      return true
    }
    switch word {
    case "cent", "cents":
      guard group % 1000 < 10 else { return false }
      group = max(group, 1) * 100
    case "mille":
      guard total % 1_000_000 == 0, group < 1000 else { return false }
      total += max(group, 1) * 1000
      group = 0
    case "million", "millions":
      guard total == 0, (1..<1000).contains(group) else { return false }
      total = group * 1_000_000
      group = 0
    default: return false
    }
    return true
  }

  /// The number that a whole text says, currency words apart: «mille deux cents euros».
  ///
  /// In cents when it names euros: «douze euros et cinquante centimes» is 1250. Nothing for words
  /// that are no amount.
  static func cents(_ text: String) -> Int? {
    let tokens = WordToken.sentences(of: fold(text)).first ?? []
    guard let (euros, end) = number(in: tokens, at: 0) else { return nil }
    var rest = tokens[end...].filter { $0 != .word("d") && $0 != .word("et") && $0 != .dash }
    guard let unit = rest.first, unit == .word("euro") || unit == .word("euros") else { return nil }
    rest.removeFirst()
    guard let (cents, after) = number(in: Array(rest), at: 0), after < rest.count,
      rest[after] == .word("centimes") || rest[after] == .word("centime")
    else { return euros * 100 }
    return euros * 100 + cents
  }
}
