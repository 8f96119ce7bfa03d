/// One line of the specification (cahier des charges): a need that the client expressed, and what
/// the contract answers to it.
package struct Requirement: Hashable, Sendable {
  package enum Importance: String, CaseIterable, Sendable {
    case essential = "essentiel"
    case important
    case desirable = "souhaitable"
  }

  package var id = ""
  package var need = ""
  package var importance = Importance.important
  /// Who said so, and when.
  package var saidBy: String?
  package var day: Day?
  package var answer: String?
  /// Ids of the planned operations that answer it.
  package var operations: [String] = []
  /// Why the contract leaves it unanswered.
  package var declined: String?

  package init() {}

  package var isAnswered: Bool { answer != nil || !operations.isEmpty || declined != nil }
}
