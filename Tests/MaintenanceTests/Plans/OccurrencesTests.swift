import Maintenance
import Testing

struct OccurrencesTests {
  private let anchor = day("2026-10-01")

  @Test(arguments: [
    (Recurrence.monthlyWeekday(every: 1, nth: 1, weekday: .tuesday), "2026-11-23", "2026-12-01"),
    (.monthlyWeekday(every: 1, nth: 1, weekday: .tuesday), "2026-12-01", "2026-12-01"),
    (.monthlyWeekday(every: 3, nth: 2, weekday: .wednesday), "2026-10-15", "2027-01-13"),
    (.monthlyWeekday(every: 1, nth: 5, weekday: .monday), "2026-11-23", "2026-11-30"),
    (.monthlyWeekday(every: 1, nth: 5, weekday: .monday), "2026-12-01", "2027-03-29"),
    (.weekly(every: 1, on: .thursday), "2026-11-23", "2026-11-26"),
    (.weekly(every: 2, on: .thursday), "2026-10-02", "2026-10-15"),
    (.daily(every: 1), "2026-11-23", "2026-11-23"),
    (.daily(every: 7), "2026-10-02", "2026-10-08"),
    (.monthlyDay(every: 1, day: 31), "2027-02-01", "2027-02-28"),
    (.weekly(every: 1, on: .monday), "2026-01-01", "2026-10-05"),
  ])
  func `an operation comes back on its day`(_ rule: Recurrence, _ from: String, _ next: String) {
    #expect(rule.next(onOrAfter: day(from), anchor: anchor) == day(next))
  }

  @Test func `an operation due on a closed day is done on the next open one`() {
    var operation = PlannedOperation()
    operation.recurrence = .weekly(every: 1, on: .wednesday)
    let terms = SampleContract.terms
    // Armistice Day is a Wednesday in 2026.
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-05")) == day("2026-11-12"))
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-12")) == day("2026-11-12"))
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-13")) == day("2026-11-18"))
    operation.recurrence = .weekly(every: 1, on: .sunday)
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-23")) == day("2026-11-23"))
    operation.recurrence = .daily(every: 1)
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-21")) == day("2026-11-23"))
  }
}
