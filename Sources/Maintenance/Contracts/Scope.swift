/// What the contract looks after, and what it leaves out.
package struct Scope: Hashable, Sendable {
  package var sites: [Site] = []
  package var groups: [AssetGroup] = []
  package var fleetChange: FleetChange?
  package var exclusions: [Exclusion] = []
  package var backup: Backup?

  package init() {}
}

package struct Site: Hashable, Sendable {
  package var id = ""
  package var name = ""
  package var holidays = HolidayRegion.metropole
  package var travelZone: Int?

  package init() {}
}

/// Which public holidays close the service (C. trav. L3133-1, L3134-13, L3422-2).
package enum HolidayRegion: String, CaseIterable, Sendable {
  case metropole
  case alsaceMoselle = "alsace_moselle"
  case guadeloupe
  case martinique
  case guyane
  case reunion
  case mayotte
}

/// Assets counted together: a line of the fleet.
package struct AssetGroup: Hashable, Sendable {
  package enum Criticality: String, CaseIterable, Sendable {
    case normal = "normale"
    case high = "haute"
    case critical = "critique"
  }

  package var id = ""
  package var count = 0
  package var criticality = Criticality.normal

  package init() {}
}

/// How the price follows the fleet.
package struct FleetChange: Hashable, Sendable {
  package enum Addition: String, CaseIterable, Sendable {
    case proRataStartedMonth = "prorata_mois_entame"
    case nextMonth = "mois_suivant"
  }

  package enum Removal: String, CaseIterable, Sendable {
    case endOfMonth = "fin_de_mois"
    case endOfTerm = "fin_de_periode"
  }

  package var addition = Addition.proRataStartedMonth
  package var removal = Removal.endOfMonth
  /// Assets more or fewer that change nothing.
  package var tolerance = 0

  package init() {}
}

package struct Exclusion: Hashable, Sendable {
  package enum Consequence: String, CaseIterable, Sendable {
    case refused = "refus"
    case quote = "devis"
  }

  package var id = ""
  package var text = ""
  package var consequence = Consequence.refused

  package init() {}
}

/// Who answers for the backups, and how (duty to advise: CA Aix 25 March 2021).
package struct Backup: Hashable, Sendable {
  package enum Side: String, CaseIterable, Sendable {
    case provider = "prestataire"
    case client
  }

  package var responsible = Side.provider
  package var frequency: String?
  /// Data that may be lost, at most.
  package var recoveryPoint: Delay?
  /// Time to have it back, at most.
  package var recoveryTime: Delay?
  package var test: String?
  /// The client was warned of the risk, and the proof is kept.
  package var warningKept = false

  package init() {}
}
