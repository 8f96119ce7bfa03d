package import Maintenance
import Store

/// A contract's margin over a year up to today.
package struct MarginReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var days: ClosedRange<Day>
  package var margin: ContractMargin
}

/// What an hour costs, and who may be named.
package struct LaborCostsReading: Sendable {
  package var costs: [LaborCost]
  package var people: [String]
  package var today: Day
}

/// Why a cost is not set.
package enum LaborCostRefusal: Error, Hashable, Sendable {
  case outOfBounds
  case nobody
  case dayOutOfBounds
}

extension Operations {
  /// Revenue of the last twelve months against the cost of their work.
  package func margin(of id: ID<Agreement>) async throws -> MarginReading {
    let account = try await account(of: id)
    let instant = now()
    return try await database.read { reader in
      let zone = account.terms.contract.zone
      let first = account.today.adding(months: -12) + 1
      let days = first...account.today
      let work = try reader.billableWork(of: id, since: zone.instant(first, second: 0))
      let roles = Dictionary(
        try reader.accounts().map { ($0.name, $0.role) }
      ) { first, _ in first }
      return MarginReading(
        agreement: account.agreement, terms: account.terms, days: days,
        margin: ContractMargin(
          account.invoices, work.filter { $0.at <= instant }, in: days, zone: zone,
          costs: try reader.laborCosts(), roles: roles))
    }
  }

  package func laborCosts() async throws -> LaborCostsReading {
    let today = Zone.paris.day(at: now())
    return try await database.read { reader in
      LaborCostsReading(
        costs: try reader.laborCosts(),
        people: try reader.accounts().filter { $0.role.side == .provider }.map(\.name),
        today: today)
    }
  }

  /// Sets what an hour of somebody, or of a role, costs from a day on.
  package func setLaborCost(_ cost: LaborCost) async throws {
    let today = Zone.paris.day(at: now())
    guard LaborCost.bounds.contains(cost.hourly.cents) else { throw LaborCostRefusal.outOfBounds }
    guard cost.from <= today + 366, cost.from > today - 3660 else {
      throw LaborCostRefusal.dayOutOfBounds
    }
    if case .person(let name) = cost.who {
      guard !name.allSatisfy(\.isWhitespace), name.utf8.count <= Account.longestName else {
        throw LaborCostRefusal.nobody
      }
    }
    try await database.write { try $0.set(cost) }
  }
}
