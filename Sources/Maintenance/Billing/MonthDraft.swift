extension BillableFacts {
  /// What a month owes: fees when their billing period says so, work of the month, and what is paid
  /// once. A function of these facts alone: the same facts give the same draft on any day.
  ///
  /// Each line is rounded once, half up to the cent; VAT is computed on the sum of each treatment.
  package func draft(for month: Month) -> InvoiceDraft {
    var draft = undeducted(month)
    if let line = settlement(month, draft.lines) { draft.lines.append(line) }
    return withoutBilled(draft)
  }

  /// Before the deposit is deducted.
  private func undeducted(_ month: Month) -> InvoiceDraft {
    var draft = priced(month)
    let once = OneOffPricing(self, month)
    draft.lines += once.lines
    draft.leftOut += once.leftOut
    if let line = complement(month, draft.lines) { draft.lines.append(line) }
    let credits = PenaltyCredits(self, month)
    draft.lines += credits.lines
    draft.leftOut += credits.leftOut
    return draft
  }

  /// Fees, rebates and work.
  private func priced(_ month: Month) -> InvoiceDraft {
    let fees = FeePricing(self, month)
    var draft = InvoiceDraft(month: month, lines: fees.lines, leftOut: fees.leftOut)
    draft.lines += RebatePricing(self, fees.lines).lines
    do throws(RevisionRefusal) {
      try draft.add(work: self)
    } catch {
      draft.leftOut.append(
        LeftOut(
          reason: .missingIndex, kind: .time, designation: "Travail du mois",
          detail: error.french))
    }
    for version in versions {
      let own = proposals.filter {
        governing(on: zone.day(at: $0.dueAt)).terms.version == version.terms.version
      }
      draft.lines += version.terms.proposalLines(month, own)
    }
    return draft
  }

  /// What lacks to the least that a period is billed, in the month that ends it.
  private func complement(_ month: Month, _ lines: [InvoiceLine]) -> InvoiceLine? {
    let version = governing(on: min(month.last, last ?? month.last))
    let contract = version.terms.contract
    guard let minimum = contract.price.minimum,
      let days = inForce(window(of: minimum.period.months, month)),
      Month(containing: days.upperBound) == month
    else { return nil }
    var billed = lines
    var earlier = month.previous
    while earlier.last >= days.lowerBound {
      billed += priced(earlier).lines + OneOffPricing(self, earlier).lines
      earlier = earlier.previous
    }
    let sum = billed.filter { $0.kind != .deposit }.reduce(Money.zero) { $0 + $1.net }
    let least = amount(minimum.amount, each: minimum.period.months, over: days)
    guard sum < least else { return nil }
    let net = least - sum
    return InvoiceLine(
      kind: .minimum, designation: "Complément au minimum de facturation",
      citation: version.terms.citation("prix.minimum", Reason(.priced)), period: days,
      quantity: FixedPoint(1), unit: .piece("complément"), unitPrice: net.euros, net: net,
      vat: contract.price.vatTreatment, claims: [BillingClaim("prix.minimum", days)])
  }

  /// The deposit comes off the first sums due, month by month until nothing of it is left.
  private func settlement(_ month: Month, _ lines: [InvoiceLine]) -> InvoiceLine? {
    guard let deposit, let day = deposit.day, month.last >= day else { return nil }
    var left = deposit.amount
    var earlier = Month(containing: min(day, start))
    // Settled within a few months: the deposit is a share of a year's price at most.
    var steps = 0
    while month > earlier, left != .zero, steps < 36 {
      left = left - min(left, undeducted(earlier).lines.due)
      earlier = earlier.next
      steps += 1
    }
    let off = min(left, lines.due)
    guard off > .zero else { return nil }
    let terms = versions[0].terms
    return InvoiceLine(
      kind: .depositSettled, designation: "Acompte imputé",
      citation: terms.citation("paiement.acompte", Reason(.priced)),
      period: month.first...month.last, quantity: FixedPoint(-1), unit: .piece("acompte"),
      unitPrice: off.euros, net: .zero - off, vat: terms.contract.price.vatTreatment,
      claims: [BillingClaim("paiement.acompte/impute", month.first...month.last)])
  }
}

extension [InvoiceLine] {
  /// The sum of what is due, the deposit itself left out; never negative.
  fileprivate var due: Money {
    Swift.max(.zero, filter { $0.kind != .deposit }.reduce(Money.zero) { $0 + $1.net })
  }
}

extension InvoiceDraft {
  /// The month's work by the hour, by the ticket, on packs, and the journeys that it took.
  fileprivate mutating func add(work facts: BillableFacts) throws(RevisionRefusal) {
    let routing = WorkRouting(facts, until: month.last)
    let packs = try PackPricing(facts, month, routing.prepaid)
    lines += packs.lines
    leftOut += packs.leftOut
    let visits = try VisitPricing(facts, month, ticketPriced: routing.ticketPriced)
    lines += visits.lines
    leftOut += visits.leftOut
    var left = routing.left
    left += packs.needingQuote.map { ($0, .needsQuote, "carnet épuisé") }
    left += packs.refused.map { ($0, .refused, "carnet épuisé") }
    let hourly = (routing.hourly + packs.hourly).filter { facts.month(of: $0) == month }
    for work in hourly.byTicket {
      let own = try TimePricing(facts: facts, month: month).lines(of: work)
      let sum = own.reduce(Money.zero) { $0 + $1.net }
      let contract = facts.governing(version: work[0].contractVersion, on: month.last).terms
        .contract
      if let limit = contract.price.timeAndMaterials?.quoteAbove, sum > limit {
        leftOut.append(
          LeftOut(
            reason: .needsQuote, kind: .time, designation: "Intervention hors forfait",
            citation: own.first?.citation, references: work.references,
            claims: work.map { $0.claim(in: facts.zone) }, amount: sum, detail: limit.french))
      } else {
        lines += own
      }
    }
    add(left.filter { facts.month(of: $0.work) == month }, facts)
  }

  /// One for each ticket and reason.
  private mutating func add(
    _ left: [(work: BillableWork, reason: LeftOut.Reason, detail: String?)],
    _ facts: BillableFacts
  ) {
    struct Key: Hashable {
      var ticket: ID<Ticket>
      var reason: LeftOut.Reason
      var detail: String?
    }
    let grouped = Dictionary(grouping: left) {
      Key(ticket: $0.work.ticket, reason: $0.reason, detail: $0.detail)
    }
    for (key, pieces) in grouped.sorted(by: {
      ($0.key.ticket, $0.key.reason.rawValue, $0.key.detail ?? "")
        < ($1.key.ticket, $1.key.reason.rawValue, $1.key.detail ?? "")
    }) {
      let minutes = pieces.reduce(0) { $0 + $1.work.minutes }
      leftOut.append(
        LeftOut(
          reason: key.reason, kind: .time,
          designation: "Travail, \(frenchHours(minutes: minutes))",
          citation: nil, references: pieces.map(\.work).references,
          claims: pieces.map { $0.work.claim(in: facts.zone) }, detail: key.detail))
    }
  }
}

extension Terms {
  /// The draft of a contract of one version, with no other facts than work and proposals.
  package func invoiceDraft(
    for month: Month, work: [BillableWork], proposals: [BillableProposal] = []
  ) -> InvoiceDraft {
    var facts = BillableFacts(BillableFacts.Governing(self, from: contract.term.start))
    facts.work = work
    facts.proposals = proposals
    return facts.draft(for: month)
  }
}

extension FlatFee.Period {
  package var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}
