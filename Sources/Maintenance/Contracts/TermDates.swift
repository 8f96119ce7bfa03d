extension Term {
  /// The period under way on a day: its last day, and the last day on which notice ends it there.
  ///
  /// Nothing when the contract has no fixed end or is over. A tacit renewal goes on with periods of
  /// `renewedFor` (C. civ. 1214 and 1215: without a length the renewed contract has no end).
  package func period(on day: Day) -> (end: Day, lastNoticeDay: Day?)? {
    guard var end = initialEnd else { return nil }
    if renewal == .tacit, let renewedFor {
      // A period lasts at least a day, so the loop is bounded by the days from the start.
      var periods = 0
      while end < day, periods < 1000 {
        end = max(end + 1, renewedFor.end(from: end + 1))
        periods += 1
      }
    }
    guard end >= day else { return nil }
    let lastNoticeDay = notice.map { notice in
      switch notice.unit {
      case .months: (end + 1).adding(months: -notice.count) - 1
      case .years: (end + 1).adding(months: -notice.count * 12) - 1
      default: end - notice.minutes(workingDay: 1440) / 1440
      }
    }
    return (end, renewal == .tacit ? lastNoticeDay : nil)
  }
}
