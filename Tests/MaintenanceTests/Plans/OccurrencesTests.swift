import Maintenance
import Testing

struct OccurrencesTests {
  private let anchor = day("2026-10-01")

  @Test(arguments: [
    (Recurrence.Rule.monthly(every: 1, on: .nth(1, .tuesday)), "2026-11-23", "2026-12-01"),
    (.monthly(every: 1, on: .nth(1, .tuesday)), "2026-12-01", "2026-12-01"),
    (.monthly(every: 3, on: .nth(2, .wednesday)), "2026-10-15", "2027-01-13"),
    (.monthly(every: 1, on: .nth(5, .monday)), "2026-11-23", "2026-11-30"),
    (.monthly(every: 1, on: .nth(5, .monday)), "2026-12-01", "2027-03-29"),
    (.monthly(every: 1, on: .lastOf(.friday)), "2026-10-31", "2026-11-27"),
    (.monthly(every: 1, on: .last), "2027-02-01", "2027-02-28"),
    (.yearly(every: 2, month: 3, on: .day(15)), "2026-10-01", "2028-03-15"),
    (.yearly(every: 1, month: 2, on: .day(29)), "2026-10-01", "2027-02-28"),
    (.weekly(every: 1, on: [.thursday]), "2026-11-23", "2026-11-26"),
    (.weekly(every: 2, on: [.thursday]), "2026-10-02", "2026-10-15"),
    (.weekly(every: 2, on: [.monday, .friday]), "2026-10-03", "2026-10-12"),
    (.daily(every: 1), "2026-11-23", "2026-11-23"),
    (.daily(every: 7), "2026-10-02", "2026-10-08"),
    (.monthly(every: 1, on: .day(31)), "2027-02-01", "2027-02-28"),
    (.weekly(every: 1, on: [.monday]), "2026-01-01", "2026-10-05"),
  ])
  func `an operation comes back on its day`(_ rule: Recurrence.Rule, _ from: String, _ next: String)
  {
    #expect(Recurrence(rule).next(onOrAfter: day(from), anchor: anchor) == day(next))
  }

  @Test func `an operation due on a closed day is done on the next open one`() {
    var operation = PlannedOperation()
    operation.recurrence = Recurrence(.weekly(every: 1, on: [.wednesday]))
    let terms = SampleContract.terms
    // Armistice Day is a Wednesday in 2026.
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-05")) == day("2026-11-12"))
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-12")) == day("2026-11-12"))
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-13")) == day("2026-11-18"))
    operation.recurrence = Recurrence(.weekly(every: 1, on: [.sunday]))
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-23")) == day("2026-11-23"))
    operation.recurrence = .daily(every: 1)
    #expect(terms.day(of: operation, onOrAfter: day("2026-11-21")) == day("2026-11-23"))
  }

  @Test func `an operation may go to the open day before instead`() {
    var operation = PlannedOperation()
    operation.recurrence = Recurrence(.monthly(every: 1, on: .last), shift: .previous)
    let terms = SampleContract.terms
    // The last day of October 2026 is a Saturday.
    #expect(terms.day(of: operation, onOrAfter: day("2026-10-10")) == day("2026-10-30"))
    #expect(terms.day(of: operation, onOrAfter: day("2026-10-31")) == day("2026-11-30"))
    operation.recurrence = Recurrence(.eachWorkingDay)
    #expect(terms.day(of: operation, onOrAfter: day("2026-10-31")) == day("2026-11-02"))
  }
}
