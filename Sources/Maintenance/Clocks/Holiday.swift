/// A public holiday of France, by its legal name (C. trav. L3133-1, L3134-13, L3422-2).
package enum Holiday: String, CaseIterable, Sendable {
  case newYear, easterMonday, labourDay, victory1945, ascension, whitMonday, nationalDay
  case assumption, allSaints, armistice1918, christmas
  /// Alsace-Moselle only.
  case goodFriday, saintStephen
  /// Overseas departments, each on its own date.
  case abolitionOfSlavery

  /// The holiday that falls on that day in that region, if any.
  package static func on(_ day: Day, in region: HolidayRegion) -> Holiday? {
    let (year, month, dayOfMonth) = day.civil
    switch (month, dayOfMonth) {
    case (1, 1): return .newYear
    case (5, 1): return .labourDay
    case (5, 8): return .victory1945
    case (7, 14): return .nationalDay
    case (8, 15): return .assumption
    case (11, 1): return .allSaints
    case (11, 11): return .armistice1918
    case (12, 25): return .christmas
    case (12, 26) where region == .alsaceMoselle: return .saintStephen
    default: break
    }
    switch day - easter(year) {
    case 1: return .easterMonday
    case 39: return .ascension
    case 50: return .whitMonday
    case -2 where region == .alsaceMoselle: return .goodFriday
    default: break
    }
    guard let abolition = abolitionDate(in: region) else { return nil }
    return abolition == (month, dayOfMonth) ? .abolitionOfSlavery : nil
  }

  private static func abolitionDate(in region: HolidayRegion) -> (Int, Int)? {
    switch region {
    case .mayotte: (4, 27)
    case .martinique: (5, 22)
    case .guadeloupe: (5, 27)
    case .guyane: (6, 10)
    case .reunion: (12, 20)
    case .metropole, .alsaceMoselle: nil
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
