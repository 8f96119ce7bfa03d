extension Terms {
  /// Days on which the contract may be left, is renewed or ends, and those that follow.
  func termDuties(_ days: ClosedRange<Day>) -> [Duty] {
    closingDuties + periods(days).flatMap(periodDuties)
  }

  /// Periods whose dates may fall in these days: notice may be due long before a period ends.
  private func periods(_ days: ClosedRange<Day>) -> [TermPeriod] {
    let term = contract.term
    var periods: [TermPeriod] = []
    var period = term.period(on: max(days.lowerBound, term.start))
    while let found = period, periods.count <= DutyLedger.longestSpan {
      periods.append(found)
      // A period that starts after these days may still have its last day for notice in them.
      let isBeyond = found.start > days.upperBound
      period = isBeyond ? nil : term.period(found.number + 1)
    }
    return periods
  }

  private func periodDuties(_ period: TermPeriod) -> [Duty] {
    guard let end = period.end else { return [] }
    var duties: [Duty] = []
    if let last = period.lastNoticeDay {
      duties.append(duty(.lastNotice, .both, due: last, clause: "duree.reconduction"))
    }
    if let reminder = RenewalReminder(contract, period) {
      duties.append(
        duty(
          .renewalReminder, .provider, opens: reminder.first, due: reminder.last,
          clause: "duree.reconduction"))
    }
    if contract.term.renewal == .express {
      duties.append(duty(.renewalAgreement, .both, due: end, clause: "duree.reconduction"))
    } else if !period.isFollowed {
      duties.append(duty(.end, .both, due: end, clause: "duree.effet"))
    }
    return duties
  }

  private var closingDuties: [Duty] {
    guard let end = contract.term.certainEnd else { return [] }
    return contract.closingDates(after: end).map { date, day in
      duty(.closing, date.bearer, item: date.rawValue, due: day, clause: date.clause)
    }
  }
}

extension ClosingDate {
  fileprivate var bearer: Duty.Bearer {
    switch self {
    case .exit, .dataErased: .provider
    case .loansReturned: .client
    case .confidentiality, .nonSolicitation, .evidenceKept: .both
    }
  }
}
