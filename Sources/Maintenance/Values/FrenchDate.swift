extension Day {
  /// «1er octobre 2026».
  package var french: String {
    "\(frenchDayOfYear(month: month, day: dayOfMonth))\u{A0}\(year)"
  }
}

extension Month {
  /// «janvier 2025».
  package var french: String {
    "\(frenchMonths[first.month - 1])\u{A0}\(first.year)"
  }
}

extension Weekday {
  package var french: String {
    switch self {
    case .monday: "lundi"
    case .tuesday: "mardi"
    case .wednesday: "mercredi"
    case .thursday: "jeudi"
    case .friday: "vendredi"
    case .saturday: "samedi"
    case .sunday: "dimanche"
    }
  }
}

package let frenchMonths = [
  "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
  "novembre", "décembre",
]

/// «1er janvier», of any year; the month counts from 1.
func frenchDayOfYear(month: Int, day: Int) -> String {
  "\(day == 1 ? "1er" : String(day))\u{A0}\(frenchMonths[month - 1])"
}
