/// Terms of a public contract that follows the CCAG-TIC.
package struct PublicContract: Hashable, Sendable {
  package enum GeneralTerms: String, CaseIterable, Sendable {
    case tic2021 = "ccag_tic_2021"
    case tic2009 = "ccag_tic_2009"
    case none = "aucun"
  }

  package var generalTerms = GeneralTerms.none
  /// Of the contract in the buyer's books, and of its lot.
  package var number: String?
  package var lot: String?
  package var fitnessTest: FitnessTest?
  package var regularityTest: RegularityTest?
  package var admission: Admission?
  /// Penalties under this amount in all are not asked for.
  package var penaltyExemption: Money?

  package init() {}

  /// Vérification d’aptitude (VA): it does what it is for.
  package struct FitnessTest: Hashable, Sendable {
    package var delay: Delay?
    package var criterion: String?

    package init() {}
  }

  /// Vérification de service régulier (VSR): it does so day after day.
  package struct RegularityTest: Hashable, Sendable {
    package var duration: Delay?
    /// Percent of the time of use for which it may be down.
    package var downtimeLimit: FixedPoint?
    package var decision: Delay?

    package init() {}
  }

  /// What the buyer decides after the tests.
  package struct Admission: Hashable, Sendable {
    package var decision: Delay?
    package var silence: Acceptance.Silence?
    /// To present the work again after a postponement (ajournement).
    package var postponement: Delay?
    /// A lower price for work with faults (réfaction) is allowed.
    package var allowsReduction = false
    /// To take the work back after a refusal (rejet).
    package var removal: Delay?

    package init() {}
  }
}
