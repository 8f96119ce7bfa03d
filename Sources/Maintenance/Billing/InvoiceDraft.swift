/// What a month of an agreement would be billed: a reading of its terms and facts, never stored.
package struct InvoiceDraft: Hashable, Sendable {
  package var month: Month
  package var lines: [InvoiceLine]
  /// Percent.
  package var vatRate: FixedPoint

  /// Sum of the lines, before VAT.
  package var net: Money {
    lines.reduce(.zero) { $0 + $1.amount }
  }

  /// On the sum of the lines, not line by line (EN 16931, BR-CO-17).
  package var vat: Money { net.percent(vatRate) }
  package var gross: Money { net + vat }
}

/// One line, with the clause that makes it due.
package struct InvoiceLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Values: label, unit.
    case fee(label: String, unit: String)
    /// Part of a month: days billed of days in the month.
    case partialFee(label: String, unit: String, days: Int, of: Int)
    case prepaidBought(hours: Int)
    /// Drawn on the prepaid hours: costs nothing here, shown for the balance.
    case prepaidDrawn(minutes: Int)
    case hours(minutes: Int)
    case proposal(BillableProposal)
  }

  package var kind: Kind
  package var quantity: FixedPoint
  package var unitPrice: Money
  package var amount: Money
  package var citation: Citation
  /// Tickets counted in the line.
  package var tickets: [BillableWork]
}

extension Terms {
  /// The lines that a month owes under these terms.
  ///
  /// Fees are those whose period is the month, in proportion to its days in force; work is what was
  /// done in the month. Lines are rounded half up to the cent, VAT on their sum.
  package func invoiceDraft(
    for month: Month, work: [BillableWork], proposals: [BillableProposal] = []
  ) -> InvoiceDraft {
    let done = work.filter { Month(containing: contract.zone.day(at: $0.at)) == month }
    let lines =
      feeLines(month) + prepaidLines(month, done) + hourLines(done)
      + proposalLines(month, proposals)
    return InvoiceDraft(
      month: month, lines: lines, vatRate: contract.price.vatRate ?? FixedPoint(20))
  }

  private func feeLines(_ month: Month) -> [InvoiceLine] {
    contract.price.fees.compactMap { fee in
      guard let covered = coveredDays(of: fee, in: month) else { return nil }
      let quantity = quantity(of: fee)
      let whole = fee.amount * quantity
      let isWhole = covered.days == covered.of
      return InvoiceLine(
        kind: isWhole
          ? .fee(label: fee.label, unit: fee.unit)
          : .partialFee(label: fee.label, unit: fee.unit, days: covered.days, of: covered.of),
        quantity: quantity, unitPrice: fee.amount,
        amount: isWhole ? whole : whole.share(covered.days, of: covered.of),
        citation: citation("prix.\(fee.id)", Reason(.feeOfMonth, [month.iso])), tickets: [])
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
  private func coveredDays(of fee: FlatFee, in month: Month) -> (days: Int, of: Int)? {
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
    return (to - from + 1, last - first + 1)
  }

  private func prepaidLines(_ month: Month, _ done: [BillableWork]) -> [InvoiceLine] {
    guard let prepaid = contract.price.prepaid else { return [] }
    var lines: [InvoiceLine] = []
    if month == Month(containing: contract.term.start) {
      lines.append(
        InvoiceLine(
          kind: .prepaidBought(hours: prepaid.hours), quantity: FixedPoint(1),
          unitPrice: prepaid.amount, amount: prepaid.amount,
          citation: citation("prix.carnet", Reason(.prepaidBought, [String(prepaid.hours)])),
          tickets: []))
    }
    let drawn = done.filter { $0.charge == .prepaid }
    let minutes = drawn.reduce(0) { $0 + prepaid.drawn(for: $1.minutes) }
    if minutes > 0 {
      lines.append(
        InvoiceLine(
          kind: .prepaidDrawn(minutes: minutes), quantity: hours(minutes), unitPrice: .zero,
          amount: .zero, citation: citation("prix.carnet", Reason(.prepaid, [String(minutes)])),
          tickets: drawn))
    }
    return lines
  }

  /// One line a ticket, for the work that its verdict bills by the hour.
  private func hourLines(_ done: [BillableWork]) -> [InvoiceLine] {
    guard let rate = contract.price.timeAndMaterials?.hourlyRate else { return [] }
    let billed = Dictionary(grouping: done.filter { $0.charge == .billable }, by: \.ticket)
    return billed.keys.sorted().compactMap { ticket in
      guard let work = billed[ticket] else { return nil }
      let minutes = work.reduce(0) { $0 + $1.minutes }
      return InvoiceLine(
        kind: .hours(minutes: minutes), quantity: hours(minutes), unitPrice: rate,
        amount: rate.share(minutes, of: 60),
        citation: citation("prix.hors_forfait", Reason(.hourlyRate, [String(rate.cents)])),
        tickets: work)
    }
  }

  private func hours(_ minutes: Int) -> FixedPoint {
    FixedPoint(millionths: (Int64(minutes) * 1_000_000 + 30) / 60)
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
