/// A time zone in which a contract's hours are read, by integer rules.
///
/// Europe/Paris follows directive 2000/84/EC (summer time from the last Sunday of March to the
/// last Sunday of October, both at 01:00 UTC; of September until 1995). Miquelon follows the
/// Canadian rule (second Sunday of March to first of November since 2007, first Sunday of April to
/// last of October before). The others keep one offset, but for Nouméa's summer of 1996. True from
/// 1990 on: a test compares each with the system's zone tables.
package enum Zone: String, CaseIterable, Sendable {
  case paris = "Europe/Paris"
  case guadeloupe = "America/Guadeloupe"
  case martinique = "America/Martinique"
  case guyane = "America/Cayenne"
  case reunion = "Indian/Reunion"
  case mayotte = "Indian/Mayotte"
  case saintBarthelemy = "America/St_Barthelemy"
  case saintMartin = "America/Marigot"
  case miquelon = "America/Miquelon"
  case tahiti = "Pacific/Tahiti"
  case noumea = "Pacific/Noumea"
  case wallis = "Pacific/Wallis"

  /// Seconds to add to UTC at that instant.
  package func offset(at instant: Instant) -> Int {
    switch self {
    case .guadeloupe, .martinique, .saintBarthelemy, .saintMartin: return -4 * 3600
    case .guyane: return -3 * 3600
    case .reunion: return 4 * 3600
    case .mayotte: return 3 * 3600
    case .tahiti: return -10 * 3600
    case .wallis: return 12 * 3600
    case .noumea:
      // 1 December 1996 at 02:00 to 2 March 1997 at 03:00, there.
      return (849_366_000..<857_228_400).contains(instant.seconds) ? 12 * 3600 : 11 * 3600
    case .paris:
      let seconds = instant.seconds
      let year = Day(number: floorDivide(seconds, 86_400)).year
      let summer = Zone.lastSunday(year: year, month: 3) * 86_400 + 3600
      let autumn = year < 1996 ? 9 : 10
      let winter = Zone.lastSunday(year: year, month: autumn) * 86_400 + 3600
      return seconds >= summer && seconds < winter ? 7200 : 3600
    case .miquelon:
      let seconds = instant.seconds
      let year = Day(number: floorDivide(seconds - 3 * 3600, 86_400)).year
      let (summer, winter) = Zone.miquelonSummer(year: year)
      return seconds >= summer && seconds < winter ? -2 * 3600 : -3 * 3600
    }
  }

  /// Both at 02:00 of the wall clock that ends.
  private static func miquelonSummer(year: Int) -> (start: Int, end: Int) {
    let (first, last) =
      year < 2007
      ? (sunday(1, year: year, month: 4), lastSunday(year: year, month: 10))
      : (sunday(2, year: year, month: 3), sunday(1, year: year, month: 11))
    return (first * 86_400 + 5 * 3600, last * 86_400 + 4 * 3600)
  }

  /// The first or second Sunday of a month, by its day number.
  private static func sunday(_ rank: Int, year: Int, month: Int) -> Int {
    guard let first = Day(year: min(max(year, 1900), 2200), month: month, day: 1) else {
      preconditionFailure("every month has a first day")
    }
    return first.number + (6 - first.weekday.rawValue) + (rank - 1) * 7
  }

  /// The wall clock there: its day, and seconds since its midnight.
  package func local(_ instant: Instant) -> (day: Day, second: Int) {
    let seconds = instant.seconds + offset(at: instant)
    let day = floorDivide(seconds, 86_400)
    return (Day(number: day), seconds - day * 86_400)
  }

  package func day(at instant: Instant) -> Day {
    local(instant).day
  }

  /// The instant at which the wall clock shows that second of that day.
  ///
  /// A wall-clock time skipped in spring is read as the instant of the change; one met twice in
  /// autumn is read as its first occurrence. `second` may be 86,400: the next midnight.
  package func instant(_ day: Day, second: Int) -> Instant {
    let wall = day.number * 86_400 + second
    let before = offset(at: Instant(seconds: wall - 86_400))
    let after = offset(at: Instant(seconds: wall + 86_400))
    let first = Instant(seconds: wall - before)
    if before == after || offset(at: first) == before { return first }
    let later = Instant(seconds: wall - after)
    if offset(at: later) == after { return later }
    // In the gap: neither reading exists, so the change itself, found from the hour it removes.
    return Instant(seconds: floorDivide(first.seconds, 3600) * 3600)
  }

  private static func lastSunday(year: Int, month: Int) -> Int {
    guard let first = Day(year: min(max(year, 1900), 2200), month: month, day: 1) else {
      preconditionFailure("every month has a first day")
    }
    let last = first.lastOfMonth
    return last.number - (last.weekday.rawValue + 1) % 7
  }
}

package func floorDivide(_ value: Int, _ divisor: Int) -> Int {
  let quotient = value / divisor
  return value % divisor != 0 && (value < 0) != (divisor < 0) ? quotient - 1 : quotient
}
