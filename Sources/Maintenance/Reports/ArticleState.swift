/// What an article of a contract is doing today: the right-hand side of the living contract.
package struct ArticleState: Hashable, Sendable {
  package enum Standing: String, CaseIterable, Sendable {
    case held
    case atRisk = "at_risk"
    case broken
    /// Nothing to hold or break: a figure or a date.
    case told
  }

  /// What is said, with the values that the interface words.
  package enum Remark: Hashable, Sendable {
    /// Milestones of the month's tickets held and missed, and open deadlines already past.
    case levels(held: Int, missed: Int, overdue: Int)
    case openNow(until: Instant?)
    case closedNow(opens: Instant?)
    case fleet(assets: Int, sites: Int)
    case monthNet(Money, Month)
    case prepaid(leftMinutes: Int, boughtMinutes: Int)
    case nextOperation(id: String, day: Day)
    case periodEnds(Day)
    case lastNotice(Day)
    case notYetInForce(Day)
    case entries(Int)
    case insuranceUntil(Day)
    case excludedThisMonth(Int)
    /// Advice that awaits an answer, and that was refused or met silence.
    case advice(awaited: Int, unheard: Int)
  }

  package var standing: Standing
  package var remarks: [Remark]
}

/// What the living contract is read from, besides the terms.
package struct LivingFacts: Sendable {
  package var heldMilestones: Int
  package var missedMilestones: Int
  package var overdueTickets: Int
  package var excludedTickets: Int
  package var registerEntries: Int
  package var balance: PrepaidBalance?
  package var monthNet: Money
  package var advice: [Advice.Stage: Int] = [:]

  package init(
    heldMilestones: Int, missedMilestones: Int, overdueTickets: Int, excludedTickets: Int,
    registerEntries: Int, balance: PrepaidBalance?, monthNet: Money
  ) {
    self.heldMilestones = heldMilestones
    self.missedMilestones = missedMilestones
    self.overdueTickets = overdueTickets
    self.excludedTickets = excludedTickets
    self.registerEntries = registerEntries
    self.balance = balance
    self.monthNet = monthNet
  }
}

extension Terms {
  /// The state of each article that has one, by article id.
  package func articleStates(_ facts: LivingFacts, at now: Instant) -> [String: ArticleState] {
    let today = contract.zone.day(at: now)
    var states: [String: ArticleState] = [:]
    states["perimetre"] = ArticleState(
      standing: .told,
      remarks: [
        .fleet(
          assets: contract.scope.groups.reduce(0) { $0 + $1.count },
          sites: contract.scope.sites.count)
      ])
    states["operations"] = nextOperations(today)
    states["support"] = supportState(now)
    states["niveaux_de_service"] = levelState(facts)
    states["exclusions"] = ArticleState(
      standing: .told, remarks: [.excludedThisMonth(facts.excludedTickets)])
    states["prix"] = priceState(facts, today)
    states["duree"] = termState(today)
    states["responsabilite"] = insuranceState(today)
    states["obligations_prestataire"] = adviceState(facts)
    states["preuve"] = ArticleState(standing: .held, remarks: [.entries(facts.registerEntries)])
    return states
  }

  private func adviceState(_ facts: LivingFacts) -> ArticleState? {
    let awaited = (facts.advice[.sent] ?? 0) + (facts.advice[.seen] ?? 0)
    let unheard = (facts.advice[.declined] ?? 0) + (facts.advice[.silent] ?? 0)
    guard !facts.advice.isEmpty else { return nil }
    return ArticleState(
      standing: awaited > 0 ? .atRisk : .held,
      remarks: [.advice(awaited: awaited, unheard: unheard)])
  }

  private func nextOperations(_ today: Day) -> ArticleState? {
    let next = contract.operations.compactMap { operation in
      day(of: operation, onOrAfter: today)
        .map { ArticleState.Remark.nextOperation(id: operation.id, day: $0) }
    }
    return next.isEmpty ? nil : ArticleState(standing: .told, remarks: next)
  }

  private func supportState(_ now: Instant) -> ArticleState? {
    guard contract.support.hours.isDefined, let site = contract.scope.sites.first else {
      return nil
    }
    let opening = openingCalendar(site: site.id).opening(at: now)
    return ArticleState(
      standing: .told,
      remarks: [opening.isOpen ? .openNow(until: nil) : .closedNow(opens: opening.next)])
  }

  private func levelState(_ facts: LivingFacts) -> ArticleState {
    let isUnderWatch = facts.missedMilestones > 0 || facts.overdueTickets > 0
    let standing: ArticleState.Standing =
      !reachesTarget(facts) ? .broken : isUnderWatch ? .atRisk : .held
    return ArticleState(
      standing: standing,
      remarks: [
        .levels(
          held: facts.heldMilestones, missed: facts.missedMilestones,
          overdue: facts.overdueTickets)
      ])
  }

  /// The share of held milestones against the highest target of the contract, all when it has none.
  private func reachesTarget(_ facts: LivingFacts) -> Bool {
    let target = contract.serviceLevels.levels.compactMap(\.target).max() ?? FixedPoint(100)
    let total = Int64(facts.heldMilestones + facts.missedMilestones)
    return Int64(facts.heldMilestones) * 100_000_000 >= target.millionths * total
  }

  private func priceState(_ facts: LivingFacts, _ today: Day) -> ArticleState {
    var remarks: [ArticleState.Remark] = [.monthNet(facts.monthNet, Month(containing: today))]
    var standing = ArticleState.Standing.told
    if let balance = facts.balance {
      remarks.append(
        .prepaid(leftMinutes: balance.leftMinutes, boughtMinutes: balance.boughtMinutes))
      let alert = contract.price.prepaid?.alert ?? FixedPoint(0)
      let left = Int64(balance.leftMinutes) * 100_000_000
      if left <= alert.millionths * Int64(max(1, balance.boughtMinutes)) { standing = .atRisk }
    }
    return ArticleState(standing: standing, remarks: remarks)
  }

  private func termState(_ today: Day) -> ArticleState? {
    if today < contract.term.start {
      return ArticleState(standing: .told, remarks: [.notYetInForce(contract.term.start)])
    }
    guard let period = contract.term.period(on: today), let end = period.end else { return nil }
    let lastNoticeDay = period.lastNoticeDay
    let isNear = lastNoticeDay.map { $0 >= today && $0 - today <= 90 } ?? (end - today <= 90)
    return ArticleState(
      standing: isNear ? .atRisk : .told,
      remarks: [.periodEnds(end)] + (lastNoticeDay.map { [.lastNotice($0)] } ?? []))
  }

  private func insuranceState(_ today: Day) -> ArticleState? {
    guard let expiry = contract.provider.insurance?.expiry else { return nil }
    let standing: ArticleState.Standing =
      expiry < today ? .broken : expiry - today <= 60 ? .atRisk : .held
    return ArticleState(standing: standing, remarks: [.insuranceUntil(expiry)])
  }
}
