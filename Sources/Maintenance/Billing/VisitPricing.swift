/// What going there and answering at night cost besides the work: journeys, call-outs, tickets and
/// interventions that have a price each.
struct VisitPricing {
  private(set) var lines: [InvoiceLine] = []
  private(set) var leftOut: [LeftOut] = []

  private let facts: BillableFacts
  private let month: Month

  /// A way there and back: all work at one site on one day.
  private struct Journey: Hashable {
    var site: String
    var day: Day
    var work: [BillableWork]
  }

  init(
    _ facts: BillableFacts, _ month: Month,
    ticketPriced: [(work: BillableWork, price: TicketPrice)]
  ) throws(RevisionRefusal) {
    self.facts = facts
    self.month = month
    for (work, price) in ticketPriced where facts.month(of: work) == month {
      try addTicket(work, price)
    }
    // A proposal's price has all of it; work that the contract refuses has no price at all.
    let charged = facts.work.filter { work in
      let day = facts.zone.day(at: work.at)
      return !work.isProposed && facts.inForce(day...day) != nil
        && [.included, .prepaid, .billable].contains(work.charge)
    }.sorted { ($0.at, $0.ticket, $0.index) < ($1.at, $1.ticket, $1.index) }
    for work in charged where facts.month(of: work) == month {
      try addCallOut(work)
      try addExtended(work)
    }
    try addJourneys(charged)
  }

  private mutating func addTicket(
    _ work: BillableWork, _ price: TicketPrice
  ) throws(RevisionRefusal) {
    let name = price.label.isEmpty ? price.id : price.label
    try add(
      .ticket, "\(name), ticket \(work.ticketNumber)", "prix.tickets", price.amount, price.id,
      [work], unit: "ticket", claim: "prix.tickets/\(work.ticket.text)")
  }

  /// Once a ticket, when somebody worked on it.
  private mutating func addCallOut(_ work: BillableWork) throws(RevisionRefusal) {
    guard work.isOnCall, work.index == 0,
      let price = version(of: work).terms.contract.support.onCall?.callOut
    else { return }
    try add(
      .callOut, "Appel d'astreinte, ticket \(work.ticketNumber)", "support.astreinte", price,
      "astreinte", [work], unit: "appel", claim: "support.astreinte/\(work.ticket.text)")
  }

  /// A flat price for each piece of work that starts in extended hours.
  private mutating func addExtended(_ work: BillableWork) throws(RevisionRefusal) {
    let terms = version(of: work).terms
    let hours = terms.extendedHours(
      at: work.at, work, terms.openingCalendar(site: work.site))
    guard let hours, let price = hours.flatPrice else { return }
    try add(
      .callOut, "Intervention en plage « \(hours.id) », ticket \(work.ticketNumber)",
      "support.plages_etendues", price, hours.id, [work], unit: "intervention",
      claim: "support.plages_etendues/\(work.ticket.text)/\(work.index)")
  }

  private mutating func addJourneys(_ charged: [BillableWork]) throws(RevisionRefusal) {
    var journeys: [Journey] = []
    for work in charged where work.place == .onSite {
      let day = facts.zone.day(at: work.at)
      if let place = journeys.firstIndex(where: { $0.site == work.site && $0.day == day }) {
        journeys[place].work.append(work)
      } else {
        journeys.append(Journey(site: work.site, day: day, work: [work]))
      }
    }
    var used: [String: Int] = [:]
    for journey in journeys where journey.day <= month.last {
      guard let first = journey.work.first,
        let travel = version(of: first).terms.contract.price.travel,
        !isContained(journey, &used), Month(containing: journey.day) == month
      else { continue }
      try add(journey, travel)
    }
  }

  /// Within the journeys that the fee of some included work on it contains.
  private func isContained(_ journey: Journey, _ used: inout [String: Int]) -> Bool {
    for work in journey.work where work.charge == .included {
      let contract = version(of: work).terms.contract
      guard let fee = contract.price.fees.first(where: { $0.id == work.fee }),
        let allowance = fee.allowance, let limit = allowance.journeys
      else { continue }
      let period = facts.period(of: allowance.period.months, containing: journey.day)
      let key = "\(fee.id)|\(period.lowerBound.iso)"
      used[key, default: 0] += 1
      if used[key, default: 0] <= limit { return true }
    }
    return false
  }

  private mutating func add(_ journey: Journey, _ travel: Travel) throws(RevisionRefusal) {
    guard let first = journey.work.first else { return }
    let terms = version(of: first).terms
    let site = terms.contract.scope.sites.first { $0.id == journey.site }
    let zone = site?.travelZone
    let charge = zone.flatMap { travel.zones[$0] } ?? travel.beyond
    let name = site.map { $0.name.isEmpty ? $0.id : $0.name } ?? journey.site
    let designation = "Déplacement aller et retour, \(name)" + (zone.map { ", zone \($0)" } ?? "")
    switch charge {
    case .included: return
    case .amount(let amount):
      try add(
        .travel, designation, "prix.deplacement", amount, "deplacement", journey.work,
        unit: "déplacement", claim: "prix.deplacement/\(journey.site)")
    case .quote, nil:
      leftOut.append(
        LeftOut(
          reason: charge == nil ? .unpriced : .needsQuote, kind: .travel,
          designation: designation,
          citation: terms.citation("prix.deplacement", Reason(.priced)),
          references: journey.work.references,
          claims: [BillingClaim("prix.deplacement/\(journey.site)", journey.day...journey.day)]))
    }
  }

  private func version(of work: BillableWork) -> BillableFacts.Governing {
    facts.governing(version: work.contractVersion, on: facts.zone.day(at: work.at))
  }

  private mutating func add(
    _ kind: InvoiceLine.Kind, _ designation: String, _ clause: String, _ amount: Money,
    _ id: String, _ work: [BillableWork], unit: String, claim: String
  ) throws(RevisionRefusal) {
    guard let first = work.first else { return }
    let version = version(of: first)
    let day = facts.zone.day(at: first.at)
    let price = try facts.revised(amount, id, under: version, on: day)
    lines.append(
      InvoiceLine(
        kind: kind, designation: designation,
        citation: version.terms.citation(clause, Reason(.priced)), period: day...day,
        quantity: FixedPoint(1), unit: .piece(unit), unitPrice: price.euros, net: price,
        vat: version.terms.contract.price.vatTreatment, references: work.references,
        claims: [BillingClaim(claim, day...day)]))
  }
}
