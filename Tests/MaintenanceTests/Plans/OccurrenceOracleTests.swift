import Maintenance
import TestSupport
import Testing

/// Our occurrences beside those that python-dateutil gives for the same rule of RFC 5545.
struct OccurrenceOracleTests {
  @Test(arguments: [UInt64(0x5545), 0x2026])
  func `an operation falls on the days of its RFC 5545 rule`(seed: UInt64) throws {
    var drawn = DrawnRecurrence(seed: seed)
    var questions: [String] = []
    var answers: [String] = []
    for _ in 0..<2_000 {
      let recurrence = drawn.next()
      let anchor = Day(number: drawn.number(18_000...24_000))
      let day = anchor + drawn.number(-400...2_500)
      questions.append("\(rule(recurrence.rule))\t\(anchor.iso)\t\(max(day, anchor).iso)")
      answers.append(recurrence.next(onOrAfter: day, anchor: anchor)?.iso ?? "-")
    }
    let expected = try Oracle("occurrences.py").answers(to: questions)
    let strays = zip(questions, zip(answers, expected)).filter { $0.1.0 != $0.1.1 }
    #expect(strays.prefix(5).map { "\($0.0): \($0.1)" } == [], "seed \(seed)")
  }

  private func rule(_ rule: Recurrence.Rule) -> String {
    switch rule {
    case .daily(let every): "FREQ=DAILY;INTERVAL=\(every)"
    // Each day: the closed ones go to the next working day, which is one already.
    case .eachWorkingDay: "FREQ=DAILY"
    case .weekly(let every, let days):
      "FREQ=WEEKLY;INTERVAL=\(every);WKST=MO;BYDAY=" + days.map(name).joined(separator: ",")
    case .monthly(let every, let day): "FREQ=MONTHLY;INTERVAL=\(every);\(part(day))"
    case .yearly(let every, let month, let day):
      "FREQ=YEARLY;INTERVAL=\(every);BYMONTH=\(month);\(part(day))"
    }
  }

  private func part(_ day: Recurrence.DayOfMonth) -> String {
    switch day {
    case .day(let day) where day > 28:
      // The last of the days from 28 on that the month has.
      "BYMONTHDAY=" + (28...day).map(String.init).joined(separator: ",") + ";BYSETPOS=-1"
    case .day(let day): "BYMONTHDAY=\(day)"
    case .last: "BYMONTHDAY=-1"
    case .nth(let rank, let weekday): "BYDAY=\(rank)\(name(weekday))"
    case .lastOf(let weekday): "BYDAY=-1\(name(weekday))"
    }
  }

  private func name(_ weekday: Weekday) -> String {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.rawValue]
  }
}
