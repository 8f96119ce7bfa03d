/// A recurring operation of the contract: a visit, updates, a restoration test.
package struct PlannedOperation: Hashable, Sendable {
  package enum Nature: String, CaseIterable, Sendable {
    case preventive
    case update = "mise_a_jour"
    case securing = "securisation"
    case installation
    case upkeep = "entretien"
    case review = "revue"
  }

  package struct Criterion: Hashable, Sendable {
    package var text = ""
    package var delay: Delay?

    package init() {}
  }

  package var id = ""
  package var nature = Nature.preventive
  package var recurrence = Recurrence.daily(every: 1)
  package var duration: Delay?
  /// Ids of the asset groups it covers.
  package var groups: [String] = []
  /// Ids of the sites where it is done; empty for all.
  package var sites: [String] = []
  package var isOnSite: Bool?
  /// Done outside opening hours.
  package var isOutOfHours = false
  /// Billed besides the fees.
  package var isBilledApart = false
  package var checklist: [String] = []
  package var deliverable: String?
  package var acceptance: Criterion?

  package init() {}
}
