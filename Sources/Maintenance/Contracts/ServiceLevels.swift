/// What is promised for each priority, and what stops the clock.
package struct ServiceLevels: Hashable, Sendable {
  /// In the file's order, most urgent first.
  package var levels: [ServiceLevel] = []
  package var matrix = PriorityMatrix()
  package var pauses: [PauseReason] = []
  /// The same fault within this delay goes on with the same clock.
  package var reopening: Delay?
  package var availability: [Availability] = []
  package var penalties: [Penalty] = []
  /// Other levels of the same service, for the asset groups that name them.
  package var plans: [ServicePlan] = []
  /// Over which targets are measured.
  package var measuredOver = FlatFee.Period.month

  package init() {}

  /// The level of a priority for the groups of a plan: the plan's own, else the contract's.
  package func level(_ priority: String, plan: String?) -> ServiceLevel? {
    plans.first { $0.id == plan }?.levels.first { $0.priority == priority } ?? level(priority)
  }

  package func level(_ priority: String) -> ServiceLevel? {
    levels.first { $0.priority == priority }
  }
}

/// A level of service with a name, such as Premium, that some assets have.
package struct ServicePlan: Hashable, Sendable {
  package var id = ""
  package var label = ""
  package var levels: [ServiceLevel] = []

  package init() {}
}

package struct ServiceLevel: Hashable, Sendable {
  package enum CalendarChoice: Hashable, Sendable {
    case openingHours
    case onCall
    /// A calendar of the contract, by id.
    case named(String)
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
  package enum Window: String, CaseIterable, Sendable {
    case openingHours = "heures"
    case roundTheClock = "24/7"
  }

  package var group = ""
  /// Percent.
  package var rate = FixedPoint(0)
  package var period: String?
  package var window = Window.openingHours
  /// How it is measured, in words.
  package var measure: String?
  package var excluding: [String] = []

  package init() {}
}
