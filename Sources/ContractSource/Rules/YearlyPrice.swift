import Maintenance

extension Contract {
  /// What the fees and the options taken come to in a year, in cents before VAT.
  var yearlyFees: Int128 {
    let fees = price.fees.reduce(Int128(0)) { $0 + yearly($1) }
    let options = price.options.filter(\.isTaken).reduce(Int128(0)) { sum, option in
      let count = option.group.map(count(of:)) ?? option.quantity ?? 1
      return sum + Int128(option.amount.cents) * Int128(count) * option.period.timesAYear
    }
    return fees + options
  }

  /// What one fee comes to in a year, in cents before VAT.
  func yearly(_ fee: FlatFee) -> Int128 {
    let count = fee.group.map(count(of:)) ?? (fee.isPerSite ? scope.sites.count : fee.quantity ?? 1)
    return amount(of: count, fee) * fee.period.timesAYear
  }

  private func count(of group: String) -> Int {
    scope.groups.first { $0.id == group }?.count ?? 0
  }

  /// Each unit at the price of the step that it falls in.
  private func amount(of count: Int, _ fee: FlatFee) -> Int128 {
    guard !fee.volumeSteps.isEmpty else { return Int128(fee.amount.cents) * Int128(count) }
    var sum: Int128 = 0
    var priced = 0
    for step in fee.volumeSteps where priced < count {
      let last = min(step.upTo ?? count, count)
      sum += Int128(step.amount.cents) * Int128(max(0, last - priced))
      priced = max(priced, last)
    }
    return sum
  }
}

extension FlatFee.Period {
  var timesAYear: Int128 {
    switch self {
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }
}
