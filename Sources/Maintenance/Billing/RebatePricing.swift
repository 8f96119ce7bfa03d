/// Rebates on the recurring charges of a draft, as lines of their own.
struct RebatePricing {
  private(set) var lines: [InvoiceLine] = []

  /// `fees` are the draft's lines of flat fees.
  init(_ facts: BillableFacts, _ fees: [InvoiceLine]) {
    var seen: Set<String> = []
    for version in facts.versions {
      for rebate in version.terms.contract.price.rebates where seen.insert(rebate.id).inserted {
        let own = fees.filter {
          $0.kind == .fee && facts.hasRebate(rebate.id, version: $0.citation.version)
        }
        add(rebate, version, own.filter { rebate.applies(to: $0) }, facts)
      }
    }
  }

  private mutating func add(
    _ rebate: Rebate, _ version: BillableFacts.Governing, _ fees: [InvoiceLine],
    _ facts: BillableFacts
  ) {
    guard let first = fees.first, let days = rebate.days(of: fees) else { return }
    let terms = version.terms
    let off: Money
    if let rate = rebate.rate {
      let counted = fees.reduce(Money.zero) { sum, line in
        guard let part = line.period.clamped(rebate) else { return sum }
        return sum + line.net.share(part.days, of: line.period.days)
      }
      off = counted.percent(rate)
    } else {
      off = amount(rebate, fees, terms.contract, facts)
    }
    guard off != .zero else { return }
    lines.append(
      InvoiceLine(
        kind: .rebate,
        designation: "Remise : \(rebate.label.isEmpty ? rebate.id : rebate.label)"
          + (rebate.rate.map { " (\($0.frenchPercent))" } ?? ""),
        citation: terms.citation("prix.remises", Reason(.priced)), period: days,
        quantity: FixedPoint(-1), unit: .piece("remise"), unitPrice: off.euros,
        net: .zero - off, vat: first.vat,
        claims: [BillingClaim("prix.remises/\(rebate.id)", days)]))
  }

  /// So much a period of each fee named; without a name, a period of the first fee.
  private func amount(
    _ rebate: Rebate, _ fees: [InvoiceLine], _ contract: Contract, _ facts: BillableFacts
  ) -> Money {
    guard let amount = rebate.amount else { return .zero }
    let named =
      rebate.fees.isEmpty
      ? contract.price.fees.prefix(1).map(\.id)
      : contract.price.fees.map(\.id).filter(rebate.fees.contains)
    return named.reduce(.zero) { sum, id in
      guard let fee = contract.price.fees.first(where: { $0.id == id }) else { return sum }
      let own = fees.filter { $0.claims.first?.subject == "prix.\(id)" }
      guard let from = own.map(\.period.lowerBound).min(),
        let to = own.map(\.period.upperBound).max(),
        let days = (from...to).clamped(rebate)
      else { return sum }
      return sum + facts.amount(amount, each: fee.period.months, over: days)
    }
  }
}

extension BillableFacts {
  fileprivate func hasRebate(_ id: String, version: Int) -> Bool {
    versions.first { $0.terms.version == version }?.terms.contract.price.rebates
      .contains { $0.id == id } ?? false
  }

  /// So much for each period of so many months, in proportion to the days for a part of one.
  func amount(_ amount: Money, each months: Int, over days: ClosedRange<Day>) -> Money {
    var sum = Money.zero
    var from = days.lowerBound
    while from <= days.upperBound {
      let period = period(of: months, containing: from)
      let to = min(period.upperBound, days.upperBound)
      sum = sum + PeriodShare(days: from...to, period: period, wholes: 1).amount(of: amount)
      from = to + 1
    }
    return sum
  }
}

extension Rebate {
  fileprivate func applies(to line: InvoiceLine) -> Bool {
    fees.isEmpty || fees.contains { line.citation.clause == "prix.\($0)" }
  }

  fileprivate func days(of lines: [InvoiceLine]) -> ClosedRange<Day>? {
    let parts = lines.compactMap { $0.period.clamped(self) }
    guard let from = parts.map(\.lowerBound).min(), let to = parts.map(\.upperBound).max() else {
      return nil
    }
    return from...to
  }
}

extension ClosedRange<Day> {
  /// The days on which a rebate holds.
  fileprivate func clamped(_ rebate: Rebate) -> ClosedRange<Day>? {
    let from = Swift.max(lowerBound, rebate.from ?? lowerBound)
    let to = Swift.min(upperBound, rebate.until ?? upperBound)
    return from <= to ? from...to : nil
  }
}
