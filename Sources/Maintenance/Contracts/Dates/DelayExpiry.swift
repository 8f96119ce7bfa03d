extension Delay {
  /// The day on which a delay that starts with an act of `day` runs out.
  ///
  /// Months end on the day of the same number, or on the last of a month that has none such; the
  /// day of the act is not counted (as CPC 640 and 641 count).
  package func expiry(from day: Day, in region: HolidayRegion = .metropole) -> Day {
    switch unit {
    case .minutes: day
    case .hours: day + (count + 23) / 24
    case .days: day + count
    case .months: day.adding(months: count)
    case .years: day.adding(months: 12 * count)
    case .workingDays, .businessDays: walked(from: day, by: 1, in: region)
    }
  }

  /// The last day of an act whose delay runs out by `end`: one day later would be too late.
  package func lastDay(before end: Day, in region: HolidayRegion = .metropole) -> Day {
    switch unit {
    case .minutes: end
    case .hours: end - (count + 23) / 24
    case .days: end - count
    case .months: Delay.lastDay(months: count, before: end)
    case .years: Delay.lastDay(months: 12 * count, before: end)
    case .workingDays, .businessDays: walked(from: end + 1, by: -1, in: region) - 1
    }
  }

  /// From every day of the month before one that ends sooner, the delay runs out on its last day.
  private static func lastDay(months: Int, before end: Day) -> Day {
    let day = end.adding(months: -months)
    return end == end.lastOfMonth ? day.lastOfMonth : day
  }

  /// The last of so many working days after (or before) a day: holidays and Sundays left out, and
  /// Saturdays too unless they are counted (jours ouvrables).
  private func walked(from day: Day, by step: Int, in region: HolidayRegion) -> Day {
    // Nobody promises more than some years of working days: the walk stays short.
    var left = min(count, 5000)
    let last = unit == .businessDays ? Weekday.saturday : .friday
    var day = day
    while left > 0 {
      day = day + step
      let isWorked =
        day.weekday.rawValue <= last.rawValue && Holiday.on(day, in: region) == nil
      if isWorked { left -= 1 }
    }
    return day
  }
}
