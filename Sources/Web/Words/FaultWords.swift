/// Words of what went wrong, and what became of what was asked.
struct FaultWords: Sendable {
  var notFound: String
  var notFoundHint: String
  var forbiddenOrigin: String
  var forbiddenOriginHint: String
  var tooLarge: String
  var tooLargeHint: String
  var badForm: String
  var badFormHint: String
  var conflict: String
  var conflictHint: String
  var unavailable: String
  var unavailableHint: String
  var rolledBack: String
  var rolledBackHint: String
  var diskFull: String
  var diskFullHint: String
  var unknownOutcome: String
  var unknownOutcomeHint: String
  var internalFault: String
  var internalFaultHint: @Sendable (String) -> String
  var back: String
  var kept: String
}
