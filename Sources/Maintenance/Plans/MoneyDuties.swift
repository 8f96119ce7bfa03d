extension Terms {
  /// Invoices, their payment, and the price's own dates.
  func moneyDuties(_ days: ClosedRange<Day>) -> [Duty] {
    invoiceDuties(days) + revisionDuties(days) + [prepaidExpiry].compactMap { $0 }
  }

  /// An invoice of the flat fees on the first or the last day of each period, and its last day of
  /// payment.
  private func invoiceDuties(_ days: ClosedRange<Day>) -> [Duty] {
    guard !contract.price.fees.isEmpty else { return [] }
    let payment = contract.payment
    let count = payment.period.months
    // Ninety days for the delay that runs from an invoice before these days, and a whole period.
    let ends = periodEnds(of: count, (days.lowerBound - 460)...(days.upperBound + 366))
    return ends.flatMap { end -> [Duty] in
      let first = Month(containing: end.firstOfMonth.adding(months: 1 - count)).first
      let issued =
        payment.timing == .advance
        ? max(first, contract.term.start) : min(end, contract.term.certainEnd ?? end)
      return [
        duty(.invoice, .provider, opens: issued, due: issued, clause: "paiement.echeancement"),
        duty(
          .payment, .client, opens: issued, due: lastPaymentDay(ofInvoiceOf: issued),
          clause: "paiement.delai"),
      ]
    }
  }

  /// Thirty days when nothing is said (C. com. L441-10, I); «fin de mois» counts the days, then
  /// goes to the end of the month.
  package func lastPaymentDay(ofInvoiceOf day: Day) -> Day {
    let due = day + (contract.payment.days ?? 30)
    return contract.payment.isEndOfMonth ? due.lastOfMonth : due
  }

  private func revisionDuties(_ days: ClosedRange<Day>) -> [Duty] {
    guard let indexation = contract.price.indexation else { return [] }
    let wider = days.lowerBound...(days.upperBound + 366)
    return series(wider) { contract.nextRevision(onOrAfter: $0) }.flatMap { day -> [Duty] in
      let clause = "revision.application"
      let applied = duty(.revision, .provider, opens: day, due: day, clause: clause)
      guard let notice = indexation.notice else { return [applied] }
      let last = notice.lastDay(before: day)
      return [applied, duty(.revisionNotice, .provider, due: last, clause: clause)]
    }
  }

  /// The client hears, before they are lost, that hours bought at the start will expire.
  private var prepaidExpiry: Duty? {
    guard let prepaid = contract.price.prepaid, let validity = prepaid.validity else { return nil }
    let end = validity.end(from: contract.term.start)
    return duty(
      .prepaidExpiry, .provider, due: prepaid.expiryNotice?.lastDay(before: end) ?? end,
      clause: "prix.carnet")
  }
}
