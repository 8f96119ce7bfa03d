extension Day {
  /// «1er octobre 2026».
  package var french: String {
    "\(frenchOrdinal(dayOfMonth))\u{A0}\(frenchMonths[month - 1])\u{A0}\(year)"
  }

  private func frenchOrdinal(_ day: Int) -> String {
    day == 1 ? "1er" : String(day)
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
