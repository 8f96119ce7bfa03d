/// What the contract says of one acceptance: until when, what silence means, and by which clause.
package struct AcceptanceRule: Hashable, Sendable {
  package var due: Day?
  package var silence: Acceptance.Silence?
  package var clause: String
  /// Without one, what is agreed on notification.
  package var criterion: String?
}

extension Terms {
  /// Checks that the contract has: recette, and VA and VSR of a public contract.
  package var acceptanceKinds: [Delivery.Kind] {
    var kinds: [Delivery.Kind] =
      contract.acceptance == nil && !contract.operations.contains { $0.acceptance != nil }
      ? [] : [.acceptance]
    if contract.publicContract?.fitnessTest != nil { kinds.append(.fitness) }
    if contract.publicContract?.regularityTest != nil { kinds.append(.regularity) }
    return kinds
  }

  /// Nothing when the contract has no such check. A delay runs from the day of the notification,
  /// that of the VSR's decision from the end of its duration.
  package func acceptanceRule(
    _ kind: Delivery.Kind, operation id: String, from day: Day
  ) -> AcceptanceRule? {
    guard acceptanceKinds.contains(kind) else { return nil }
    let terms = contract.publicContract
    switch kind {
    case .acceptance:
      let criterion = contract.operations.first { $0.id == id }?.acceptance
      let delay = criterion?.delay ?? contract.acceptance?.delay
      return AcceptanceRule(
        due: delay?.expiry(from: day, in: region), silence: contract.acceptance?.silence,
        clause: contract.acceptance == nil ? "operations.\(id)" : "recette.delai",
        criterion: criterion?.text)
    case .fitness:
      return AcceptanceRule(
        due: terms?.fitnessTest?.delay?.expiry(from: day, in: region),
        silence: terms?.admission?.silence, clause: "marche_public.va",
        criterion: terms?.fitnessTest?.criterion)
    case .regularity:
      let end = terms?.regularityTest?.duration?.expiry(from: day, in: region) ?? day
      let delay = terms?.regularityTest?.decision ?? terms?.admission?.decision
      return AcceptanceRule(
        due: delay?.expiry(from: end, in: region), silence: terms?.admission?.silence,
        clause: "marche_public.vsr",
        criterion: terms?.regularityTest?.downtimeLimit.map {
          "Indisponibilités : \($0.frenchPercent) au plus du temps d’utilisation"
        })
    }
  }

  /// Decisions that this kind of check has; those of the CCAG-TIC where the contract has them.
  package func decisions(on kind: Delivery.Kind) -> [Delivery.Decision] {
    let admission = contract.publicContract?.admission
    var decisions: [Delivery.Decision] = [.accepted, .reserved]
    if admission == nil { decisions.append(.partial) }
    if admission?.postponement != nil { decisions.append(.postponed) }
    if admission?.allowsReduction == true { decisions.append(.reduced) }
    return decisions + [.refused]
  }

  private var region: HolidayRegion { contract.scope.sites.first?.holidays ?? .metropole }
}
