/// What the contract looks after, and what it leaves out.
package struct Scope: Hashable, Sendable {
  package var sites: [Site] = []
  package var groups: [AssetGroup] = []
  package var software: [Software] = []
  package var fleetChange: FleetChange?
  package var exclusions: [Exclusion] = []
  package var backup: Backup?

  package init() {}
}

package struct Site: Hashable, Sendable {
  package var id = ""
  package var name = ""
  package var address: PostalAddress?
  package var holidays = HolidayRegion.metropole
  /// Days that custom keeps there and the law does not, closed because the contract names them.
  package var customaryDays: [CustomaryDay] = []
  package var travelZone: Int?
  /// Id of the calendar that governs it; none for the contract's opening hours.
  package var calendar: String?
  package var hasRemoteAccess: Bool?
  /// To be there, when the service level says nothing of the site.
  package var onSiteDelay: Delay?

  package init() {}
}

/// Which public holidays close the service; the law of each stands in `LegalHolidays`.
package enum HolidayRegion: String, CaseIterable, Sendable {
  case metropole
  case alsaceMoselle = "alsace_moselle"
  case guadeloupe
  case martinique
  case guyane
  case reunion
  case mayotte
  case saintBarthelemy = "saint_barthelemy"
  case saintMartin = "saint_martin"
  case saintPierreEtMiquelon = "saint_pierre_et_miquelon"
  case polynesie = "polynesie_francaise"
  case nouvelleCaledonie = "nouvelle_caledonie"
  case wallisEtFutuna = "wallis_et_futuna"
}

/// Assets looked after together: a line of the fleet, counted or listed one by one.
package struct AssetGroup: Hashable, Sendable {
  package enum Criticality: String, CaseIterable, Sendable {
    case normal = "normale"
    case high = "haute"
    case critical = "critique"
  }

  package var id = ""
  /// What it is called in the contract's text; the id when nothing is said.
  package var label: String?
  /// As written, else the number of assets listed or of those shared out among sites.
  package var count = 0
  package var criticality = Criticality.normal
  package var assets: [Asset] = []
  /// How many at each site, by site id, when the contract says it.
  package var countsBySite: [String: Int] = [:]
  /// Id of the service plan that governs it; none for the contract's own levels.
  package var plan: String?

  package init() {}
}

/// One piece of equipment of the fleet, as the inventory names it.
package struct Asset: Hashable, Sendable {
  package enum Owner: String, CaseIterable, Sendable {
    case client
    case provider = "prestataire"
    case lessor = "bailleur"
  }

  package var id = ""
  package var label = ""
  package var model: String?
  package var serialNumber: String?
  /// Site id.
  package var site: String?
  package var warrantyEnd: Day?
  /// Last day on which its maker mends it.
  package var supportEnd: Day?
  package var owner: Owner?

  package init() {}
}

/// A program within the scope.
package struct Software: Hashable, Sendable {
  package var id = ""
  package var name = ""
  package var version: String?
  package var publisher: String?
  package var supportEnd: Day?
  /// Seats of the licence.
  package var licences: Int?
  package var licensee: Asset.Owner?

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
