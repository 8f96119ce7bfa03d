import Maintenance

/// Something that both a sentence and the data may state.
struct Subject: Sendable {
  /// What the message calls it, with its article: «le préavis».
  var name: String
  /// One of these word sequences names it; a word of four letters or more matches by its start.
  var phrases: [[String]]
  /// What the data say of it; nothing when they are silent, and then nothing is compared.
  var values: @Sendable (Contract) -> [Quantity.Kind]

  init(
    _ name: String, _ phrases: String, _ values: @escaping @Sendable (Contract) -> [Quantity.Kind]
  ) {
    self.name = name
    self.phrases = phrases.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
    self.values = values
  }

  func isNamed(in words: SentenceWords) -> Bool {
    phrases.contains { phrase in
      guard let first = phrase.first else { return false }
      return words.places(like: first).contains { start in
        start + phrase.count <= words.all.count
          && phrase.indices.allSatisfy { place in
            let (word, part) = (words.all[start + place], phrase[place])
            return part.utf8.count < 4 ? word == part : word.utf8.starts(with: part.utf8)
          }
      }
    }
  }
}

/// The words of a sentence, found by how they begin: a long sentence is looked through once, not
/// once for each subject.
struct SentenceWords {
  let all: [String]
  private var places: [UInt32: [Int]] = [:]

  init(_ sentence: [WordToken]) {
    all = sentence.compactMap { if case .word(let word) = $0 { word } else { nil } }
    for (place, word) in all.enumerated() { places[Self.key(word), default: []].append(place) }
  }

  /// Where a word stands that may be that part of a phrase, or begin with it.
  func places(like part: String) -> [Int] {
    places[Self.key(part)] ?? []
  }

  /// The first four bytes; a shorter word shares its key with itself only.
  private static func key(_ word: String) -> UInt32 {
    word.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension Quantity.Kind {
  init(_ delay: Delay) {
    let unit: Quantity.Unit =
      switch delay.unit {
      case .minutes: .minutes
      case .hours: .hours
      case .workingDays: .workingDays
      case .businessDays: .businessDays
      case .days: .days
      case .months: .months
      case .years: .years
      }
    self = .delay(count: FixedPoint(delay.count), unit)
  }

  /// The same measure in another unit is the same: 60 minutes, 1 hour.
  var normalized: Quantity.Kind {
    guard case .delay(let count, let unit) = self else { return self }
    return switch unit {
    case .hours: .delay(count: count.multiplied(by: 60), .minutes)
    case .years: .delay(count: count.multiplied(by: 12), .months)
    default: self
    }
  }

  func isComparable(with other: Quantity.Kind) -> Bool {
    switch (self, other) {
    case (.delay, .delay), (.percent, .percent), (.amount, .amount), (.hours, .hours),
      (.days, .days):
      true
    default: false
    }
  }

  /// As a sentence would say it.
  var french: String {
    switch self {
    case .delay(let count, let unit): "\(count.french) \(unit.french)"
    case .percent(let value): value.frenchPercent
    case .amount(let money): money.french
    case .hours(let start, let end): "\(frenchHours(minutes: start)) à \(frenchHours(minutes: end))"
    case .days(let first, let last): "du \(weekdayNames[first]) au \(weekdayNames[last])"
    }
  }
}

extension Quantity.Unit {
  fileprivate var french: String {
    switch self {
    case .minutes: "min"
    case .hours: "h"
    case .workingDays: "jour(s) ouvré(s)"
    case .days: "jour(s)"
    case .months: "mois"
    case .years: "an(s)"
    case .businessDays: "jour(s) ouvrable(s)"
    }
  }
}

extension FixedPoint {
  fileprivate func multiplied(by factor: Int64) -> FixedPoint {
    let (product, overflow) = millionths.multipliedReportingOverflow(by: factor)
    return FixedPoint(millionths: overflow ? .max : product)
  }
}
