/// Every rule, in the order of a contract's chapters; ids are stable once released.
enum Catalogue {
  static let rules: [Rule] =
    PartyRules.all + SignatoryRules.all + IdentifierRules.all + ConclusionRules.all
    + DocumentRules.all + DefinitionRules.all + ObjectRules.all + PriceRules.all
    + PriceTermRules.all
    + PrepaidRules.all + PaymentRules.all + PaymentTermRules.all + TermRules.all
    + ServiceLevelRules.all
    + PenaltyRules.all + BackupRules.all + ClientRules.all + DisputeRules.all
    + TerminationRules.all + ClosingRules.all + PersonalDataRules.all + ReferenceRules.all
    + CoherenceRules.all + BalanceRules.all + DeliveryRules.all + OfferRules.all
    + AcceptedFindingRules.all
}
