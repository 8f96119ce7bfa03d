extension Terms {
  /// Papers that a party shows the other: inventory, insurance, certificate of diligence.
  func evidenceDuties(_ days: ClosedRange<Day>) -> [Duty] {
    inventoryDuty + insuranceDuties(days) + vigilanceDuties(days)
  }

  /// Only an inventory that is announced and not signed yet.
  private var inventoryDuty: [Duty] {
    guard let inventory = contract.entryInventory, !inventory.isSigned else { return [] }
    return [
      duty(
        .entryInventory, .both, due: inventory.day ?? contract.term.start,
        clause: "objet.etat_des_lieux")
    ]
  }

  /// A new certificate by the day that the last one known runs out, then every year.
  private func insuranceDuties(_ days: ClosedRange<Day>) -> [Duty] {
    guard let expiry = contract.provider.insurance?.expiry else { return [] }
    return every(12, from: expiry, days).map {
      duty(.insurance, .provider, due: $0, clause: "responsabilite.assurance")
    }
  }

  /// At the conclusion, then every six months until the end (C. trav. D8222-5).
  private func vigilanceDuties(_ days: ClosedRange<Day>) -> [Duty] {
    let issued = contract.provider.vigilance?.issued
    let first = issued.map { $0.adding(months: 6) } ?? contract.term.start
    return every(6, from: first, days).map {
      duty(.vigilance, .provider, due: $0, clause: "sous_traitance.vigilance")
    }
  }

  /// The same day of every so many months, while the contract binds.
  private func every(_ months: Int, from first: Day, _ days: ClosedRange<Day>) -> [Day] {
    let elapsed = (days.lowerBound.year - first.year) * 12 + days.lowerBound.month - first.month
    let skipped = max(0, elapsed / months - 1)
    return (0...(DutyLedger.longestSpan / 28 / months + 3)).lazy
      .map { first.adding(months: ($0 + skipped) * months) }
      .filter { days.contains($0) && isInForce($0) }
  }
}
