/// What one missed promise costs under one penalty of the contract.
package struct PenaltyLine: Hashable, Sendable {
  package var ticket: ID<Ticket>
  package var ticketNumber: Int
  package var priority: String
  package var milestone: Milestone
  /// R: days or hours late, each begun one counted.
  package var lateness: Int
  package var amount: Money
  /// How the amount comes about: «990,00 € × 2 ÷ 30».
  package var computation: String
  package var citation: Citation
}

/// A penalty of the contract over a month: its lines, its cap, and what is due of it.
package struct PenaltyReading: Hashable, Sendable {
  /// Why a penalty cannot be computed from the contract's data alone.
  package enum Obstacle: String, CaseIterable, Sendable {
    /// A base other than the month's fee.
    case unknownBase = "unknown_base"
    /// A variable of the formula without value, or a result beyond reason.
    case formula
  }

  package var penalty: Penalty
  package var lines: [PenaltyLine]
  package var obstacle: Obstacle?
  /// None when the contract sets none.
  package var cap: Money?
  /// Nothing of it is due before a formal notice stayed without effect.
  package var needsFormalNotice: Bool

  package var total: Money { lines.reduce(.zero) { $0 + $1.amount } }

  /// The total, its exemption and its cap applied.
  package var due: Money {
    if let exemption = penalty.exemption, total < exemption { return .zero }
    return cap.map { min($0, total) } ?? total
  }
}

extension Terms {
  /// Penalties on delays, for requests received in a month: only for a promise of result that the
  /// penalty means, and only by the contract's own rule.
  ///
  /// `monthlyFee` is what the month's fees come to, before VAT.
  package func delayPenalties(
    of tickets: [TimedTicket], in month: Month, monthlyFee: Money, at now: Instant
  ) -> [PenaltyReading] {
    let received = tickets.filter {
      Month(containing: contract.zone.day(at: $0.ticket.openedAt)) == month
    }
    return contract.serviceLevels.penalties.filter { $0.trigger == .delays }.map { penalty in
      var reading = PenaltyReading(
        penalty: penalty, lines: [], obstacle: nil, cap: penalty.cap(of: monthlyFee),
        needsFormalNotice: penalty.formalNotice == .required)
      guard penalty.hasKnownBases else {
        reading.obstacle = .unknownBase
        return reading
      }
      for timed in received
      where penalty.targets.isEmpty || penalty.targets.contains(timed.ticket.priority) {
        for clock in timed.clocks
        where clock.outcome == .broken && clock.binding == .result {
          guard let line = line(penalty, timed.ticket, clock, monthlyFee, now) else {
            reading.obstacle = .formula
            continue
          }
          if line.amount > .zero { reading.lines.append(line) }
        }
      }
      return reading
    }
  }

  private func line(
    _ penalty: Penalty, _ ticket: Ticket, _ clock: ClockReading, _ fee: Money, _ now: Instant
  ) -> PenaltyLine? {
    guard let deadline = clock.deadline else { return nil }
    let late = max(1, min(clock.reachedAt ?? now, now) - deadline)
    let unit = penalty.countsHours ? 3600 : 86_400
    let lateness = (late + unit - 1) / unit
    let priced: (amount: Money, words: String)?
    if penalty.steps.isEmpty {
      priced = penalty.priced(fee: fee, lateness: lateness)
    } else {
      let counted = clock.elapsedSeconds - clock.clock.delaySeconds
      let rate = penalty.steps.filter { step in
        step.beyond.map { beyond in
          self.clock(beyond, in: clock.clock.calendar, from: deadline, pauses: [])
            .map { $0.delaySeconds < counted } ?? false
        } ?? true
      }.map(\.rate).max()
      let share = rate ?? FixedPoint(0)
      priced = (fee.percent(share), "\(fee.french) × \(share.frenchPercent)")
    }
    return priced.map {
      PenaltyLine(
        ticket: ticket.id, ticketNumber: ticket.number, priority: ticket.priority,
        milestone: clock.milestone, lateness: lateness, amount: $0.amount,
        computation: $0.words,
        citation: citation(
          "niveaux_de_service.penalites", Reason(.promisedDelay, [ticket.priority])))
    }
  }
}

extension PenaltyReading {
  /// A month's readings under the versions of a contract that governed its tickets, the oldest
  /// first, as one for each penalty: exemption and cap apply once, as the last version says them.
  package static func joined(_ versions: [[PenaltyReading]]) -> [PenaltyReading] {
    var joined: [(key: String, reading: PenaltyReading)] = []
    for readings in versions {
      for (index, reading) in readings.enumerated() {
        let key = reading.penalty.id.isEmpty ? "#\(index)" : reading.penalty.id
        guard let place = joined.firstIndex(where: { $0.key == key }) else {
          joined.append((key, reading))
          continue
        }
        let before = joined[place].reading
        joined[place].reading = reading
        joined[place].reading.lines = before.lines + reading.lines
        joined[place].reading.obstacle = reading.obstacle ?? before.obstacle
      }
    }
    return joined.map(\.reading)
  }
}

extension Terms {
  /// What the flat fees come to for one whole month, before VAT, whatever month they are billed in.
  package var monthlyFee: Money {
    contract.plainMonthlyFee
  }
}

extension Penalty {
  static let monthlyFee = "redevance_mensuelle"

  /// The month's fee is the only base whose value the contract's data give.
  var hasKnownBases: Bool {
    [base, capBase].allSatisfy { $0 == nil || $0 == Penalty.monthlyFee }
  }

  /// R counts hours; days otherwise.
  var countsHours: Bool { lateness?.hasPrefix("heure") == true }

  func cap(of monthlyFee: Money) -> Money? {
    [cap.map { monthlyFee.percent($0) }, capAmount].compactMap { $0 }.min()
  }

  /// The formula's amount; nothing when a variable has no value here. `gap` is in points of
  /// percent.
  func priced(
    fee: Money, lateness: Int, gap: FixedPoint? = nil, hours: Int? = nil
  ) -> (amount: Money, words: String)? {
    guard let formula = formula.flatMap({ PenaltyFormula($0) }) else { return nil }
    let euros = FixedPoint(millionths: fee.cents * 10_000)
    let values: [PenaltyFormula.Variable: FixedPoint?] = [
      .value: euros, .fee: euros, .lateness: FixedPoint(lateness), .number: divisor, .gap: gap,
      .hours: hours.map { FixedPoint($0) },
    ]
    func value(_ term: PenaltyFormula.Term) -> FixedPoint? {
      switch term {
      case .number(let number): number
      case .variable(let variable): values[variable] ?? nil
      }
    }
    func words(_ term: PenaltyFormula.Term) -> String {
      switch term {
      case .variable(.value), .variable(.fee): fee.french
      case .variable(.gap): value(term)?.frenchPercent ?? ""
      default: value(term)?.french ?? ""
      }
    }
    guard let amount = formula.amount(value) else { return nil }
    let factors = formula.factors.map(words).joined(separator: " × ")
    return (amount, ([factors] + formula.divisors.map(words)).joined(separator: " ÷ "))
  }
}

extension PenaltyFormula {
  /// In euros, rounded half up to the cent; nothing when a term has no value, a divisor is zero or
  /// the result is beyond any price. Points of availability count as hundredths.
  package func amount(_ value: (Term) -> FixedPoint?) -> Money? {
    var fraction: (over: Int128, under: Int128) = (1, 1)
    for (terms, isDivisor) in [(factors, false), (divisors, true)] {
      for term in terms {
        guard let millionths = value(term).map({ Int128($0.millionths) }), millionths >= 0,
          !isDivisor || millionths > 0
        else { return nil }
        let whole: Int128 = term == .variable(.gap) ? 100_000_000 : 1_000_000
        let (over, under) = isDivisor ? (whole, millionths) : (millionths, whole)
        let top = fraction.over.multipliedReportingOverflow(by: over)
        let bottom = fraction.under.multipliedReportingOverflow(by: under)
        guard !top.overflow, !bottom.overflow else { return nil }
        let common = max(1, greatestCommonDivisor(top.partialValue, bottom.partialValue))
        fraction = (top.partialValue / common, bottom.partialValue / common)
      }
    }
    guard fraction.over < Int128(Int64.max), fraction.under < Int128(Int64.max) else { return nil }
    let cents = (fraction.over * 200 + fraction.under) / (fraction.under * 2)
    return cents < Int128(Int64.max) ? Money(cents: Int64(cents)) : nil
  }
}

private func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
  var (left, right) = (left, right)
  while right != 0 { (left, right) = (right, left % right) }
  return left
}
