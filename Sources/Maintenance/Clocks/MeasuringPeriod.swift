extension FlatFee.Period {
  /// The calendar month, quarter or year that holds a day.
  package func span(containing day: Day) -> ClosedRange<Day> {
    let months =
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    let first = day.firstOfMonth.adding(months: -((day.month - 1) % months))
    return first...(first.adding(months: months) - 1)
  }

  /// Those that hold one of these days at least, the first first.
  package func spans(over days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    var spans = [span(containing: days.lowerBound)]
    while let last = spans.last, last.upperBound < days.upperBound {
      spans.append(span(containing: last.upperBound + 1))
    }
    return spans
  }
}

extension Availability {
  /// Over what the rate is promised: as written, else as the contract measures its levels.
  package func measuredOver(_ levels: ServiceLevels) -> FlatFee.Period {
    period.flatMap(FlatFee.Period.init(rawValue:)) ?? levels.measuredOver
  }
}
