/// What is promised for each priority, and what stops the clock.
package struct ServiceLevels: Hashable, Sendable {
  /// In the file's order, most urgent first.
  package var levels: [ServiceLevel] = []
  package var matrix = PriorityMatrix()
  package var pauses: [PauseReason] = []
  /// The same fault within this delay goes on with the same clock.
  package var reopening: Delay?
  package var availability: Availability?
  package var penalties: Penalties?

  package init() {}

  package func level(_ priority: String) -> ServiceLevel? {
    levels.first { $0.priority == priority }
  }
}

package struct ServiceLevel: Hashable, Sendable {
  package enum CalendarChoice: String, CaseIterable, Sendable {
    case openingHours = "heures"
    case onCall = "astreinte"
  }

  /// Result: missing the delay is a breach. Means: the provider proves its efforts.
  package enum Binding: String, CaseIterable, Sendable {
    case result = "resultat"
    case means = "moyens"
  }

  package var priority = ""
  package var definition = ""
  package var delays: [Milestone: Delay] = [:]
  package var calendar = CalendarChoice.openingHours
  package var binding = Binding.means
  /// Percentage of tickets that must hold.
  package var target: FixedPoint?

  package init() {}
}

package enum Milestone: String, CaseIterable, Hashable, Sendable {
  /// Taken in charge (GTI).
  case response = "prise_en_charge"
  case onSite = "sur_site"
  case workaround = "contournement"
  /// Restored (GTR).
  case resolution = "retablissement"
}

/// Priority from impact and urgency, each named by the contract.
package struct PriorityMatrix: Hashable, Sendable {
  package var impacts: [String] = []
  package var urgencies: [String] = []
  /// One row an impact, one column an urgency: priority codes.
  package var values: [[String]] = []

  package init() {}

  package func priority(impact: String, urgency: String) -> String? {
    guard let row = impacts.firstIndex(of: impact),
      let column = urgencies.firstIndex(of: urgency), row < values.count,
      column < values[row].count
    else { return nil }
    return values[row][column]
  }
}

/// Why a clock may stop; each is somebody's.
package enum PauseReason: String, CaseIterable, Sendable {
  case awaitingClient = "attente_client"
  case accessRefused = "acces_refuse"
  case agreedPostponement = "report_convenu"
  case namedThirdParty = "tiers_designe"
  case forceMajeure = "force_majeure"
}

package struct Availability: Hashable, Sendable {
  package var group = ""
  /// Percent.
  package var rate = FixedPoint(0)
  package var period: String?
  package var excluding: [String] = []

  package init() {}
}

package struct Penalties: Hashable, Sendable {
  package enum Nature: String, CaseIterable, Sendable {
    case credit = "avoir"
    case indemnity = "indemnite"
  }

  package enum FormalNotice: String, CaseIterable, Sendable {
    case waived = "dispensee"
    case required = "requise"
  }

  /// As written: `V * R / 30`.
  package var formula: String?
  package var base: String?
  package var lateness: String?
  /// Percent of the month's fee.
  package var cap: FixedPoint?
  package var nature: Nature?
  package var formalNotice: FormalNotice?

  package init() {}
}
