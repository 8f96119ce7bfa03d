/// Work outside the fees by the hour: one line for each ticket and each price of the hour.
struct TimePricing {
  /// A part of a piece of work with its price.
  private struct Part: Hashable {
    var version: Int
    var rate: Money
    var hours: WorkHours
  }

  let facts: BillableFacts
  let month: Month

  /// The lines of one ticket's pieces of work in the month, all billed by the hour.
  func lines(of work: [BillableWork]) throws(RevisionRefusal) -> [InvoiceLine] {
    var order: [Part] = []
    var sums: [Part: (milliseconds: Int64, work: [BillableWork])] = [:]
    for piece in work {
      let day = facts.zone.day(at: piece.at)
      let version = facts.governing(version: piece.contractVersion, on: day)
      guard let hourly = version.terms.contract.price.timeAndMaterials?.hourlyRate else { continue }
      let rate = try facts.revised(hourly, "hors_forfait", under: version, on: day)
      for slice in version.terms.billedSlices(of: piece) {
        let part = Part(version: version.terms.version, rate: rate, hours: slice.hours)
        if sums[part] == nil { order.append(part) }
        sums[part, default: (0, [])].milliseconds += slice.milliseconds
        sums[part, default: (0, [])].work.append(piece)
      }
    }
    return order.compactMap { part -> InvoiceLine? in
      guard let sum = sums[part] else { return nil }
      return line(part, sum.milliseconds, sum.work)
    }
  }

  private func line(_ part: Part, _ milliseconds: Int64, _ work: [BillableWork]) -> InvoiceLine? {
    guard let first = work.first,
      let version = facts.versions.first(where: { $0.terms.version == part.version })
    else { return nil }
    let terms = version.terms
    let percent = terms.surcharge(part.hours)
    let clause =
      if case .extended = part.hours { "support.plages_etendues" } else { "prix.hors_forfait" }
    let days = work.map { facts.zone.day(at: $0.at) }
    // The surcharged price of the hour in millionths of a euro; the amount is not computed from it.
    let price = Int128(part.rate.cents) * Int128(100_000_000 + percent.millionths)
    let hours = part.hours.french.map { " (\($0), + \(percent.frenchPercent))" } ?? ""
    return InvoiceLine(
      kind: .time,
      designation: "Intervention hors forfait, ticket \(first.ticketNumber)\(hours)",
      citation: terms.citation(clause, Reason(.hourlyRate, [String(part.rate.cents)])),
      period: (days.min() ?? month.first)...(days.max() ?? month.first),
      // Four decimals at most (BR-FR-DEC-02): six milliseconds are a ten-thousandth of a minute.
      quantity: FixedPoint(millionths: (milliseconds + 3) / 6 * 100),
      unit: .minute, unitPrice: FixedPoint(millionths: price.roundedHalfUp(by: 10_000)),
      priceBase: 60,
      net: Money(cents: (price * Int128(milliseconds)).roundedHalfUp(by: 360_000_000_000_000)),
      vat: terms.contract.price.vatTreatment, references: work.references,
      claims: Array(Set(work.map { $0.claim(in: facts.zone) })).sorted { $0.subject < $1.subject })
  }
}

extension Terms {
  /// The slices that are billed: what a started step and the minimum add costs as little as the
  /// cheapest hour of the work, since doubt is against the one who is owed (C. civ. 1190).
  func billedSlices(of work: BillableWork) -> [WorkSlice] {
    var slices = slices(of: work)
    let rates = contract.price.timeAndMaterials
    let step = max(1, rates?.stepMinutes ?? 1)
    let billed = max((work.minutes + step - 1) / step * step, rates?.minimumMinutes ?? 0)
    guard billed > work.minutes,
      let cheapest = slices.indices.min(by: {
        surcharge(slices[$0].hours) < surcharge(slices[$1].hours)
      })
    else { return slices }
    slices[cheapest].milliseconds += Int64(billed - work.minutes) * 60_000
    return slices
  }
}
