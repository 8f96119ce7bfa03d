/// P1 = P0 × S1 / S0.
package struct Indexation: Hashable, Sendable {
  package enum Index: String, CaseIterable, Sendable {
    case syntec
    case minimumWage = "smic"
    case consumerPrices = "ipc"
    case other = "autre"
  }

  /// The Syntec index changed series in August 2022.
  package enum Series: String, CaseIterable, Sendable {
    case revised = "revisee"
    case former = "ancienne"
  }

  package var index = Index.syntec
  package var series: Series?
  package var baseMonth: Month?
  package var baseValue: FixedPoint?
  package var date: RevisionDate?
  package var formula: String?
  package var publisher: String?
  /// Percent of the price that never moves.
  package var fixedShare: FixedPoint?
  /// Percent of rise, and of fall, at most at each revision.
  package var cap: FixedPoint?
  package var floor: FixedPoint?
  package var isUpwardOnly = false
  /// No revision during this time from the start.
  package var frozenFor: Delay?
  package var notice: Delay?
  /// The client may leave when the rise goes over the cap.
  package var allowsExit: Bool?
  /// What replaces the index when it ends.
  package var replacement: String?
  /// Fee ids revised; empty for all prices.
  package var fees: [String] = []

  package init() {}
}
