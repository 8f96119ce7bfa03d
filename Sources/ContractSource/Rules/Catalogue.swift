/// Every rule, in the order of a contract's chapters; ids are stable once released.
enum Catalogue {
  static let rules: [Rule] =
    PartyRules.all + IdentifierRules.all + ConclusionRules.all + ObjectRules.all + PriceRules.all
    + PrepaidRules.all + PaymentRules.all + TermRules.all + ServiceLevelRules.all
    + PenaltyRules.all + BackupRules.all + ClientRules.all + DisputeRules.all
    + TerminationRules.all + ClosingRules.all + PersonalDataRules.all + ReferenceRules.all
    + CoherenceRules.all + BalanceRules.all + DeliveryRules.all + OfferRules.all
}
