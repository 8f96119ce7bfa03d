/// A series of values that someone publishes period after period.
package enum RateSeries: String, CaseIterable, Sendable {
  /// Percent a year, by semester, for all but private creditors (CMF L313-2, D313-1-A).
  case legalInterest = "interet-legal"
  /// Main refinancing rate of the ECB in percent, on the first day of each semester
  /// (C. com. L441-10, II).
  case refinancing = "refinancement-bce"
  /// The Syntec index by month; the revised series starts in August 2022.
  case syntecRevised = "syntec-revisee"
  case syntecFormer = "syntec-ancienne"

  package func period(containing day: Day) -> RatePeriod {
    switch self {
    case .legalInterest, .refinancing: RatePeriod(semesterOf: day)
    case .syntecRevised, .syntecFormer: RatePeriod(month: Month(containing: day))
    }
  }

  package var isMonthly: Bool { self == .syntecRevised || self == .syntecFormer }

  /// «le taux d’intérêt légal».
  package var french: String {
    switch self {
    case .legalInterest: "le taux d’intérêt légal"
    case .refinancing: "le taux de refinancement de la BCE"
    case .syntecRevised: "l’indice Syntec, série révisée"
    case .syntecFormer: "l’indice Syntec, ancienne série"
    }
  }
}

/// A month, or a semester of a year.
package struct RatePeriod: Hashable, Comparable, Sendable {
  package let first: Day
  private let isSemester: Bool

  package init(month: Month) {
    first = month.first
    isSemester = false
  }

  package init(semesterOf day: Day) {
    first = day.firstOfMonth.adding(months: -((day.month - 1) % 6))
    isSemester = true
  }

  /// Reads `2026-S1` or `2025-01`, and nothing else.
  package init?(iso text: String) {
    if let month = Month(iso: text) {
      self.init(month: month)
    } else {
      let start = text.hasSuffix("-S1") ? "-01" : text.hasSuffix("-S2") ? "-07" : ""
      guard text.utf8.count == 7, let month = Month(iso: text.prefix(4) + start) else { return nil }
      self.init(semesterOf: month.first)
    }
  }

  package static func < (left: RatePeriod, right: RatePeriod) -> Bool {
    left.first < right.first
  }

  package var isMonth: Bool { !isSemester }

  package var iso: String {
    isSemester ? "\(first.year)-S\(first.month == 1 ? 1 : 2)" : Month(containing: first).iso
  }

  /// «2e semestre 2026», «janvier 2025».
  package var french: String {
    isSemester
      ? "\(first.month == 1 ? "1er" : "2e")\u{A0}semestre\u{A0}\(first.year)"
      : Month(containing: first).french
  }

  /// The last day of the following month: when a monthly index is out by its publisher's habit.
  var usualPublication: Day { (first.lastOfMonth + 1).lastOfMonth }
}

/// A value as it was published, and where it was read.
package struct DatedRate: Hashable, Sendable {
  package var series: RateSeries
  package var period: RatePeriod
  package var value: FixedPoint
  package var source: String
  /// None when the source does not say it.
  package var published: Day?
  package var read: Day

  package init(
    series: RateSeries, period: RatePeriod, value: FixedPoint, source: String, published: Day?,
    read: Day
  ) {
    self.series = series
    self.period = period
    self.value = value
    self.source = source
    self.published = published
    self.read = read
  }
}

/// A value that a rule needs and nobody has given: never guessed.
package struct MissingRate: Error, Hashable, Sendable {
  package let series: RateSeries
  package let period: RatePeriod

  package init(_ series: RateSeries, _ period: RatePeriod) {
    self.series = series
    self.period = period
  }

  /// «l’indice Syntec, série révisée, août 2026».
  package var french: String { "\(series.french), \(period.french)" }
}

/// Every dated value that is known.
package struct DatedRates: Sendable, Equatable {
  private var values: [RateSeries: [RatePeriod: DatedRate]] = [:]

  package init(_ rates: some Sequence<DatedRate> = []) {
    for rate in rates { add(rate) }
  }

  /// Takes the place of the value of the same period.
  package mutating func add(_ rate: DatedRate) {
    values[rate.series, default: [:]][rate.period] = rate
  }

  package func value(_ series: RateSeries, on day: Day) throws(MissingRate) -> DatedRate {
    try value(series, series.period(containing: day))
  }

  package func value(
    _ series: RateSeries, _ period: RatePeriod
  ) throws(MissingRate) -> DatedRate {
    guard let rate = values[series]?[period] else { throw MissingRate(series, period) }
    return rate
  }

  /// All of a series, in the order of time.
  package func all(_ series: RateSeries) -> [DatedRate] {
    (values[series] ?? [:]).values.sorted { $0.period < $1.period }
  }

  /// The last value of a monthly index that is out on a day.
  ///
  /// The month is the one that is out by its publisher's habit, unless its stated publication came
  /// later; an older value is never taken for it.
  package func lastPublished(_ series: RateSeries, on day: Day) throws(MissingRate) -> DatedRate {
    let newer = all(series).last { ($0.published ?? $0.period.usualPublication) <= day }
    var expected = RatePeriod(month: Month(containing: day.firstOfMonth.adding(months: -1)))
    while expected.usualPublication > day || isOutLater(series, expected, than: day) {
      expected = RatePeriod(month: Month(containing: expected.first - 1))
    }
    if let newer, newer.period >= expected { return newer }
    throw MissingRate(series, expected)
  }

  private func isOutLater(_ series: RateSeries, _ period: RatePeriod, than day: Day) -> Bool {
    values[series]?[period]?.published.map { $0 > day } ?? false
  }
}
