/// What prepaid hours put on a month's draft: packs bought, hours drawn, hours paid back, and the
/// work that no pack covers, handed on to its price.
struct PackPricing {
  private(set) var lines: [InvoiceLine] = []
  private(set) var leftOut: [LeftOut] = []
  /// To bill by the hour.
  private(set) var hourly: [BillableWork] = []
  private(set) var needingQuote: [BillableWork] = []
  private(set) var refused: [BillableWork] = []

  private let facts: BillableFacts
  private let month: Month

  init(_ facts: BillableFacts, _ month: Month, _ work: [BillableWork]) throws(RevisionRefusal) {
    self.facts = facts
    self.month = month
    for version in facts.packVersions(until: month.last) {
      let last = min(month.last, facts.lastPackDay(of: version, until: month.last) ?? month.last)
      let own = work.filter { facts.packVersion(of: $0, until: month.last)?.from == version.from }
      guard
        let ledger = PackLedger(version.terms, orders: facts.packOrders, work: own, until: last)
      else { continue }
      try purchases(ledger, version)
      draws(ledger, version)
      refunds(ledger, version)
    }
    for piece in work where facts.packVersion(of: piece, until: month.last) == nil {
      refused.append(piece)
    }
  }

  private mutating func purchases(
    _ ledger: PackLedger, _ version: BillableFacts.Governing
  ) throws(RevisionRefusal) {
    for pack in ledger.purchases where Month(containing: pack.bought) == month {
      // Bought under the version of that day, whatever a later one says of the same packs.
      let then = facts.governing(on: pack.bought)
      let version = then.terms.contract.price.prepaid == nil ? version : then
      guard let prepaid = version.terms.contract.price.prepaid else { continue }
      let price = try facts.revised(prepaid.amount, "carnet", under: version, on: pack.bought)
      let days = pack.bought...max(pack.bought, pack.expires ?? pack.bought)
      lines.append(
        InvoiceLine(
          kind: .pack,
          designation: "Carnet de \(prepaid.hours.french)\u{A0}heures"
            + (pack.number > 1 ? ", nº\u{A0}\(pack.number)" : ""),
          citation: version.terms.citation(
            "prix.carnet", Reason(.prepaidBought, [String(prepaid.hours)])),
          period: days, quantity: FixedPoint(1), unit: .piece("carnet"), unitPrice: price.euros,
          net: price, vat: version.terms.contract.price.vatTreatment,
          claims: [
            BillingClaim(
              "prix.carnet/\(pack.number)", pack.bought...pack.bought)
          ]))
    }
  }

  private mutating func draws(_ ledger: PackLedger, _ version: BillableFacts.Governing) {
    let drawn = ledger.draws.filter { facts.month(of: $0.work) == month }
    let minutes = drawn.reduce(0) { $0 + $1.minutes }
    let terms = version.terms
    let citation = terms.citation("prix.carnet", Reason(.prepaid, [String(ledger.left)]))
    if minutes > 0 {
      let counted = drawn.filter { $0.minutes > 0 }.map(\.work)
      lines.append(
        InvoiceLine(
          kind: .packDraw, designation: "Heures tirées du carnet", citation: citation,
          period: month.first...month.last, quantity: FixedPoint(minutes), unit: .minute,
          unitPrice: FixedPoint(0), priceBase: 60, net: .zero,
          vat: terms.contract.price.vatTreatment, references: counted.references,
          claims: counted.map { $0.claim(in: facts.zone) }))
    }
    let tails = ledger.draws.compactMap(\.tail)
    switch terms.contract.price.prepaid?.overage {
    case .hourlyRate where terms.contract.price.timeAndMaterials?.hourlyRate != nil:
      hourly += tails
    case .quote: needingQuote += tails
    case .hourlyRate, .newPack, .refused, nil: refused += tails
    }
  }

  private mutating func refunds(_ ledger: PackLedger, _ version: BillableFacts.Governing) {
    guard let prepaid = version.terms.contract.price.prepaid else { return }
    let contract = version.terms.contract
    for expiry in ledger.expiries where Month(containing: expiry.day) == month {
      let day = expiry.day...expiry.day
      let citation = version.terms.citation("prix.carnet", Reason(.prepaidSpent))
      guard expiry.isRefunded else {
        leftOut.append(
          LeftOut(
            reason: .refused, kind: .packRefund,
            designation: "Heures du carnet perdues à leur terme",
            citation: citation, detail: frenchHours(minutes: expiry.minutes)))
        continue
      }
      guard expiry.minutes > 0 else { continue }
      let back = Money.zero - prepaid.amount.share(expiry.minutes, of: expiry.pack.minutes)
      lines.append(
        InvoiceLine(
          kind: .packRefund, designation: "Heures du carnet remboursées à leur terme",
          citation: citation, period: day, quantity: FixedPoint(-expiry.minutes), unit: .minute,
          unitPrice: prepaid.amount.euros, priceBase: expiry.pack.minutes, net: back,
          vat: contract.price.vatTreatment,
          claims: [
            BillingClaim("prix.carnet/\(expiry.pack.number)/terme", day)
          ]))
    }
  }
}

extension BillableFacts {
  /// Versions in force by a day that sell packs of their own: one that keeps the start of the one
  /// before goes on with its packs, under its own hours.
  func packVersions(until day: Day) -> [Governing] {
    var own: [Governing] = []
    for version in versions where version.from <= max(day, versions[0].from) {
      guard version.terms.contract.price.prepaid != nil else { continue }
      if own.last?.packStart == version.packStart {
        own[own.count - 1] = version
      } else {
        own.append(version)
      }
    }
    return own
  }

  /// The first day on which prepaid hours can be drawn.
  package var packStart: Day? {
    packVersions(until: versions[versions.count - 1].from).first?.packStart
  }

  func packVersion(of work: BillableWork, until day: Day) -> Governing? {
    let worked = zone.day(at: work.at)
    return packVersions(until: day).last { $0.packStart <= worked }
  }

  /// The day before the next version's packs, else the last day of the contract.
  func lastPackDay(of version: Governing, until day: Day) -> Day? {
    let next = packVersions(until: day).map(\.packStart).first { $0 > version.packStart }
    return [next.map { $0 - 1 }, last].compactMap { $0 }.min()
  }

  func month(of work: BillableWork) -> Month { Month(containing: zone.day(at: work.at)) }
}

extension BillableFacts.Governing {
  var packStart: Day { terms.contract.term.start }
}
