/// What one penalty of the contract comes to for the availability of a period.
package struct AvailabilityPenalty: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var group: String
    package var amount: Money
    /// How the amount comes about: «1 450,00 € × 0,05 %».
    package var computation: String
  }

  package var penalty: Penalty
  package var days: ClosedRange<Day>
  package var lines: [Line]
  package var obstacle: PenaltyReading.Obstacle?
  /// None when the contract sets none.
  package var cap: Money?
  /// Nothing of it is due before a formal notice stayed without effect.
  package var needsFormalNotice: Bool
  package var citation: Citation

  package var total: Money { lines.reduce(.zero) { $0 + $1.amount } }

  /// The total, its exemption and its cap applied.
  package var due: Money {
    if let exemption = penalty.exemption, total < exemption { return .zero }
    return cap.map { min($0, total) } ?? total
  }
}

extension Terms {
  /// Penalties on availabilities of one period that is over, by the contract's own rule only.
  ///
  /// D is the missing points as a percentage, R the hours or days begun without service beyond what
  /// the rate allows, H the hours of the service window; steps are steps of that excess.
  package func availabilityPenalties(
    on readings: [AvailabilityReading], over days: ClosedRange<Day>, monthlyFee: Money
  ) -> [AvailabilityPenalty] {
    contract.serviceLevels.penalties.filter { $0.trigger == .availability }.map { penalty in
      var found = AvailabilityPenalty(
        penalty: penalty, days: days, lines: [], obstacle: nil, cap: penalty.cap(of: monthlyFee),
        needsFormalNotice: penalty.formalNotice == .required,
        citation: citation("niveaux_de_service.penalites", Reason(.priced, [penalty.id])))
      guard penalty.hasKnownBases else {
        found.obstacle = .unknownBase
        return found
      }
      for reading in readings
      where !reading.isHeld && reading.isOver
        && (penalty.targets.isEmpty || penalty.targets.contains(reading.group))
      {
        guard let priced = priced(penalty, reading, monthlyFee) else {
          found.obstacle = .formula
          continue
        }
        guard priced.amount > .zero else { continue }
        found.lines.append(
          AvailabilityPenalty.Line(
            group: reading.group, amount: priced.amount, computation: priced.words))
      }
      return found
    }
  }

  private func priced(
    _ penalty: Penalty, _ reading: AvailabilityReading, _ fee: Money
  ) -> (amount: Money, words: String)? {
    let excess = reading.excessSeconds
    guard penalty.steps.isEmpty else {
      let rate = penalty.steps.filter { step in
        step.beyond.map { $0.plainSeconds.map { $0 < excess } ?? false } ?? true
      }.map(\.rate).max()
      let share = rate ?? FixedPoint(0)
      return (fee.percent(share), "\(fee.french) × \(share.frenchPercent)")
    }
    let unit = penalty.countsHours ? 3600 : 86_400
    return penalty.priced(
      fee: fee, lateness: (excess + unit - 1) / unit, gap: reading.gap,
      hours: reading.windowSeconds / 3600)
  }
}

extension Delay {
  /// Seconds of plain time; nothing for delays that a calendar counts.
  fileprivate var plainSeconds: Int? {
    switch unit {
    case .minutes: count * 60
    case .hours: count * 3600
    case .days: count * 86_400
    default: nil
    }
  }
}
