extension Recurrence {
  /// The first occurrence on or after a day, counted from the contract's first day.
  ///
  /// Public holidays do not shift it here; months are counted from the month of `anchor`.
  package func next(onOrAfter day: Day, anchor: Day) -> Day? {
    let from = max(day, anchor)
    switch self {
    case .daily(let every):
      let step = max(1, every)
      return from + (step - (from - anchor) % step) % step
    case .weekly(let every, let weekday):
      let first = anchor + (weekday.rawValue - anchor.weekday.rawValue + 7) % 7
      let step = 7 * max(1, every)
      return from <= first ? first : first + (from - first + step - 1) / step * step
    case .monthlyWeekday(let every, let nth, let weekday):
      return month(every, from: from, anchor: anchor) { month in
        let first = month.first + (weekday.rawValue - month.first.weekday.rawValue + 7) % 7
        let day = first + 7 * (nth - 1)
        return day <= month.last ? day : nil
      }
    case .monthlyDay(let every, let dayOfMonth):
      return month(every, from: from, anchor: anchor) { month in
        dayOfMonth <= month.days ? month.first + (dayOfMonth - 1) : month.last
      }
    }
  }

  /// The first of every so many months whose day is not before `from`; looks ten years ahead.
  private func month(
    _ every: Int, from: Day, anchor: Day, _ pick: (Month) -> Day?
  ) -> Day? {
    let step = max(1, every)
    let start = Month(containing: anchor)
    let elapsed = (from.year - start.first.year) * 12 + from.month - start.first.month
    var offset = elapsed / step * step
    for _ in 0..<120 {
      let month = Month(containing: start.first.adding(months: offset))
      if let day = pick(month), day >= from { return day }
      offset += step
    }
    return nil
  }
}
