extension Terms {
  /// The day on which an operation is next done, from that day on.
  ///
  /// An occurrence that falls on a day without service at the first site moves to the next day with
  /// service, or to the one before when the recurrence says so, as the operations article has it.
  package func day(of operation: PlannedOperation, onOrAfter day: Day) -> Day? {
    // An occurrence a few days before may move past `day`; no closing lasts longer than a month.
    var from = day - longestClosing
    for _ in 0...2 * longestClosing {
      guard let occurrence = operation.recurrence.next(onOrAfter: from, anchor: contract.term.start)
      else { return nil }
      let shifted = serviceDay(near: occurrence, operation.recurrence.shift)
      if shifted >= day { return shifted }
      from = occurrence + 1
    }
    return nil
  }

  private func serviceDay(near day: Day, _ shift: Recurrence.Shift) -> Day {
    let calendar = openingCalendar(site: contract.scope.sites.first?.id ?? "")
    let isServed = { (day: Day) in calendar.stretches(of: day).contains { $0.cause == .counted } }
    // Nothing is done before the contract begins.
    let span = min(longestClosing, shift == .next ? 0 : day - contract.term.start + 1)
    return (0..<max(0, span)).lazy.map { day - $0 }.first(where: isServed)
      ?? (0..<longestClosing).lazy.map { day + $0 }.first(where: isServed) ?? day
  }
}

/// In days.
private let longestClosing = 31

extension Recurrence {
  /// The first occurrence on or after a day; closed days do not move it here.
  package func next(onOrAfter day: Day, anchor: Day) -> Day? {
    let from = max(day, anchor)
    switch rule {
    case .daily(let every):
      let step = max(1, every)
      return from + (step - (from - anchor) % step) % step
    case .eachWorkingDay:
      // What falls on a closed day joins the next open one.
      return from
    case .weekly(let every, let weekdays):
      let monday = anchor - anchor.weekday.rawValue
      return first(counting: every, from: (from - monday) / 7) { week in
        weekdays.lazy.map { monday + 7 * week + $0.rawValue }.first { $0 >= from }
      }
    case .monthly(let every, let dayOfMonth):
      let start = anchor.firstOfMonth
      let elapsed = (from.year - start.year) * 12 + from.month - start.month
      return first(counting: every, from: elapsed) { months in
        dayOfMonth.day(in: Month(containing: start.adding(months: months))).flatMap {
          $0 >= from ? $0 : nil
        }
      }
    case .yearly(let every, let month, let dayOfMonth):
      return first(counting: every, from: from.year - anchor.year) { years in
        Day(year: anchor.year + years, month: month, day: 1).flatMap {
          dayOfMonth.day(in: Month(containing: $0))
        }.flatMap { $0 >= from ? $0 : nil }
      }
    }
  }

  /// The first good day of the periods counted so many at a time, from the one that was reached.
  private func first(counting every: Int, from elapsed: Int, _ day: (Int) -> Day?) -> Day? {
    let step = max(1, every)
    // A fifth weekday may be missing from many months in a row.
    for turn in 0..<120 {
      if let day = day((elapsed / step + turn) * step) { return day }
    }
    return nil
  }
}

extension Recurrence.DayOfMonth {
  fileprivate func day(in month: Month) -> Day? {
    switch self {
    case .day(let day): return min(month.first + (day - 1), month.last)
    case .last: return month.last
    case .nth(let rank, let weekday):
      let first = month.first + (weekday.rawValue - month.first.weekday.rawValue + 7) % 7
      let day = first + 7 * (rank - 1)
      return day <= month.last ? day : nil
    case .lastOf(let weekday):
      return month.last - (month.last.weekday.rawValue - weekday.rawValue + 7) % 7
    }
  }
}
