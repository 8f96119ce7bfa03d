import Maintenance
import Testing

struct HolidayTests {
  @Test(arguments: [
    ("2026-04-06", Holiday.easterMonday), ("2026-05-14", .ascension), ("2026-05-25", .whitMonday),
    ("2027-03-29", .easterMonday), ("2027-05-06", .ascension), ("2027-05-17", .whitMonday),
    ("2028-04-17", .easterMonday), ("2028-05-25", .ascension), ("2028-06-05", .whitMonday),
    ("1990-04-16", .easterMonday), ("2100-03-29", .easterMonday), ("2008-05-12", .whitMonday),
    ("2026-01-01", .newYear), ("2026-05-01", .labourDay), ("2026-05-08", .victory1945),
    ("2026-07-14", .nationalDay), ("2026-08-15", .assumption), ("2026-11-01", .allSaints),
    ("2026-11-11", .armistice1918), ("2026-12-25", .christmas),
  ])
  func `a national holiday closes every region`(_ iso: String, _ holiday: Holiday) {
    for region in HolidayRegion.allCases {
      #expect(Holiday.on(day(iso), in: region) == holiday)
    }
  }

  /// Each region's days besides the eleven of everywhere, in 2026.
  @Test(arguments: [
    (HolidayRegion.metropole, []), (.saintPierreEtMiquelon, []),
    (.alsaceMoselle, ["2026-04-03", "2026-12-26"]), (.mayotte, ["2026-04-27"]),
    (.martinique, ["2026-05-22"]), (.guadeloupe, ["2026-05-27"]), (.guyane, ["2026-06-10"]),
    (.saintMartin, ["2026-05-28"]), (.saintBarthelemy, ["2026-10-09"]),
    (.reunion, ["2026-12-20"]), (.polynesie, ["2026-03-05", "2026-04-03", "2026-11-20"]),
    (.nouvelleCaledonie, ["2026-09-24"]),
    (.wallisEtFutuna, ["2026-04-28", "2026-06-29", "2026-07-29"]),
  ])
  func `a region has its own days`(_ region: HolidayRegion, _ own: [String]) {
    let days = (0..<365).map { day("2026-01-01") + $0 }
    let closed = days.filter {
      Holiday.on($0, in: region) != nil
        && (Holiday.on($0, in: .metropole) == nil)
    }
    #expect(closed.map(\.iso) == own)
    #expect(days.count { Holiday.on($0, in: .metropole) != nil } == 11)
  }

  @Test func `every year has the days of its law`() {
    for year in 1990...2100 {
      let first = day("\(year)-01-01")
      let days = (0..<(day("\(year + 1)-01-01") - first)).map { first + $0 }
      let count = days.count { Holiday.on($0, in: .metropole) != nil }
      // Two of them may fall on one day: Ascension on 1 or 8 May.
      #expect((10...11).contains(count), "\(year): \(count)")
      #expect(days.count { Holiday.on($0, in: .polynesie) != nil } == count + 3, "\(year)")
    }
    #expect(Holiday.on(day("2017-05-27"), in: .saintMartin) == .abolitionOfSlavery)
    #expect(Holiday.on(day("2018-05-27"), in: .saintMartin) == nil)
    #expect(Holiday.on(day("2024-06-29"), in: .polynesie) == .autonomyDay)
    #expect(Holiday.on(day("2025-06-29"), in: .polynesie) == nil)
    #expect(Holiday.on(day("2025-11-20"), in: .polynesie) == .matarii)
  }

  @Test func `each day has a name of its own`() {
    #expect(Set(Holiday.allCases.map(\.french)).count == Holiday.allCases.count)
  }

  @Test(arguments: [
    (CustomaryDay.goodFriday, "2026-04-03"), (.shroveMonday, "2026-02-16"),
    (.shroveTuesday, "2026-02-17"), (.ashWednesday, "2026-02-18"), (.midLent, "2026-03-12"),
    (.victorSchoelcher, "2026-07-21"), (.allSouls, "2026-11-02"), (.saintStephen, "2026-12-26"),
  ])
  func `a day of custom closes only where the contract names it`(
    _ customary: CustomaryDay, _ iso: String
  ) {
    #expect(customary.falls(on: day(iso)) && !customary.falls(on: day(iso) + 1))
    var hours = OpeningHours()
    hours.week = Array(repeating: [OpeningHours.Span(start: 480, end: 1020)], count: 7)
    var calendar = ServiceCalendar(zone: .martinique, hours: hours, region: .martinique)
    let morning = Zone.martinique.instant(day(iso), second: 9 * 3600)
    #expect(calendar.opening(at: morning).isOpen)
    calendar.customaryDays = [customary]
    #expect(calendar.opening(at: morning).cause == .customaryDay(customary.holiday))
    #expect(calendar.opening(at: morning).next == morning + 23 * 3600)
  }
}
