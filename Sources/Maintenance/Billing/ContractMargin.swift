/// What an hour of work costs the provider from a day on: the provider's own affair, no evidence.
package struct LaborCost: Hashable, Sendable {
  package enum Who: Hashable, Comparable, Sendable {
    case role(Role)
    /// By name, as work is noted; it goes before the role's.
    case person(String)

    package var stored: String {
      switch self {
      case .role(let role): "role:\(role.rawValue)"
      case .person(let name): "name:\(name)"
      }
    }

    package init(stored: String) {
      let value = String(stored.dropFirst(5))
      if stored.hasPrefix("role:"), let role = Role(rawValue: value) {
        self = .role(role)
      } else {
        self = .person(value)
      }
    }

    package static func < (left: Who, right: Who) -> Bool { left.stored < right.stored }
  }

  package var who: Who
  package var from: Day
  package var hourly: Money

  package init(who: Who, from: Day, hourly: Money) {
    self.who = who
    self.from = from
    self.hourly = hourly
  }

  /// Of an hour: up to a thousand euros.
  package static let bounds: ClosedRange<Int64> = 0...100_000
}

/// Revenue that was invoiced under a contract in some days, against what their work cost.
package struct ContractMargin: Hashable, Sendable {
  package struct Share: Hashable, Sendable {
    package var person: String
    package var minutes: Int
    /// Nothing when no cost is known for some of it.
    package var cost: Money?
  }

  /// Before VAT: invoices less credit notes, what was replaced left out, deposits included.
  package private(set) var revenue: Money
  /// The most hours first.
  package private(set) var shares: [Share]

  package var minutes: Int { shares.reduce(0) { $0 + $1.minutes } }
  /// Of the work whose cost is known.
  package var cost: Money { shares.reduce(.zero) { $0 + ($1.cost ?? .zero) } }
  package var isWhole: Bool { shares.allSatisfy { $0.cost != nil } }
  package var amount: Money { revenue - cost }

  /// Of the revenue, in whole percent; none without revenue.
  package var percent: Int? {
    revenue.cents > 0 ? Int(amount.cents * 100 / revenue.cents) : nil
  }

  /// `roles` are those of the provider's people, by name.
  package init(
    _ invoices: [Invoice], _ work: [BillableWork], in days: ClosedRange<Day>, zone: Zone,
    costs: [LaborCost], roles: [String: Role]
  ) {
    revenue = invoices.filter { days.contains($0.content.issued) && $0.replacement == nil }
      .reduce(.zero) {
        $1.content.kind.isCredit ? $0 - $1.content.net : $0 + $1.content.net
      }
    func hourly(_ person: String, on day: Day) -> Money? {
      func latest(_ who: LaborCost.Who) -> Money? {
        costs.filter { $0.who == who && $0.from <= day }.max { $0.from < $1.from }?.hourly
      }
      return latest(.person(person)) ?? roles[person].flatMap { latest(.role($0)) }
    }
    let done = work.filter { days.contains(zone.day(at: $0.at)) }
    shares = Dictionary(grouping: done, by: \.by).map { person, pieces in
      // Cents × minutes, divided once: rounded half up to the cent for each person.
      var exact: Int64? = 0
      for piece in pieces {
        let price = hourly(person, on: zone.day(at: piece.at))?.cents
        exact = exact.flatMap { sum in price.map { sum + $0 * Int64(piece.minutes) } }
      }
      return Share(
        person: person, minutes: pieces.reduce(0) { $0 + $1.minutes },
        cost: exact.map { Money(cents: ($0 + 30) / 60) })
    }.sorted { ($1.minutes, $0.person) < ($0.minutes, $1.person) }
  }
}
