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

/// When an operation comes back, as the contract says it («chaque mois le 1er mardi»).
package enum Recurrence: Hashable, Sendable {
  case daily(every: Int)
  case weekly(every: Int, on: Weekday)
  /// The nth such weekday of every so many months.
  case monthlyWeekday(every: Int, nth: Int, weekday: Weekday)
  /// That day of every so many months.
  case monthlyDay(every: Int, day: Int)
}
