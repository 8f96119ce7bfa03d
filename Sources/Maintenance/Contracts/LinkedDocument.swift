/// A text that the contract names and that makes it with this one.
package struct LinkedDocument: Hashable, Sendable {
  package enum Nature: String, CaseIterable, Sendable {
    case particularConditions = "conditions_particulieres"
    case generalConditions = "conditions_generales"
    case annex = "annexe"
    case quote = "devis"
    case tariff = "tarif"
    case specification = "cahier_des_charges"
    case qualityPlan = "plan_qualite"
    case other = "autre"
  }

  package var id = ""
  package var title = ""
  package var nature = Nature.annex
  package var day: Day?
  package var version: String?
  /// Handed over with the contract, not only named by it.
  package var isJoined = false
  /// Known to the client and accepted (C. civ. 1119).
  package var isAccepted = false
  /// Of the establishment it names, when it names one.
  package var siret: String?

  package init() {}
}

/// A finding that the parties know of: it is shown as a note with their reason.
package struct AcceptedFinding: Hashable, Sendable {
  /// Such as `SLA-09`.
  package var rule = ""
  package var reason = ""
  /// Path of the value, when only that one is meant.
  package var path: String?
  package var by: String?
  package var day: Day?

  package init() {}
}
