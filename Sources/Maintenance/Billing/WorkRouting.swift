/// Which price each piece of work has, up to the end of a month and in the order of time.
struct WorkRouting {
  /// Billed by the hour.
  private(set) var hourly: [BillableWork] = []
  /// Drawn on prepaid hours.
  private(set) var prepaid: [BillableWork] = []
  /// First works of tickets that have a price each.
  private(set) var ticketPriced: [(work: BillableWork, price: TicketPrice)] = []
  private(set) var left: [(work: BillableWork, reason: LeftOut.Reason, detail: String?)] = []

  private let facts: BillableFacts
  /// Used of each fee's allowance, by fee and first day of its period.
  private var used: [String: (minutes: Int, tickets: Set<ID<Ticket>>)] = [:]

  init(_ facts: BillableFacts, until last: Day) {
    self.facts = facts
    let work = facts.work.filter { facts.zone.day(at: $0.at) <= last }.sorted {
      ($0.at, $0.ticket, $0.index) < ($1.at, $1.ticket, $1.index)
    }
    for piece in work { route(piece) }
  }

  private mutating func route(_ work: BillableWork) {
    let day = facts.zone.day(at: work.at)
    guard facts.inForce(day...day) != nil else {
      left.append((work, .outsideContract, nil))
      return
    }
    let contract = facts.governing(version: work.contractVersion, on: day).terms.contract
    switch work.charge {
    case _ where work.isProposed: left.append((work, .included, "proposition acceptée"))
    case .included: include(work, contract, day)
    case .prepaid: prepaid.append(work)
    case .billable: bill(work, contract)
    case .quote: left.append((work, .needsQuote, nil))
    case .excluded, .outOfHours, .notInForce: left.append((work, .refused, nil))
    }
  }

  /// A ticket's own price before the hour's.
  private mutating func bill(_ work: BillableWork, _ contract: Contract) {
    let price = contract.price.tickets.first { price in
      (price.natures.isEmpty || price.natures.contains(work.nature))
        && (price.priorities.isEmpty || price.priorities.contains(work.priority))
    }
    if let price {
      if work.index == 0 { ticketPriced.append((work, price)) }
      guard let contained = price.includes else { return }
      let minutes = contained.minutes(workingDay: contract.support.hours.standardDayMinutes)
      let covered = min(work.minutes, max(0, minutes - work.earlierMinutes))
      if covered < work.minutes { time(work.dropping(covered), contract) }
    } else {
      time(work, contract)
    }
  }

  private mutating func time(_ work: BillableWork, _ contract: Contract) {
    if contract.price.timeAndMaterials?.hourlyRate == nil {
      left.append((work, .unpriced, nil))
    } else {
      hourly.append(work)
    }
  }

  /// What a fee contains costs nothing more; what goes beyond has the price that the fee says.
  private mutating func include(_ work: BillableWork, _ contract: Contract, _ day: Day) {
    guard let fee = contract.price.fees.first(where: { $0.id == work.fee }),
      let allowance = fee.allowance, !allowance.isUnlimited,
      allowance.natures.isEmpty || allowance.natures.contains(work.nature)
    else {
      left.append((work, .included, nil))
      return
    }
    let period = facts.period(of: allowance.period.months, containing: day)
    let key = "\(fee.id)|\(period.lowerBound.iso)"
    var count = used[key] ?? (0, [])
    var covered = work.minutes
    if let tickets = allowance.tickets, count.tickets.count >= tickets,
      !count.tickets.contains(work.ticket)
    {
      covered = 0
    }
    if let hours = allowance.hours {
      covered = min(covered, max(0, hours * 60 - count.minutes))
    }
    count.minutes += work.minutes
    if covered > 0 || allowance.tickets.map({ count.tickets.count < $0 }) ?? true {
      count.tickets.insert(work.ticket)
    }
    used[key] = count
    if covered > 0 {
      var part = work
      part.minutes = covered
      left.append((part, .included, nil))
    }
    guard covered < work.minutes else { return }
    let rest = work.dropping(covered)
    switch allowance.beyond {
    case .hourlyRate: time(rest, contract)
    case .prepaid: prepaid.append(rest)
    case .quote: left.append((rest, .needsQuote, nil))
    case .nextPeriod: left.append((rest, .laterPeriod, nil))
    case nil: left.append((rest, .unpriced, nil))
    }
  }
}
