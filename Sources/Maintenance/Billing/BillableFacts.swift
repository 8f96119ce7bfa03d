/// All that a month's draft is read from: the terms of each version, and the facts.
package struct BillableFacts: Sendable {
  /// Terms that govern from a day until the next one's.
  package struct Governing: Sendable {
    package var terms: Terms
    package var from: Day

    package init(_ terms: Terms, from: Day) {
      self.terms = terms
      self.from = from
    }
  }

  /// At least one, the oldest first.
  package let versions: [Governing]
  /// The last day of all, when somebody ended the contract before its own end.
  package var end: Day?
  package var signedOn: Day?
  /// Days on which deliveries were accepted, the first one first.
  package var acceptances: [Day] = []
  package var work: [BillableWork] = []
  package var proposals: [BillableProposal] = []
  package var fleet: [FleetCount] = []
  /// Days on which a further pack of hours was ordered.
  package var packOrders: [Day] = []
  /// Of the month that is drafted.
  package var penalties: [PenaltyReading] = []
  package var rates = DatedRates()
  /// What invoices have billed already.
  package var billed: [BillingClaim] = []

  package init(_ first: Governing, _ later: [Governing] = []) {
    versions = [first] + later
  }

  /// The version in force on a day; before the first one, the first.
  package func governing(on day: Day) -> Governing {
    versions.last { $0.from <= day } ?? versions[0]
  }

  func governing(version: Int, on day: Day) -> Governing {
    versions.first { $0.terms.version == version } ?? governing(on: day)
  }

  /// Some fee is due on acceptance.
  package var awaitsAcceptance: Bool {
    versions.contains { version in
      version.terms.contract.price.oneOffFees.contains { $0.moment == .acceptance }
    }
  }

  var zone: Zone { versions[0].terms.contract.zone }
  var start: Day { versions[0].terms.contract.term.start }

  /// The last day of all, when it is known.
  var last: Day? {
    let own = versions[versions.count - 1].terms.contract.term.certainEnd
    return [own, end].compactMap { $0 }.min()
  }

  /// The part of some days in which the contract is in force.
  func inForce(_ days: ClosedRange<Day>) -> ClosedRange<Day>? {
    let (from, to) = (max(days.lowerBound, start), min(days.upperBound, last ?? days.upperBound))
    return from <= to ? from...to : nil
  }

  /// Whole months from the contract's first one.
  func monthsElapsed(to month: Month) -> Int {
    let first = Month(containing: start).first
    return (month.first.year - first.year) * 12 + month.first.month - first.month
  }

  /// The period of so many months, counted from the contract's first month, that holds a day.
  func period(of months: Int, containing day: Day) -> ClosedRange<Day> {
    let elapsed = monthsElapsed(to: Month(containing: day))
    let position = (elapsed % months + months) % months
    let first = day.firstOfMonth.adding(months: -position)
    return first...(first.adding(months: months) - 1)
  }

  /// A price of some version on a day, as its indexation has revised it since the version entered.
  func revised(
    _ price: Money, _ id: String, under version: Governing, on day: Day
  ) throws(RevisionRefusal) -> Money {
    let contract = version.terms.contract
    guard contract.price.indexation != nil else { return price }
    return try contract.revisions(
      of: price, fee: id, after: version.from, until: day, rates: rates
    ).last?.revised ?? price
  }
}

/// So many assets of a group, told on a day.
package struct FleetCount: Hashable, Sendable {
  package var group: String
  package var count: Int
  package var from: Day

  package init(group: String, count: Int, from: Day) {
    self.group = group
    self.count = count
    self.from = from
  }
}

extension BillableFacts {
  /// The first day whose work a month's draft may depend on, what is drawn on packs apart.
  package func lookBack(from month: Month) -> Day {
    let contracts = versions.map(\.terms.contract)
    let looksFar = contracts.contains { contract in
      contract.payment.deposit != nil
        || contract.price.fees.contains { $0.allowance?.beyond == .prepaid }
    }
    guard !looksFar else { return min(start, month.first) }
    let months = contracts.flatMap { contract -> [Int] in
      contract.price.fees.compactMap { $0.allowance?.period.months }
        + [contract.price.minimum?.period.months].compactMap { $0 }
    }.max()
    return min(month.first, months.map { window(of: $0, month).lowerBound } ?? month.first)
  }
}
