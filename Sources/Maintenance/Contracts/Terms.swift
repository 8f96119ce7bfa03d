/// What one version of a contract makes run: its data, and the numbers by which it is cited.
///
/// Costly to make (the whole legal text is composed): made once a version and kept.
package struct Terms: Sendable {
  package let contract: Contract
  package let version: Int
  package let text: LegalText

  package init(_ contract: Contract, version: Int) {
    self.contract = contract
    self.version = version
    text = LegalText(of: contract)
  }

  /// The clause that decides, by its number in this version.
  package func citation(_ clause: String, _ reason: Reason) -> Citation {
    Citation(
      clause: clause, number: text.number(of: clause) ?? "", version: version, reason: reason)
  }

  /// What is promised for a priority on the assets of a group: its plan's level, if it has one.
  package func level(_ priority: String, group: String) -> ServiceLevel? {
    contract.serviceLevels.level(priority, plan: plan(of: group))
  }

  /// The clause that promises it: of the group's plan when the plan says something of its own.
  package func levelClause(_ priority: String, group: String) -> String {
    let own = contract.serviceLevels.plans.first { $0.id == plan(of: group) }
    guard let own, own.levels.contains(where: { $0.priority == priority }) else {
      return "niveaux_de_service.\(priority)"
    }
    return "niveaux_de_service.\(own.id)_\(priority)"
  }

  /// In which time a priority counts for a group's assets at a site.
  package func calendar(priority: String, site: String, group: String) -> ServiceCalendar {
    var calendar = openingCalendar(site: site)
    guard let level = level(priority, group: group) else { return calendar }
    if case .named(let id) = level.calendar, let hours = contract.support.hours(named: id) {
      calendar.hours = hours
    }
    if contract.isOnCall(level) {
      calendar.isRoundTheClock = contract.support.onCall?.isRoundTheClock ?? false
      calendar.onCallHours = contract.support.onCall?.hours
    }
    return calendar
  }

  /// The opening hours at a site, whatever the priority: its own calendar, else the contract's.
  package func openingCalendar(site: String) -> ServiceCalendar {
    let site = contract.scope.sites.first { $0.id == site }
    let hours = site?.calendar.flatMap { contract.support.hours(named: $0) }
    return ServiceCalendar(
      zone: contract.zone, hours: hours ?? contract.support.hours,
      region: site?.holidays ?? .metropole, customaryDays: site?.customaryDays ?? [])
  }

  private func plan(of group: String) -> String? {
    contract.scope.groups.first { $0.id == group }?.plan
  }
}

/// An article that decides, and the fact for which it does.
package struct Citation: Hashable, Sendable {
  /// Stable id, such as `niveaux_de_service.P1`.
  package var clause: String
  /// Its number in that version, such as `7.2`.
  package var number: String
  package var version: Int
  package var reason: Reason

  package var datum: Datum {
    .fields([
      "clause": .text(clause), "number": .text(number), "version": .integer(Int64(version)),
      "reason": .text(reason.kind.rawValue), "values": .list(reason.values.map(Datum.text)),
    ])
  }

  package init(clause: String, number: String, version: Int, reason: Reason) {
    self.clause = clause
    self.number = number
    self.version = version
    self.reason = reason
  }

  package init?(_ datum: Datum) {
    guard let clause = datum["clause"]?.text, let number = datum["number"]?.text,
      let version = datum["version"]?.integer,
      let kind = datum["reason"]?.text.flatMap(Reason.Kind.init(rawValue:)),
      let values = datum["values"]?.list
    else { return nil }
    self.init(
      clause: clause, number: number, version: Int(version),
      reason: Reason(kind, values.compactMap(\.text)))
  }
}

/// Why a clause applies: a kind that the interface words, and the values it quotes.
package struct Reason: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Value: first day in force.
    case notInForce = "not_in_force"
    /// Value: last day in force.
    case ended
    /// Values: exclusion id, its text.
    case excluded
    case siteOutOfScope = "site_out_of_scope"
    case groupOutOfScope = "group_out_of_scope"
    /// Value: instant of the next opening.
    case outOfHours = "out_of_hours"
    /// Value: priority.
    case onCall = "on_call"
    /// Value: nature of the request.
    case natureNotCovered = "nature_not_covered"
    /// Values: fee id, its label.
    case includedInFee = "included_in_fee"
    /// Value: minutes left.
    case prepaid
    case prepaidSpent = "prepaid_spent"
    /// Value: cents an hour.
    case hourlyRate = "hourly_rate"
    case noRate = "no_rate"
    /// Value: priority.
    case promisedDelay = "promised_delay"
    /// Value: month.
    case feeOfMonth = "fee_of_month"
    /// Value: hours bought.
    case prepaidBought = "prepaid_bought"
    /// Values: what the rules had decided, why somebody decided otherwise.
    case overridden
    /// Values: number of the ticket, its proposal.
    case proposalAccepted = "proposal_accepted"
    /// A price that the clause gives.
    case priced
  }

  package var kind: Kind
  package var values: [String]

  package init(_ kind: Kind, _ values: [String] = []) {
    self.kind = kind
    self.values = values
  }
}
