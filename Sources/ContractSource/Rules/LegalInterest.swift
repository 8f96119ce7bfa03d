import Maintenance

/// The legal interest rate for professionals, by semester (CMF D313-1-A).
///
/// Dated values as published; a semester that is not here is unknown, never guessed.
enum LegalInterest {
  struct Rate {
    var year: Int
    /// First or second.
    var semester: Int
    /// Percent a year.
    var rate: FixedPoint
    /// Where the value was read.
    var source: String
  }

  static let rates = [
    Rate(
      year: 2024, semester: 2, rate: FixedPoint(millionths: 4_920_000),
      source: "arrêté, 2e semestre 2024"),
    Rate(
      year: 2025, semester: 1, rate: FixedPoint(millionths: 3_710_000),
      source: "arrêté, 1er semestre 2025"),
    Rate(
      year: 2025, semester: 2, rate: FixedPoint(millionths: 2_760_000),
      source: "arrêté, 2e semestre 2025"),
    Rate(
      year: 2026, semester: 1, rate: FixedPoint(millionths: 2_620_000),
      source: "arrêté du 15 décembre 2025"),
  ]

  static func rate(on day: Day) -> Rate? {
    rates.first { $0.year == day.year && $0.semester == semester(of: day) }
  }

  /// «2e semestre 2026».
  static func name(ofSemesterOf day: Day) -> String {
    "\(semester(of: day) == 1 ? "1er" : "2e") semestre \(day.year)"
  }

  private static func semester(of day: Day) -> Int {
    day.month <= 6 ? 1 : 2
  }
}
