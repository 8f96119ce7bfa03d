/// One stretch of a contract's life: the initial period, then one for each tacit renewal.
package struct TermPeriod: Hashable, Sendable {
  /// 0 for the initial period.
  package var number: Int
  package var start: Day
  /// None when nothing ends it but a notice (C. civ. 1211, 1214, 1215).
  package var end: Day?
  /// Unless someone gives notice, another period follows.
  package var isFollowed: Bool
  /// What keeps the next period from starting.
  package var notice: NoticeDeadline?

  package var lastNoticeDay: Day? { notice?.lastDay }
}

extension Term {
  /// The period under way on a day; nothing before the start and after the end.
  package func period(on day: Day) -> TermPeriod? {
    guard day >= start else { return nil }
    guard let initialEnd, day > initialEnd else { return period(0) }
    guard let renewedFor else { return period(1) }
    // A month has at most 31 days: the guess falls short by a few periods, never beyond.
    let longest =
      switch renewedFor.unit {
      case .months: 31 * max(1, renewedFor.count)
      case .years: 366 * max(1, renewedFor.count)
      default: Term.days(of: renewedFor)
      }
    var number = max(1, (day - initialEnd - 1) / longest)
    while let period = period(number) {
      if let end = period.end, end < day { number += 1 } else { return period }
    }
    return nil
  }

  /// The initial period for 0, else the one after so many renewals; nothing when it never comes.
  package func period(_ number: Int) -> TermPeriod? {
    guard let initialEnd else {
      return number == 0
        ? TermPeriod(number: 0, start: start, end: nil, isFollowed: false, notice: nil) : nil
    }
    guard number > 0 else {
      return TermPeriod(0, from: start, to: initialEnd, of: self)
    }
    guard isRenewed(number) else { return nil }
    guard let renewedFor else {
      return TermPeriod(
        number: number, start: initialEnd + 1, end: nil, isFollowed: false, notice: nil)
    }
    return TermPeriod(
      number, from: end(after: number - 1, of: renewedFor, initialEnd) + 1,
      to: end(after: number, of: renewedFor, initialEnd), of: self)
  }

  /// The last day of all, when nothing but a new agreement goes on after it.
  package var certainEnd: Day? {
    guard let initialEnd else { return nil }
    guard renewal == .tacit else { return initialEnd }
    guard let maximumRenewals, renewedFor != nil else { return nil }
    return period(maximumRenewals)?.end
  }

  /// When the contract ends if notice is given on a day: after its delay when it has no end, else
  /// with the period, or with the next one for those too late.
  ///
  /// Nothing when no delay is written (the law then asks for a reasonable one: C. civ. 1211).
  package func end(onNoticeOf day: Day) -> Day? {
    guard let period = period(on: day) else { return nil }
    guard let end = period.end else { return notice?.expiry(from: day) }
    if let last = period.lastNoticeDay, day > last, period.isFollowed {
      guard let next = self.period(period.number + 1) else { return end }
      return next.end ?? notice?.expiry(from: day).later(than: next.start)
    }
    return end
  }

  fileprivate func isRenewed(_ number: Int) -> Bool {
    guard renewal == .tacit, number <= maximumRenewals ?? .max else { return false }
    // Without a length the renewed contract has no end: nothing renews it again.
    return renewedFor != nil || number == 1
  }

  /// Counted from the contract's own start, so that short months do not shift all that follows.
  private func end(after renewals: Int, of renewedFor: Delay, _ initialEnd: Day) -> Day {
    guard renewals > 0 else { return initialEnd }
    guard let renewed = Term.months(of: renewedFor) else {
      return initialEnd + renewals * Term.days(of: renewedFor)
    }
    guard let first = initial.flatMap(Term.months) else {
      return (initialEnd + 1).adding(months: renewals * renewed) - 1
    }
    return start.adding(months: first + renewals * renewed) - 1
  }

  private static func months(of delay: Delay) -> Int? {
    switch delay.unit {
    case .months: max(1, delay.count)
    case .years: 12 * max(1, delay.count)
    case .minutes, .hours, .days, .workingDays, .businessDays: nil
    }
  }

  private static func days(of delay: Delay) -> Int {
    max(1, delay.minutes(workingDay: 1440) / 1440)
  }
}

extension TermPeriod {
  fileprivate init(_ number: Int, from start: Day, to end: Day, of term: Term) {
    let isFollowed = term.isRenewed(number + 1)
    self.init(
      number: number, start: start, end: end, isFollowed: isFollowed,
      notice: isFollowed ? term.notice.map { NoticeDeadline($0, before: end) } : nil)
  }
}

extension Day {
  fileprivate func later(than day: Day) -> Day { max(self, day) }
}
