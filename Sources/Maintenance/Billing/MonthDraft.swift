extension Terms {
  /// The lines that a month owes under these terms.
  ///
  /// Fees are those whose period is the month, in proportion to its days in force; work is what was
  /// done in the month. Lines are rounded half up to the cent, VAT on the sum of each treatment.
  /// What `billed` names was billed before, and is left out.
  package func invoiceDraft(
    for month: Month, work: [BillableWork], proposals: [BillableProposal] = [],
    billed: [BillingClaim] = []
  ) -> InvoiceDraft {
    let done = work.filter { work in
      Month(containing: contract.zone.day(at: work.at)) == month
        && !billed.contains { $0.overlaps(work.claim(in: contract.zone)) }
    }
    let lines =
      feeLines(month) + prepaidLines(month, done) + hourLines(month, done)
      + proposalLines(month, proposals)
    let unbilled = lines.filter { line in
      !line.claims.contains { claim in billed.contains { $0.overlaps(claim) } }
    }
    return InvoiceDraft(month: month, lines: unbilled)
  }

  private func feeLines(_ month: Month) -> [InvoiceLine] {
    contract.price.fees.compactMap { fee -> InvoiceLine? in
      guard let covered = coveredDays(of: fee, in: month) else { return nil }
      let count = quantity(of: fee)
      let (days, of) = (covered.days.days, covered.of)
      let isWhole = days == of
      return InvoiceLine(
        kind: .fee, designation: fee.label.isEmpty ? fee.id : fee.label,
        citation: citation("prix.\(fee.id)", Reason(.feeOfMonth, [month.iso])),
        period: covered.days,
        quantity: isWhole ? count : FixedPoint(millionths: count.millionths * Int64(days)),
        unit: .piece(fee.unit), unitPrice: fee.amount.euros, priceBase: isWhole ? 1 : of,
        net: (fee.amount * count).share(days, of: of), vat: contract.price.vatTreatment,
        claims: [BillingClaim("prix.\(fee.id)", covered.days)])
    }
  }

  /// Assets of the fee's group, or one.
  func quantity(of fee: FlatFee) -> FixedPoint {
    let count = fee.group.map { id in
      contract.scope.groups.first { $0.id == id }?.count ?? 0
    }
    return FixedPoint(count ?? 1)
  }

  /// Days in force of the fee's period, when the period is billed in that month.
  private func coveredDays(
    of fee: FlatFee, in month: Month
  ) -> (days: ClosedRange<Day>, of: Int)? {
    let months = fee.period.months
    let start = Month(containing: contract.term.start)
    let elapsed = (month.first.year - start.first.year) * 12 + month.first.month - start.first.month
    guard elapsed >= 0 else { return nil }
    let position = elapsed % months
    let isBilled = contract.payment.timing == .advance ? position == 0 : position == months - 1
    guard isBilled else { return nil }
    let first = month.first.adding(months: contract.payment.timing == .advance ? 0 : 1 - months)
    let last = first.adding(months: months) - 1
    let from = max(first, contract.term.start)
    let to = min(last, contract.term.certainEnd ?? last)
    guard from <= to else { return nil }
    return (from...to, last - first + 1)
  }

  private func prepaidLines(_ month: Month, _ done: [BillableWork]) -> [InvoiceLine] {
    guard let prepaid = contract.price.prepaid else { return [] }
    var lines: [InvoiceLine] = []
    let start = contract.term.start
    if month == Month(containing: start) {
      lines.append(
        InvoiceLine(
          kind: .pack, designation: "Carnet de \(prepaid.hours)\u{A0}heures",
          citation: citation("prix.carnet", Reason(.prepaidBought, [String(prepaid.hours)])),
          period: start...start, quantity: FixedPoint(1), unit: .piece("carnet"),
          unitPrice: prepaid.amount.euros, net: prepaid.amount, vat: contract.price.vatTreatment,
          claims: [BillingClaim("prix.carnet", start...start)]))
    }
    let drawn = done.filter { $0.charge == .prepaid }
    let minutes = drawn.reduce(0) { $0 + prepaid.drawn(for: $1.minutes) }
    if minutes > 0 {
      lines.append(
        InvoiceLine(
          kind: .packDraw, designation: "Heures tirées du carnet",
          citation: citation("prix.carnet", Reason(.prepaid, [String(minutes)])),
          period: month.first...month.last, quantity: FixedPoint(minutes), unit: .minute,
          unitPrice: FixedPoint(0), priceBase: 60, net: .zero, vat: contract.price.vatTreatment,
          references: drawn.references, claims: drawn.map { $0.claim(in: contract.zone) }))
    }
    return lines
  }

  /// One line a ticket, for the work that its verdict bills by the hour.
  private func hourLines(_ month: Month, _ done: [BillableWork]) -> [InvoiceLine] {
    guard let rate = contract.price.timeAndMaterials?.hourlyRate else { return [] }
    let billed = Dictionary(grouping: done.filter { $0.charge == .billable }, by: \.ticket)
    return billed.keys.sorted().compactMap { ticket in
      guard let work = billed[ticket] else { return nil }
      let minutes = work.reduce(0) { $0 + $1.minutes }
      return InvoiceLine(
        kind: .time, designation: "Intervention hors forfait",
        citation: citation("prix.hors_forfait", Reason(.hourlyRate, [String(rate.cents)])),
        period: month.first...month.last, quantity: FixedPoint(minutes), unit: .minute,
        unitPrice: rate.euros, priceBase: 60, net: rate.share(minutes, of: 60),
        vat: contract.price.vatTreatment, references: work.references,
        claims: work.map { $0.claim(in: contract.zone) })
    }
  }
}

extension [BillableWork] {
  /// Each ticket once, in the order of the work.
  var references: [LineReference] {
    var seen: Set<ID<Ticket>> = []
    return filter { seen.insert($0.ticket).inserted }.map {
      .ticket($0.ticket, number: $0.ticketNumber, title: $0.ticketTitle)
    }
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
