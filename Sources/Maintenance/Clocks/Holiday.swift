/// A day that the law of some part of France, or its custom, keeps.
package enum Holiday: String, CaseIterable, Sendable {
  case newYear, easterMonday, labourDay, victory1945, ascension, whitMonday, nationalDay
  case assumption, allSaints, armistice1918, christmas
  case goodFriday, saintStephen
  /// Each overseas territory on its own date.
  case abolitionOfSlavery
  case gospelArrival, autonomyDay, matarii
  case citizenshipDay
  case saintPeterChanel, saintsPeterAndPaul, territoryDay
  case ashWednesday, shroveMonday, shroveTuesday, midLent, victorSchoelcher, allSouls

  /// The public holiday that falls on that day in that region, if any.
  package static func on(_ day: Day, in region: HolidayRegion) -> Holiday? {
    let (year, month, dayOfMonth) = day.civil
    return fixed(month * 100 + dayOfMonth)
      ?? (3...6 ~= month ? movable(day - easter(year), in: region) : nil)
      ?? region.holiday(month * 100 + dayOfMonth, year: year)
  }

  /// C. trav. L3133-1, which the laws of the Pacific territories repeat.
  private static func fixed(_ date: Int) -> Holiday? {
    switch date {
    case 101: .newYear
    case 501: .labourDay
    case 508: .victory1945
    case 714: .nationalDay
    case 815: .assumption
    case 1101: .allSaints
    case 1111: .armistice1918
    case 1225: .christmas
    default: nil
    }
  }

  /// By the days since Easter Sunday.
  private static func movable(_ days: Int, in region: HolidayRegion) -> Holiday? {
    switch days {
    case -2 where region == .alsaceMoselle || region == .polynesie: .goodFriday
    case 1: .easterMonday
    case 39: .ascension
    case 50: .whitMonday
    default: nil
    }
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
  static func easter(_ year: Int) -> Day {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let correction = (century + 8) / 25
    let moon = (century - correction + 1) / 3
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * sunday) / 451
    let sum = epact + sunday - 7 * late + 114
    guard let day = Day(year: year, month: sum / 31, day: sum % 31 + 1) else {
      preconditionFailure("Easter falls in March or April")
    }
    return day
  }
}

extension HolidayRegion {
  /// Its own day besides those of everywhere; the date as month times 100 plus day.
  ///
  /// L3134-13 for Alsace-Moselle; décret 83-1003 and L3422-2 for the abolition of slavery; in the
  /// Pacific, each territory's labour law, where Matari’i took the place of 29 June in 2025.
  fileprivate func holiday(_ date: Int, year: Int) -> Holiday? {
    switch (self, date) {
    case (.alsaceMoselle, 1226): .saintStephen
    case (.mayotte, 427), (.martinique, 522), (.guadeloupe, 527), (.guyane, 610),
      (.saintBarthelemy, 1009), (.reunion, 1220):
      .abolitionOfSlavery
    case (.saintMartin, 527) where year < 2018: .abolitionOfSlavery
    case (.saintMartin, 528) where year >= 2018: .abolitionOfSlavery
    case (.polynesie, 305): .gospelArrival
    case (.polynesie, 629) where year < 2025: .autonomyDay
    case (.polynesie, 1120) where year >= 2025: .matarii
    case (.nouvelleCaledonie, 924): .citizenshipDay
    case (.wallisEtFutuna, 428): .saintPeterChanel
    case (.wallisEtFutuna, 629): .saintsPeterAndPaul
    case (.wallisEtFutuna, 729): .territoryDay
    default: nil
    }
  }

  /// C. trav. L3422-2.
  var commemoratesAbolition: Bool {
    switch self {
    case .guadeloupe, .martinique, .guyane, .reunion, .mayotte, .saintBarthelemy, .saintMartin:
      true
    default: false
    }
  }

  /// The Code du travail does not apply there.
  var hasOwnLabourLaw: Bool {
    switch self {
    case .polynesie, .nouvelleCaledonie, .wallisEtFutuna: true
    default: false
    }
  }
}
