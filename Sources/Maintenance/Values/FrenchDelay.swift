extension Delay {
  /// In figures, with the noun in full: «30 minutes», «2 jours ouvrés», «12 mois».
  package var french: String {
    "\(count.french)\u{A0}\(noun)"
  }

  private var noun: String {
    // In French zero is singular, like one.
    let isPlural = count > 1
    return switch unit {
    case .minutes: isPlural ? "minutes" : "minute"
    case .hours: isPlural ? "heures" : "heure"
    case .workingDays: isPlural ? "jours ouvrés" : "jour ouvré"
    case .businessDays: isPlural ? "jours ouvrables" : "jour ouvrable"
    case .days: isPlural ? "jours" : "jour"
    case .months: "mois"
    case .years: isPlural ? "ans" : "an"
    }
  }
}

/// A duration or a time of day in minutes: «45 min», «8 h», «8 h 30».
package func frenchHours(minutes: Int) -> String {
  let (hours, rest) = (minutes / 60, minutes % 60)
  if hours == 0, rest > 0 { return "\(rest)\u{A0}min" }
  return rest == 0 ? "\(hours)\u{A0}h" : "\(hours)\u{A0}h\u{A0}\(padded(rest, 2))"
}
