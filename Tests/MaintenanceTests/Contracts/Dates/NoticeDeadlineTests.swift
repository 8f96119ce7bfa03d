import Maintenance
import TestSupport
import Testing

struct NoticeDeadlineTests {
  @Test(arguments: [
    ("2027-09-30", Delay(3, .months), "2027-06-30"),
    ("2027-09-30", Delay(90, .days), "2027-07-02"),
    ("2027-12-31", Delay(1, .months), "2027-11-30"),
    ("2027-02-28", Delay(3, .months), "2026-11-30"),
    ("2028-02-28", Delay(3, .months), "2027-11-28"),
    ("2028-02-29", Delay(3, .months), "2027-11-30"),
    ("2028-02-29", Delay(1, .years), "2027-02-28"),
    ("2027-03-30", Delay(1, .months), "2027-02-28"),
    ("2027-03-31", Delay(1, .months), "2027-02-28"),
    ("2027-03-29", Delay(1, .months), "2027-02-28"),
    ("2027-03-27", Delay(1, .months), "2027-02-27"),
    // Ten working days before a Friday of May 2027: the 1st, 6th, 8th and 17th are holidays.
    ("2027-05-21", Delay(10, .workingDays), "2027-05-06"),
    ("2027-09-30", Delay(48, .hours), "2027-09-28"),
  ])
  func `the last day leaves the whole notice before the end`(
    end: String, notice: Delay, last: String
  ) {
    let deadline = NoticeDeadline(notice, before: day(end))
    #expect(deadline.lastDay == day(last))
    #expect(deadline.expiry <= day(end))
    #expect(deadline.lateExpiry > day(end))
  }

  @Test func `it says why`() {
    let deadline = NoticeDeadline(Delay(3, .months), before: day("2027-09-30"))
    #expect(
      deadline.french == """
        notifié le 30\u{A0}juin\u{A0}2027, le préavis de 3\u{A0}mois expire le \
        30\u{A0}septembre\u{A0}2027 et la période finit le 30\u{A0}septembre\u{A0}2027\u{A0}; un \
        jour plus tard, il expirerait le 1er\u{A0}octobre\u{A0}2027
        """)
  }

  /// The same question asked of each day in turn, with nothing but month lengths.
  private func isInTime(_ given: Day, _ notice: Delay, before end: Day) -> Bool {
    switch notice.unit {
    case .days: return end - given >= notice.count
    case .months, .years:
      let months = notice.unit == .years ? 12 * notice.count : notice.count
      var month = Month(containing: given)
      for _ in 0..<months { month = month.next }
      return month.first + min(given.dayOfMonth, month.days) - 1 <= end
    default:
      var left = notice.count
      var next = given
      while left > 0 {
        next = next + 1
        if next.weekday != .saturday, next.weekday != .sunday,
          Holiday.on(next, in: .metropole) == nil
        {
          left -= 1
        }
      }
      return next <= end
    }
  }

  @Test func `it agrees with asking day by day`() {
    var chance = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let end = Day(number: .random(in: 15_000...30_000, using: &chance))
      let notices = [
        Delay(.random(in: 1...120, using: &chance), .days),
        Delay(.random(in: 1...24, using: &chance), .months),
        Delay(.random(in: 1...3, using: &chance), .years),
        Delay(.random(in: 1...15, using: &chance), .workingDays),
      ]
      for notice in notices {
        let last = NoticeDeadline(notice, before: end).lastDay
        #expect(last < end)
        #expect(isInTime(last, notice, before: end), "\(notice) before \(end.iso)")
        #expect(!isInTime(last + 1, notice, before: end), "\(notice) before \(end.iso)")
      }
    }
  }
}
