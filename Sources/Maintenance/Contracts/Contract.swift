/// A maintenance contract as its file says it: every term that something else is computed from.
///
/// A value made by the reader of the file. Where the law or the format requires a term it is not
/// optional: the reader puts a placeholder there and reports the fault, and such a reading never
/// becomes a version in force. What is optional here is what a contract may leave out.
package struct Contract: Hashable, Sendable {
  /// The provider's own number for it, such as `CM-2026-014`.
  package var reference = ""
  package var title = ""
  /// What makes this text the next version of a contract already in force; none for a first one.
  package var amendment: Amendment?
  package var zone = Zone.paris
  package var provider = Party()
  package var client = Party()
  package var conclusion = ConclusionPlace.providerPremises
  /// The object lies outside the client's main activity (C. conso. L221-3).
  package var isOutsideMainActivity: Bool?
  package var isWithdrawalFormJoined = false
  /// The texts that make the contract with this one, such as general conditions.
  package var documents: [LinkedDocument] = []
  /// Ids of documents, the first prevailing; `contrat` is this text (C. civ. 1119).
  package var precedence: [String] = []
  package var kinds: Set<MaintenanceKind> = []
  /// What the client said it needs, in its words (duty to inform: C. civ. 1112-1).
  package var needs: String?
  /// The specification, need by need.
  package var requirements: [Requirement] = []
  package var entryInventory: EntryInventory?
  package var scope = Scope()
  package var operations: [PlannedOperation] = []
  package var support = Support()
  package var serviceLevels = ServiceLevels()
  package var clientDuties: [ClientDuty] = []
  package var price = Price()
  package var payment = Payment()
  package var term = Term()
  package var termination = Termination()
  package var acceptance: Acceptance?
  package var confidentiality: Confidentiality?
  package var personalData: PersonalData?
  package var property: Property?
  package var liability: Liability?
  package var disputes = Disputes()
  package var signature = Signature()
  package var publicContract: PublicContract?
  package var subcontracting: Subcontracting?
  package var nonSolicitation: NonSolicitation?
  package var followUp: FollowUp?
  package var hardship: Hardship?
  /// Articles of the parties' own, added after the library's (`articles:`).
  package var ownArticles: [OwnArticle] = []
  /// Findings that the parties know of and accept, each with its reason.
  package var acceptedFindings: [AcceptedFinding] = []

  package init() {}

  /// First day that this text governs: the amendment's, else the contract's own.
  package var effectiveDay: Day {
    amendment?.effective ?? term.start
  }
}

/// An amendment (avenant): the whole text again, from a later day. The term runs on from the
/// contract's own start.
package struct Amendment: Hashable, Sendable {
  package var number: Int?
  package var effective: Day?
  package var purpose: String?

  package init() {}
}

/// Where the contract is made: it decides whether withdrawal applies (C. conso. L221-3).
package enum ConclusionPlace: String, CaseIterable, Sendable {
  case providerPremises = "etablissement_prestataire"
  case offPremises = "hors_etablissement"
  case distance = "a_distance"
}

package enum MaintenanceKind: String, CaseIterable, Sendable {
  case preventive
  case corrective
  /// Follows what changes around it (ISO/IEC 14764).
  case adaptive = "adaptative"
  /// Changes that the client asks for (évolutive).
  case perfective = "evolutive"
  case managed = "infogerance"
  /// Third-party upkeep of an application (TMA).
  case application = "tma"
  /// Answers to users, without repair.
  case support = "assistance"
}

/// État des lieux: the state of the fleet when the contract starts.
package struct EntryInventory: Hashable, Sendable {
  package var day: Day?
  package var isSigned = false
  package var reservations: [String] = []

  package init() {}
}

package struct ClientDuty: Hashable, Sendable {
  package var id = ""
  package var text = ""
  package var delay: Delay?
  /// What follows when the client fails: the clock stops.
  package var suspendsClocks = false

  package init() {}
}

package struct OwnArticle: Hashable, Sendable {
  package var id = ""
  package var title = ""
  package var text = ""
  /// Id of the article that it comes after; none for its usual place.
  package var after: String?

  package init() {}
}
