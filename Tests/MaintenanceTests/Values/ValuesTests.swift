import Foundation
import Maintenance
import Testing

struct ValuesTests {
  @Test func `what somebody typed is no formula in a spreadsheet`() {
    for text in [
      "=1+1", "+33 4", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "=\u{301}1",
      "\u{200B}=1",
    ] {
      #expect(SpreadsheetCell.plain(text) == "'" + text)
    }
    for text in ["", "Facture F2026-00001", "12,50", "1=1", "é", "'=1"] {
      #expect(SpreadsheetCell.plain(text) == text)
    }
  }

  @Test func `days and civil dates convert both ways over three centuries`() {
    var date = (year: 1900, month: 1, day: 1)
    #expect(day("1970-01-01").number == 0)
    for number in day("1900-01-01").number...day("2199-12-31").number {
      let day = Day(number: number)
      guard day.civil == date, Day(year: date.year, month: date.month, day: date.day) == day else {
        Issue.record("\(date) is not \(day.iso)")
        return
      }
      date.day += 1
      if date.day > Day.daysInMonth(year: date.year, month: date.month) {
        date = date.month == 12 ? (date.year + 1, 1, 1) : (date.year, date.month + 1, 1)
      }
    }
  }

  @Test(arguments: [
    "2027-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-32",
  ])
  func `a day that does not exist is refused`(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `a month later keeps the day or takes the last one`() {
    #expect(day("2026-01-31").adding(months: 1) == day("2026-02-28"))
    #expect(day("2026-10-01").adding(months: 12) == day("2027-10-01"))
    #expect(day("2026-03-15").adding(months: -3) == day("2025-12-15"))
  }

  @Test(arguments: Zone.allCases)
  func `each zone agrees with the system's tables`(_ zone: Zone) throws {
    let system = try #require(TimeZone(identifier: zone.rawValue))
    // Every hour from 1990 to 2030.
    let differing = (0..<40 * 8766).lazy
      .map { Instant(seconds: 631_152_000 + $0 * 3600) }
      .first { instant in
        let date = Date(timeIntervalSince1970: Double(instant.seconds))
        return zone.offset(at: instant) != system.secondsFromGMT(for: date)
      }
    #expect(differing == nil)
  }

  @Test func `a wall clock time is found again on the days of the change`() {
    #expect(paris("2027-03-28 01:59").iso == "2027-03-28T00:59:00.000Z")
    #expect(paris("2027-03-28 03:00").iso == "2027-03-28T01:00:00.000Z")
    // 02:30 does not exist: the change itself.
    #expect(paris("2027-03-28 02:30").iso == "2027-03-28T01:00:00.000Z")
    // 02:30 comes twice: the first.
    #expect(paris("2026-10-25 02:30").iso == "2026-10-25T00:30:00.000Z")
    #expect(paris("2026-10-25 03:00").iso == "2026-10-25T02:00:00.000Z")
  }

  @Test func `an instant reads what it writes`() {
    let instant = Instant(milliseconds: 1_795_421_521_123)
    #expect(Instant(iso: instant.iso) == instant)
    #expect(Instant(iso: "2026-11-23T08:30:00Z") == paris("2026-11-23 09:30"))
    #expect(Instant(iso: "2026-11-23T24:00:00Z") == nil)
    #expect(Instant(iso: "2026-11-23 08:30:00Z") == nil)
  }

  @Test func `money rounds half up at the cent`() {
    #expect(Money(cents: 1).share(1, of: 2) == Money(cents: 1))
    #expect(Money(cents: -1).share(1, of: 2) == Money(cents: -1))
    #expect(Money(cents: 8200).share(20, of: 60) == Money(cents: 2733))
    #expect(Money(cents: 196_358).percent(FixedPoint(20)) == Money(cents: 39_272))
    #expect(Money(cents: 2900) * FixedPoint(34) == Money(cents: 98_600))
  }

  @Test func `a decimal keeps six places and refuses a seventh`() {
    #expect(FixedPoint("82.5")?.plain == "82.5")
    #expect(FixedPoint("-0.15")?.plain == "-0.15")
    #expect(FixedPoint("1.2345678") == nil)
    #expect(FixedPoint("1,5") == nil)
    #expect(FixedPoint("") == nil)
  }

  @Test func `a key reads what it writes, and sorts by time`() {
    let early = ID<Ticket>(at: paris("2026-11-23 08:30"), chance: 0xFFFF_FFFF)
    let late = ID<Ticket>(at: paris("2026-11-23 08:31"), chance: 0)
    #expect(ID(early.text) == early)
    #expect(early < late && early.text < late.text)
    #expect(ID<Ticket>("zzzzzzzzzzzzz") == nil)
    #expect(ID<Ticket>("short") == nil)
  }
}
