/// A price that comes back each period: a flat fee, an option taken, the on-call fee.
struct RecurringCharge: Hashable {
  var kind: InvoiceLine.Kind
  /// `prix.postes`: the clause, with the option's id where several share one.
  var subject: String
  var id: String
  var clause: String
  var label: String
  var unit: String
  var amount: Money
  var period: FlatFee.Period
  var group: String?
  var isPerSite = false
  var quantity: Int?
  var volumeSteps: [FlatFee.VolumeStep] = []
  var from: Day?

  init(_ fee: FlatFee) {
    kind = .fee
    id = fee.id
    clause = "prix.\(fee.id)"
    subject = clause
    label = fee.label.isEmpty ? fee.id : fee.label
    unit = fee.unit
    amount = fee.amount
    period = fee.period
    group = fee.group
    isPerSite = fee.isPerSite
    quantity = fee.quantity
    volumeSteps = fee.volumeSteps
  }

  init(_ option: PriceOption) {
    kind = .option
    id = option.id
    clause = "prix.options"
    subject = "prix.options/\(option.id)"
    label = option.label.isEmpty ? option.id : option.label
    unit = option.unit
    amount = option.amount
    period = option.period
    group = option.group
    quantity = option.quantity
    from = option.from
  }

  init?(_ onCall: OnCall?) {
    guard let onCall, let fee = onCall.fee else { return nil }
    kind = .onCallFee
    id = "astreinte"
    clause = "support.astreinte"
    subject = clause
    label = "Astreinte"
    unit = "contrat"
    amount = fee
    period = onCall.feePeriod
  }

  /// So many units at one price.
  struct Tier: Hashable {
    var price: Money
    var units: Int
  }

  /// Each unit at the price of the step that it falls in.
  func tiers(of count: Int) -> [Tier] {
    guard !volumeSteps.isEmpty else { return [Tier(price: amount, units: count)] }
    var tiers: [Tier] = []
    var priced = 0
    for step in volumeSteps where priced < count {
      let last = max(priced, min(step.upTo ?? count, count))
      if last > priced { tiers.append(Tier(price: step.amount, units: last - priced)) }
      priced = last
    }
    return tiers
  }
}

extension Contract {
  var recurringCharges: [RecurringCharge] {
    price.fees.map(RecurringCharge.init) + price.options.filter(\.isTaken).map(RecurringCharge.init)
      + [RecurringCharge(support.onCall)].compactMap { $0 }
  }

  /// What the flat fees come to for one whole month, before VAT, with the counts of the text.
  var plainMonthlyFee: Money {
    price.fees.reduce(.zero) { sum, fee in
      let charge = RecurringCharge(fee)
      let whole = charge.tiers(of: plainCount(of: charge)).reduce(Money.zero) {
        $0 + $1.price * FixedPoint($1.units)
      }
      return sum + whole.share(1, of: fee.period.months)
    }
  }

  /// Units by the contract's own text.
  func plainCount(of charge: RecurringCharge) -> Int {
    if let group = charge.group { return scope.groups.first { $0.id == group }?.count ?? 0 }
    return charge.isPerSite ? scope.sites.count : charge.quantity ?? 1
  }
}
