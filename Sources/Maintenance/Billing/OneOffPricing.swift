/// What is paid once: set-up fees and the deposit, each on its day.
struct OneOffPricing {
  private(set) var lines: [InvoiceLine] = []
  private(set) var leftOut: [LeftOut] = []

  private let facts: BillableFacts
  private let month: Month
  private let version: BillableFacts.Governing

  init(_ facts: BillableFacts, _ month: Month) {
    self.facts = facts
    self.month = month
    version = facts.versions[0]
    var seen: Set<String> = []
    for version in facts.versions where version.from <= month.last {
      for fee in version.terms.contract.price.oneOffFees where seen.insert(fee.id).inserted {
        add(fee, version)
      }
    }
    addDeposit()
  }

  /// Never before the version that asks for the fee is in force; an amendment's fee awaits an
  /// acceptance of its own time.
  private func day(of fee: OneOffFee, _ version: BillableFacts.Governing) -> Day? {
    let isFirst = version.from == facts.versions[0].from
    switch fee.moment {
    case .signature:
      return isFirst ? max(facts.signedOn ?? facts.start, version.from) : version.from
    case .start: return max(facts.start, version.from)
    case .acceptance:
      let accepted = facts.acceptances.first { isFirst || $0 >= version.from }
      return accepted.map { max($0, version.from) }
    case .end: return facts.last
    }
  }

  private mutating func add(_ fee: OneOffFee, _ version: BillableFacts.Governing) {
    let day = day(of: fee, version)
    let label = fee.label.isEmpty ? fee.id : fee.label
    let citation = version.terms.citation("prix.frais", Reason(.priced))
    guard let day else {
      leftOut.append(
        LeftOut(
          reason: .notDone, kind: .setUp, designation: label, citation: citation,
          amount: fee.amount))
      return
    }
    guard Month(containing: day) == month else { return }
    lines.append(
      InvoiceLine(
        kind: .setUp, designation: label, citation: citation, period: day...day,
        quantity: FixedPoint(1), unit: .piece("forfait"), unitPrice: fee.amount.euros,
        net: fee.amount, vat: version.terms.contract.price.vatTreatment,
        // Once, whatever day it is: one that is told again differently is the same fee.
        claims: [BillingClaim("prix.frais/\(fee.id)", facts.start...facts.start)]))
  }

  private mutating func addDeposit() {
    guard let deposit = facts.deposit else { return }
    let citation = version.terms.citation("paiement.acompte", Reason(.priced))
    guard let day = deposit.day else {
      leftOut.append(
        LeftOut(
          reason: .notDone, kind: .deposit, designation: "Acompte à la commande",
          citation: citation, amount: deposit.amount))
      return
    }
    guard Month(containing: day) == month else { return }
    lines.append(
      InvoiceLine(
        kind: .deposit, designation: "Acompte", citation: citation, period: day...day,
        quantity: FixedPoint(1), unit: .piece("acompte"), unitPrice: deposit.amount.euros,
        net: deposit.amount, vat: version.terms.contract.price.vatTreatment,
        claims: [BillingClaim(BillingClaim.deposit, day...day)]))
  }
}

extension BillableFacts {
  /// The deposit before VAT and its day; no day when nothing tells it (an order).
  ///
  /// A share is one of a year's fees, options and on-call fee, as the first version counts them.
  var deposit: (amount: Money, day: Day?)? {
    let contract = versions[0].terms.contract
    guard let deposit = contract.payment.deposit else { return nil }
    let amount = deposit.amount ?? deposit.rate.map(contract.plainYearlyFees.percent) ?? .zero
    guard amount > .zero else { return nil }
    switch deposit.moment {
    case .signature: return (amount, signedOn ?? start)
    case .start: return (amount, start)
    case .order: return (amount, nil)
    }
  }
}

extension Contract {
  /// Fees, options taken and on-call fee of a whole year, before VAT.
  var plainYearlyFees: Money {
    recurringCharges.reduce(.zero) { sum, charge in
      let once = charge.tiers(of: plainCount(of: charge)).reduce(Money.zero) {
        $0 + $1.price * FixedPoint($1.units)
      }
      return sum + once * FixedPoint(12 / charge.period.months)
    }
  }
}
