import Maintenance

struct CoverageWords: Sendable {
  var title: String
  var decisions: [Verdict.Decision: String]
  var onceOpen: @Sendable (String) -> String
  var startsAt: @Sendable (String) -> String
  var hourlyRate: @Sendable (String) -> String
  var because: String
  /// Article number and version.
  var article: @Sendable (String, Int) -> String
  var reason: @Sendable (Reason, Formats) -> String
  var choices: String
  var choice: @Sendable (WayOut, Formats) -> String
  var callOut: @Sendable (String) -> String
}
