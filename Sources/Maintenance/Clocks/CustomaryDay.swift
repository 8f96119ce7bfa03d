/// A day that custom keeps in some overseas territories and no law closes: it counts as closed
/// only where the contract names it.
package enum CustomaryDay: String, CaseIterable, Sendable {
  case goodFriday = "vendredi_saint"
  case shroveMonday = "lundi_gras"
  case shroveTuesday = "mardi_gras"
  case ashWednesday = "mercredi_des_cendres"
  case midLent = "mi_careme"
  case victorSchoelcher = "victor_schoelcher"
  case allSouls = "jour_des_defunts"
  case saintStephen = "saint_etienne"

  package var holiday: Holiday {
    switch self {
    case .goodFriday: .goodFriday
    case .shroveMonday: .shroveMonday
    case .shroveTuesday: .shroveTuesday
    case .ashWednesday: .ashWednesday
    case .midLent: .midLent
    case .victorSchoelcher: .victorSchoelcher
    case .allSouls: .allSouls
    case .saintStephen: .saintStephen
    }
  }

  package func falls(on day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    switch self {
    case .victorSchoelcher: return (month, dayOfMonth) == (7, 21)
    case .allSouls: return (month, dayOfMonth) == (11, 2)
    case .saintStephen: return (month, dayOfMonth) == (12, 26)
    case .goodFriday: return day == Holiday.easter(year) - 2
    case .shroveMonday: return day == Holiday.easter(year) - 48
    case .shroveTuesday: return day == Holiday.easter(year) - 47
    case .ashWednesday: return day == Holiday.easter(year) - 46
    // Thursday of the third full week of Lent.
    case .midLent: return day == Holiday.easter(year) - 24
    }
  }
}
