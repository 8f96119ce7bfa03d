/// A new state together with the facts that explain it.
///
/// Only the verbs of this module make one, and the store's only way to write takes one: so no
/// state is ever kept without its evidence.
package struct Change<State: Evidenced>: Sendable {
  /// The facts that the state counted before: what the store must still find.
  package let versionBefore: Int
  /// The state that the facts change; none for something new.
  package let before: State?
  package let state: State
  /// At least one, in order.
  package let facts: [Fact]

  /// Folds the new facts into the state that they change.
  init(to state: State, facts: [Fact]) throws(ReplayFault) {
    precondition(!facts.isEmpty, "a change without a fact would be a state without evidence")
    var next = state
    for fact in facts { try next.apply(fact) }
    versionBefore = state.version
    before = state
    self.state = next
    self.facts = facts
  }

  /// The first facts of something new.
  init(from facts: [Fact]) throws(ReplayFault) {
    versionBefore = 0
    before = nil
    state = try State(replaying: facts)
    self.facts = facts
  }
}

/// A state that is the fold of its facts, and nothing else.
package protocol Evidenced: Sendable, Equatable {
  var id: ID<Self> { get }
  /// How many facts are folded into it.
  var version: Int { get }

  /// Starts from the first fact.
  init(opening fact: Fact) throws(ReplayFault)
  /// Folds the next fact, and counts it.
  mutating func apply(_ fact: Fact) throws(ReplayFault)
}

extension Evidenced {
  /// The state that these facts explain, first to last.
  package init(replaying facts: some Collection<Fact>) throws(ReplayFault) {
    guard let first = facts.first else { throw ReplayFault("no fact to start from") }
    self = try Self(opening: first)
    for fact in facts.dropFirst() { try apply(fact) }
  }
}

/// A stored fact that cannot be read back: the register was altered or a release forgot a kind.
package struct ReplayFault: Error, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
