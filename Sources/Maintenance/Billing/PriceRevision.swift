/// One application of the revision clause, with the values that it rests on.
package struct PriceRevision: Hashable, Sendable {
  package enum Limit: String, Sendable {
    case cap = "plafond"
    case floor = "plancher"
    case upwardOnly = "hausse_seule"
  }

  package let day: Day
  package let original: Money
  /// Before this revision.
  package let previous: Money
  package let revised: Money
  /// Value of the index that the contract starts from.
  package let baseValue: FixedPoint
  package let rate: DatedRate
  /// What kept the formula's price from applying.
  package let limit: Limit?
}

/// Why a price cannot be revised.
package enum RevisionRefusal: Error, Hashable, Sendable {
  case missing(MissingRate)
  /// The contract does not give the index's starting value.
  case noBaseValue
  /// No series of this index is kept here.
  case unknownIndex(Indexation.Index)
}

extension RevisionRefusal {
  package var french: String {
    switch self {
    case .missing(let missing): "il manque \(missing.french)"
    case .noBaseValue: "la valeur de départ de l’indice n’est pas dite"
    case .unknownIndex: "cet indice n’est pas suivi ici"
    }
  }
}

extension Indexation {
  /// P1 = P0 × (fixed share + moving share × S1 ÷ S0), rounded once, half up to the cent; then the
  /// cap and the floor, against the price before.
  package func revision(
    of original: Money, previous: Money, on day: Day, rates: DatedRates
  ) throws(RevisionRefusal) -> PriceRevision {
    guard index == .syntec else { throw .unknownIndex(index) }
    guard let baseValue, baseValue > FixedPoint(0) else { throw .noBaseValue }
    let (rate, link) = try current(on: day, rates)
    let fixed = Int128(fixedShare?.millionths ?? 0)
    // S1 ÷ link ÷ S0 as one fraction, so that nothing is rounded before the cent.
    let numerator =
      fixed * Int128(baseValue.millionths) * link.numerator
      + (100_000_000 - fixed) * Int128(rate.value.millionths) * link.denominator
    let denominator = 100_000_000 * Int128(baseValue.millionths) * link.numerator
    let computed = Money(
      cents: (Int128(original.cents) * numerator).roundedHalfUp(by: denominator))
    let (revised, limit) = limited(computed, previous)
    return PriceRevision(
      day: day, original: original, previous: previous, revised: revised, baseValue: baseValue,
      rate: rate, limit: limit)
  }

  /// The value in the contract's own series: from August 2022 on the former one is the revised one
  /// divided by 280.6 ÷ 286.4, published as 0.97975.
  private func current(
    on day: Day, _ rates: DatedRates
  ) throws(RevisionRefusal) -> (DatedRate, link: (numerator: Int128, denominator: Int128)) {
    do throws(MissingRate) {
      guard series == .former else {
        return (try rates.lastPublished(.syntecRevised, on: day), (1, 1))
      }
      guard day >= Indexation.firstRevisedPublication else {
        return (try rates.lastPublished(.syntecFormer, on: day), (1, 1))
      }
      return (try rates.lastPublished(.syntecRevised, on: day), (97_975, 100_000))
    } catch {
      throw .missing(error)
    }
  }

  /// 30 September 2022, when the value of August came out in the revised series.
  private static let firstRevisedPublication = Day(number: 19_265)

  private func limited(_ computed: Money, _ previous: Money) -> (Money, PriceRevision.Limit?) {
    if let cap {
      let highest = previous + previous.percent(cap)
      if computed > highest { return (highest, .cap) }
    }
    if isUpwardOnly, computed < previous { return (previous, .upwardOnly) }
    if let floor {
      let lowest = previous - previous.percent(floor)
      if computed < lowest { return (lowest, .floor) }
    }
    return (computed, nil)
  }
}

extension Contract {
  /// The revisions of a price from the contract's start to a day, first to last; none for a price
  /// that the clause leaves alone.
  ///
  /// `fee` is the fee's id; a price stands as agreed on the day it enters, so nothing is revised on
  /// the first day nor by `agreed`, when its version entered. Throws at the first missing value.
  package func revisions(
    of original: Money, fee: String, after agreed: Day? = nil, until day: Day, rates: DatedRates
  ) throws(RevisionRefusal) -> [PriceRevision] {
    guard let indexation = price.indexation,
      indexation.fees.isEmpty || indexation.fees.contains(fee)
    else { return [] }
    var revisions: [PriceRevision] = []
    var from = max(term.start, agreed ?? term.start) + 1
    // One a year at most, or one a renewal: bounded, whatever the day asked for.
    while let next = nextRevision(onOrAfter: from), next <= day, revisions.count < 400 {
      revisions.append(
        try indexation.revision(
          of: original, previous: revisions.last?.revised ?? original, on: next, rates: rates))
      from = next + 1
    }
    return revisions
  }
}

extension Int128 {
  func roundedHalfUp(by divisor: Int128) -> Int64 {
    let half = divisor / 2
    return Int64(self >= 0 ? (self + half) / divisor : (self - half) / divisor)
  }
}
