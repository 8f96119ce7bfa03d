/// What a late payment costs on a day: interest and the flat indemnity (C. com. L441-10, II).
package struct LateCharges: Hashable, Sendable {
  /// Days at one rate on one balance.
  package struct Stretch: Hashable, Sendable {
    package var days: ClosedRange<Day>
    package var balance: Money
    /// Percent a year.
    package var rate: FixedPoint
  }

  package var stretches: [Stretch]
  /// Sum of balance × rate × days ÷ 365, rounded once, half up to the cent.
  package var interest: Money
  package var indemnity: Money
  package var days: Int

  package var total: Money { interest + indemnity }
}

extension Invoice {
  /// Nothing while it is not late. Throws when a rate that the contract refers to is not known.
  package func lateCharges(
    on today: Day, under contract: Contract, rates: DatedRates
  ) throws(MissingRate) -> LateCharges? {
    guard !content.kind.isCredit, today > content.due, balance.cents > 0 else { return nil }
    var stretches: [LateCharges.Stretch] = []
    var from = content.due + 1
    while from <= today {
      let left = balance(on: from)
      let end = min(today, nextChange(after: from) - 1)
      let rate = try contract.lateRate(on: from, rates)
      stretches.append(LateCharges.Stretch(days: from...end, balance: left, rate: rate))
      from = end + 1
    }
    // Cents × millionths of percent × days: over 100 × 1,000,000 × 365 they are cents.
    let exact = stretches.reduce(Int128(0)) { sum, stretch in
      sum + Int128(stretch.balance.cents) * Int128(stretch.rate.millionths)
        * Int128(stretch.days.upperBound - stretch.days.lowerBound + 1)
    }
    let whole: Int128 = 36_500_000_000
    return LateCharges(
      stretches: stretches, interest: Money(cents: Int64((exact + whole / 2) / whole)),
      indemnity: contract.payment.recoveryIndemnity ?? Money(cents: 4000),
      days: today - content.due)
  }

  /// What was owed at the end of a day; a credit note counts as if it came with the invoice.
  private func balance(on day: Day) -> Money {
    payments.filter { $0.day <= day }.reduce(content.gross - credited) { $0 - $1.amount }
  }

  /// The first day after this one on which the balance or a rate may change.
  private func nextChange(after day: Day) -> Day {
    let paid = payments.map(\.day).filter { $0 > day }.min()
    let semester = RatePeriod(semesterOf: day).first.adding(months: 6)
    return min(paid ?? semester, semester)
  }
}

extension Contract {
  /// Percent a year. An agreed rate is never below three times the legal one; without one it is
  /// that of the ECB on the first day of the semester, with ten points more, or eight in public
  /// contracts (C. com. L441-10, II; CCP R2192-31).
  fileprivate func lateRate(on day: Day, _ rates: DatedRates) throws(MissingRate) -> FixedPoint {
    switch payment.lateInterest {
    case .timesLegalRate(let times):
      let legal = try rates.value(.legalInterest, on: day).value
      return FixedPoint(
        millionths: Int64(
          Int128(legal.millionths) * Int128(times.millionths) / 1_000_000))
    case .percent(let percent):
      let legal = try rates.value(.legalInterest, on: day).value
      return max(percent, FixedPoint(millionths: legal.millionths * 3))
    case .refinancing(let points):
      return try rates.value(.refinancing, on: day).value + points
    case nil:
      return try rates.value(.refinancing, on: day).value
        + FixedPoint(publicContract == nil ? 10 : 8)
    }
  }
}
