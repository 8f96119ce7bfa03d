import Maintenance
import TestSupport
import Testing

struct TermDatesTests {
  private func term(
    _ start: String, _ initial: Delay?, _ renewal: Term.Renewal = .tacit, for renewed: Delay? = nil,
    notice: Delay? = nil, atMost: Int? = nil
  ) -> Term {
    var term = Term()
    term.start = day(start)
    term.initial = initial
    term.renewal = renewal
    term.renewedFor = renewed
    term.notice = notice
    term.maximumRenewals = atMost
    return term
  }

  @Test(arguments: [
    // Initial period, renewal, a day, the period's number, start and end.
    (("2026-10-01", 12, 12), "2026-10-01", (0, "2026-10-01", "2027-09-30")),
    (("2026-10-01", 12, 12), "2027-09-30", (0, "2026-10-01", "2027-09-30")),
    (("2026-10-01", 12, 12), "2027-10-01", (1, "2027-10-01", "2028-09-30")),
    (("2026-10-01", 36, 12), "2031-01-01", (2, "2030-10-01", "2031-09-30")),
    // A month that has no 31st does not shift those after it.
    (("2027-01-31", 1, 1), "2027-02-27", (0, "2027-01-31", "2027-02-27")),
    (("2027-01-31", 1, 1), "2027-02-28", (1, "2027-02-28", "2027-03-30")),
    (("2027-01-31", 1, 1), "2027-03-31", (2, "2027-03-31", "2027-04-29")),
    (("2027-01-31", 1, 1), "2027-12-31", (11, "2027-12-31", "2028-01-30")),
    // From 29 February, years start on the 28th when they have no 29th.
    (("2028-02-29", 12, 12), "2029-02-28", (1, "2029-02-28", "2030-02-27")),
    (("2028-02-29", 12, 12), "2032-02-29", (4, "2032-02-29", "2033-02-27")),
    (("1999-12-31", 1, 1), "2199-12-31", (2400, "2199-12-31", "2200-01-30")),
  ])
  func `periods follow each other from the contract's own start`(
    contract: (String, Int, Int), on: String, expected: (Int, String, String)
  ) throws {
    let term = term(
      contract.0, Delay(contract.1, .months), for: Delay(contract.2, .months))
    let period = try #require(term.period(on: day(on)))
    #expect(period.number == expected.0)
    #expect(period.start == day(expected.1))
    #expect(period.end == day(expected.2))
  }

  @Test func `a renewal without a length has no end, and nothing renews it`() throws {
    let term = term("2026-10-01", Delay(12, .months), notice: Delay(3, .months))
    let first = try #require(term.period(on: day("2027-09-30")))
    #expect(first.isFollowed)
    let renewed = try #require(term.period(on: day("2040-01-01")))
    #expect(renewed.number == 1)
    #expect(renewed.start == day("2027-10-01"))
    #expect(renewed.end == nil)
    #expect(!renewed.isFollowed)
    #expect(term.end(onNoticeOf: day("2027-06-30")) == day("2027-09-30"))
    #expect(term.end(onNoticeOf: day("2027-07-01")) == day("2027-10-01"))
    #expect(term.end(onNoticeOf: day("2030-11-30")) == day("2031-02-28"))
    #expect(term.certainEnd == nil)
  }

  @Test func `a contract without term is left at any time, after its notice`() {
    var term = term("2026-10-01", nil, .none, notice: Delay(3, .months))
    #expect(term.period(on: day("2035-05-05"))?.end == nil)
    #expect(term.end(onNoticeOf: day("2026-11-30")) == day("2027-02-28"))
    #expect(term.end(onNoticeOf: day("2026-09-30")) == nil)
    term.notice = nil
    #expect(term.end(onNoticeOf: day("2026-11-30")) == nil)
  }

  @Test func `renewals stop at their maximum`() throws {
    let term = term(
      "2026-10-01", Delay(1, .years), for: Delay(6, .months), notice: Delay(2, .months), atMost: 2)
    #expect(term.period(0)?.lastNoticeDay == day("2027-07-31"))
    let last = try #require(term.period(on: day("2028-09-30")))
    #expect(last.number == 2)
    #expect(!last.isFollowed)
    #expect(last.lastNoticeDay == nil)
    #expect(term.period(on: day("2028-10-01")) == nil)
    #expect(term.certainEnd == day("2028-09-30"))
    // Too late for the first period: the contract ends with the second.
    #expect(term.end(onNoticeOf: day("2027-08-01")) == day("2028-03-31"))
  }

  @Test func `without tacit renewal the contract ends with its period, by length or as written`() {
    for renewal in [Term.Renewal.none, .express] {
      var term = term("2026-10-01", Delay(365, .days), renewal)
      #expect(term.certainEnd == day("2027-09-30"))
      #expect(term.period(on: day("2027-10-01")) == nil)
      term.initial = nil
      term.statedEnd = day("2027-03-31")
      #expect(term.certainEnd == day("2027-03-31"))
      #expect(term.period(on: day("2027-03-31"))?.isFollowed == false)
    }
  }

  @Test func `ten thousand contracts have periods without a gap`() throws {
    var chance = SplitMix64(seed: 11)
    for _ in 0..<10_000 {
      let units: [Delay.Unit] = [.days, .months, .years]
      let unit = { (random: inout SplitMix64) in units[Int.random(in: 0..<3, using: &random)] }
      var term = Term()
      term.start = Day(number: Int.random(in: 10_000...30_000, using: &chance))
      term.initial = Delay(.random(in: 1...36, using: &chance), unit(&chance))
      term.renewedFor = Delay(.random(in: 1...24, using: &chance), unit(&chance))
      term.renewal = .tacit
      let probe = term.start + Int.random(in: 0...9000, using: &chance)
      let period = try #require(term.period(on: probe))
      let end = try #require(period.end)
      #expect(period.start <= probe && probe <= end, "\(term) on \(probe.iso)")
      let next = try #require(term.period(period.number + 1))
      #expect(next.start == end + 1)
      #expect(term.period(on: end + 1) == next)
    }
  }
}
