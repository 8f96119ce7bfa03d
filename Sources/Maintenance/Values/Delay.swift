/// A promised duration, as a contract writes it: `30 min`, `4 h`, `2 jours ouvres`, `12 mois`.
package struct Delay: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case minutes = "min"
    case hours = "h"
    /// Days on which the service is open (jours ouvrés): each counts for one standard opening day.
    case workingDays = "jours ouvres"
    /// Monday to Saturday, public holidays left out (jours ouvrables).
    case businessDays = "jours ouvrables"
    /// Every day of the calendar.
    case days = "jours"
    case months = "mois"
    case years = "ans"
  }

  package var count: Int
  package var unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The last day of a period of this length counted from `day` (dates only: months, days).
  package func end(from day: Day) -> Day {
    switch unit {
    case .months: day.adding(months: count) - 1
    case .years: day.adding(months: count * 12) - 1
    case .days, .workingDays, .businessDays: day + (count - 1)
    case .hours: day + (count - 1) / 24
    case .minutes: day
    }
  }

  /// Approximate length in minutes, to compare two delays; a working day counts for `dayMinutes`.
  package func minutes(workingDay dayMinutes: Int) -> Int {
    switch unit {
    case .minutes: count
    case .hours: count * 60
    case .workingDays: count * dayMinutes
    case .days, .businessDays: count * 1440
    case .months: count * 43_800
    case .years: count * 525_600
    }
  }
}
