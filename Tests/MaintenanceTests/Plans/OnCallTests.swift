import Maintenance
import Testing

struct OnCallTests {
  private func span(_ start: String, _ end: String) -> TimeSpan {
    TimeSpan(start: paris(start), end: paris(end))
  }

  @Test func `spans are joined, and taken off from each other`() {
    let night = span("2026-11-23 18:00", "2026-11-24 08:30")
    let evening = span("2026-11-23 20:00", "2026-11-23 22:00")
    #expect([evening, night].joined == [night])
    #expect(
      [night].subtracting([evening]) == [
        span("2026-11-23 18:00", "2026-11-23 20:00"), span("2026-11-23 22:00", "2026-11-24 08:30"),
      ])
    #expect([evening].subtracting([night]).isEmpty)
    #expect([night].subtracting([]) == [night])
  }

  @Test func `on call is promised outside opening hours, holidays and week-ends whole`() {
    let terms = SampleContract.terms
    let monday = day("2026-11-23")
    #expect(
      terms.onCallSpans(in: monday...monday) == [
        span("2026-11-23 00:00", "2026-11-23 08:30"), span("2026-11-23 12:30", "2026-11-23 13:30"),
        span("2026-11-23 18:00", "2026-11-24 00:00"),
      ])
    let sunday = day("2026-11-22")
    #expect(
      terms.onCallSpans(in: sunday...sunday) == [span("2026-11-22 00:00", "2026-11-23 00:00")])
    var without = SampleContract.contract
    without.support.onCall = nil
    #expect(Terms(without, version: 1).onCallSpans(in: monday...monday).isEmpty)
  }

  @Test func `a gap names the contracts that promise it`() {
    let promised = span("2026-11-23 18:00", "2026-11-24 08:00")
    let evening = span("2026-11-23 18:00", "2026-11-23 20:00")
    let gaps = OnCallGap.of(
      [("A", [promised]), ("B", [evening])],
      covered: [span("2026-11-23 19:00", "2026-11-24 07:00")])
    #expect(
      gaps.map(\.span) == [
        span("2026-11-23 18:00", "2026-11-23 19:00"), span("2026-11-24 07:00", "2026-11-24 08:00"),
      ])
    #expect(gaps.map(\.references) == [["A", "B"], ["A"]])
  }
}
