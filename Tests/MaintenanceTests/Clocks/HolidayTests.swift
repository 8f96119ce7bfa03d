import Maintenance
import Testing

struct HolidayTests {
  @Test(arguments: [
    ("2026-04-06", Holiday.easterMonday), ("2026-05-14", .ascension), ("2026-05-25", .whitMonday),
    ("2027-03-29", .easterMonday), ("2027-05-06", .ascension), ("2027-05-17", .whitMonday),
    ("2028-04-17", .easterMonday), ("2028-05-25", .ascension), ("2028-06-05", .whitMonday),
    ("2026-01-01", .newYear), ("2026-05-01", .labourDay), ("2026-05-08", .victory1945),
    ("2026-07-14", .nationalDay), ("2026-08-15", .assumption), ("2026-11-01", .allSaints),
    ("2026-11-11", .armistice1918), ("2026-12-25", .christmas),
  ])
  func `a national holiday closes every region`(_ iso: String, _ holiday: Holiday) {
    for region in HolidayRegion.allCases {
      #expect(Holiday.on(day(iso), in: region) == holiday)
    }
  }

  @Test func `a year has eleven holidays, and each region its own besides`() {
    func count(_ region: HolidayRegion) -> Int {
      (0..<365).count { Holiday.on(day("2026-01-01") + $0, in: region) != nil }
    }
    #expect(count(.metropole) == 11)
    #expect(count(.alsaceMoselle) == 13)
    #expect(count(.reunion) == 12)
  }

  @Test func `Good Friday and 26 December close Alsace-Moselle alone`() {
    #expect(Holiday.on(day("2026-04-03"), in: .alsaceMoselle) == .goodFriday)
    #expect(Holiday.on(day("2026-12-26"), in: .alsaceMoselle) == .saintStephen)
    #expect(Holiday.on(day("2026-04-03"), in: .metropole) == nil)
    #expect(Holiday.on(day("2026-12-26"), in: .metropole) == nil)
  }
}
