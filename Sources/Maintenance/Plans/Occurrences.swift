extension Terms {
  /// The day on which an operation is next done, from that day on.
  ///
  /// An occurrence that falls on a day without service moves to the next day with service at the
  /// first site, as the operations article says.
  package func day(of operation: PlannedOperation, onOrAfter day: Day) -> Day? {
    // An occurrence a few days before may move past `day`; no closing lasts longer than a month.
    var from = day - 31
    for _ in 0..<64 {
      guard let occurrence = operation.recurrence.next(onOrAfter: from, anchor: contract.term.start)
      else { return nil }
      let shifted = serviceDay(onOrAfter: occurrence)
      if shifted >= day { return shifted }
      from = occurrence + 1
    }
    return nil
  }

  private func serviceDay(onOrAfter day: Day) -> Day {
    let calendar = openingCalendar(site: contract.scope.sites.first?.id ?? "")
    let isServed = { (day: Day) in calendar.stretches(of: day).contains { $0.cause == .counted } }
    return (0..<31).lazy.map { day + $0 }.first(where: isServed) ?? day
  }
}

extension Recurrence {
  /// The first occurrence on or after a day, counted from the contract's first day.
  ///
  /// Closed days do not move it here; months are counted from the month of `anchor`.
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
