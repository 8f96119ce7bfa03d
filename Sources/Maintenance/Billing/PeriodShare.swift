/// A part of a charge's period, or several whole periods in a row.
struct PeriodShare: Hashable {
  var days: ClosedRange<Day>
  /// The period that holds the first day.
  var period: ClosedRange<Day>
  var wholes: Int

  var isWhole: Bool { wholes > 1 || days == period }

  /// Rounded from the period's start to each end, and the two subtracted: whatever way a period is
  /// divided, its parts add up to the whole.
  func amount(of whole: Money) -> Money {
    guard !isWhole else { return whole * FixedPoint(wholes) }
    let from = days.lowerBound - period.lowerBound
    let to = days.upperBound - period.lowerBound + 1
    return whole.share(to, of: period.days) - whole.share(from, of: period.days)
  }
}
