/// Why what is told of a contract in force, its text unchanged, is refused: how many machines
/// there are from a day on, a further pack of hours.
package enum CountRefusal: Error, Hashable, Sendable {
  case notInForce
  case unknownGroup(String)
  /// The contract has no clause on changes: only an amendment changes the count.
  case noClause
  /// Below zero or more than a hundred thousand.
  case outOfBounds
  /// Before the contract, more than a year ahead, or after its end.
  case dayOutOfBounds
  case noPacks
  case tooMany
}

extension Agreement {
  /// Counts and orders that one contract keeps at most.
  static let mostCounts = 2000

  /// So many machines of a group from a day on, under the terms in force.
  package func counting(
    _ count: FleetCount, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    let contract = terms.contract
    guard contract.scope.groups.contains(where: { $0.id == count.group }) else {
      throw CountRefusal.unknownGroup(count.group)
    }
    guard contract.scope.fleetChange != nil else { throw CountRefusal.noClause }
    guard (0...100_000).contains(count.count) else { throw CountRefusal.outOfBounds }
    try bounded(count.from, contract.zone.day(at: instant) + 366)
    guard fleet.count < Agreement.mostCounts else { throw CountRefusal.tooMany }
    return try change(
      AgreementFact.fleetCounted,
      [
        "group": .text(count.group), "count": .integer(Int64(count.count)),
        "from": .text(count.from.iso),
      ], by: actor, at: instant)
  }

  /// A further pack of hours was ordered on a day.
  package func orderingPack(
    on day: Day, under terms: Terms, by actor: Actor, at instant: Instant
  ) throws -> Change<Agreement> {
    guard terms.contract.price.prepaid != nil else { throw CountRefusal.noPacks }
    try bounded(day, terms.contract.zone.day(at: instant))
    guard packOrders.count < Agreement.mostCounts else { throw CountRefusal.tooMany }
    return try change(
      AgreementFact.packOrdered, ["day": .text(day.iso)], by: actor, at: instant)
  }

  private func bounded(_ day: Day, _ last: Day) throws {
    guard let first = versions.first else { throw CountRefusal.notInForce }
    guard day >= first.validFrom, day <= min(last, end?.lastDay ?? last) else {
      throw CountRefusal.dayOutOfBounds
    }
  }
}
