/// The recurring charges of a month.
///
/// A charge is billed when its billing period begins (to fall due) or ends (in arrears). A change
/// within that month divides the period; a change in a later month of a period billed ahead is
/// billed in its own month, as the difference over the days that are left.
struct FeePricing {
  let facts: BillableFacts
  let month: Month
  private(set) var lines: [InvoiceLine] = []
  private(set) var leftOut: [LeftOut] = []

  init(_ facts: BillableFacts, _ month: Month) {
    self.facts = facts
    self.month = month
    var seen: Set<String> = []
    let months = facts.window(of: 12, month)
    for version in facts.versions where version.from <= months.upperBound {
      for charge in version.terms.contract.recurringCharges
      where seen.insert("\(charge.subject)|\(charge.period.rawValue)").inserted {
        price(charge)
      }
    }
  }

  /// What a charge comes to on one day, and the version that says so.
  private struct State: Equatable {
    var tiers: [RecurringCharge.Tier]
    var version: Int
    var refusal: RevisionRefusal?

    static let none = State(tiers: [], version: 0)

    /// The same units at the same prices, whoever says so.
    func isSame(as other: State) -> Bool { tiers == other.tiers && refusal == other.refusal }
  }

  private mutating func price(_ charge: RecurringCharge) {
    let contract = facts.governing(on: month.first).terms.contract
    let span = max(contract.payment.period.months, charge.period.months)
    let window = facts.window(of: span, month)
    guard let days = facts.inForce(window) else { return }
    if contract.payment.timing == .arrears {
      guard Month(containing: days.upperBound) == month else { return }
      bill(charge, pieces(charge, days, knownUntil: days.upperBound))
    } else if Month(containing: window.lowerBound) == month {
      bill(charge, pieces(charge, days, knownUntil: month.last))
    } else {
      for day in cuts(charge, month.first...month.last) where days.contains(day) {
        let (before, after) = (state(charge, day - 1), state(charge, day))
        guard !before.isSame(as: after) else { continue }
        let rest = day...days.upperBound
        bill(
          charge, differences(from: before, to: after, rest),
          claiming: "\(charge.subject)/\(day.iso)")
      }
    }
  }

  private func state(_ charge: RecurringCharge, _ day: Day) -> State {
    let version = facts.governing(on: day)
    let contract = version.terms.contract
    guard facts.inForce(day...day) != nil,
      let own = contract.recurringCharges.first(where: {
        $0.subject == charge.subject && $0.period == charge.period
      }), own.from.map({ $0 <= day }) ?? true
    else { return .none }
    let count = own.group.map { facts.count(of: $0, on: day) } ?? contract.plainCount(of: own)
    var state = State(tiers: own.tiers(of: count), version: version.terms.version)
    do throws(RevisionRefusal) {
      for place in state.tiers.indices {
        state.tiers[place].price = try facts.revised(
          state.tiers[place].price, own.id, under: version, on: day)
      }
    } catch {
      state.refusal = error
    }
    return state
  }

  /// Days on which the state may change.
  private func cuts(_ charge: RecurringCharge, _ days: ClosedRange<Day>) -> [Day] {
    var cuts: Set<Day> = Set(facts.versions.map(\.from).filter(days.contains))
    for version in facts.versions {
      let contract = version.terms.contract
      var from = days.lowerBound
      while let day = contract.nextRevision(onOrAfter: from), day <= days.upperBound {
        cuts.insert(day)
        from = day + 1
      }
      for own in contract.recurringCharges where own.subject == charge.subject {
        if let from = own.from, days.contains(from) { cuts.insert(from) }
        if let group = own.group { cuts.formUnion(facts.fleetCuts(group, in: days)) }
      }
    }
    return cuts.sorted()
  }

  /// The days cut where the state changes, as far as it is known; later days keep the last state.
  private func pieces(
    _ charge: RecurringCharge, _ days: ClosedRange<Day>, knownUntil: Day
  ) -> [(days: ClosedRange<Day>, units: [RecurringCharge.Tier], state: State)] {
    var starts = [days.lowerBound]
    starts += cuts(charge, days).filter { $0 > days.lowerBound && $0 <= knownUntil }
    var states = starts.map { (day: $0, state: state(charge, $0)) }
    states = states.enumerated().filter { index, piece in
      index == 0 || piece.state != states[index - 1].state
    }.map(\.element)
    return states.enumerated().map { index, piece in
      let end = index + 1 < states.count ? states[index + 1].day - 1 : days.upperBound
      return (piece.day...end, piece.state.tiers, piece.state)
    }
  }

  /// Old units taken back and new ones billed over the same days; those that did not change cancel.
  private func differences(
    from before: State, to after: State, _ days: ClosedRange<Day>
  ) -> [(days: ClosedRange<Day>, units: [RecurringCharge.Tier], state: State)] {
    var units: [RecurringCharge.Tier] = []
    for (tiers, sign) in [(before.tiers, -1), (after.tiers, 1)] {
      for tier in tiers {
        if let place = units.firstIndex(where: { $0.price == tier.price }) {
          units[place].units += sign * tier.units
        } else {
          units.append(RecurringCharge.Tier(price: tier.price, units: sign * tier.units))
        }
      }
    }
    let state = after == .none ? before : after
    return [(days, units.filter { $0.units != 0 }, state)]
  }

  private mutating func bill(
    _ charge: RecurringCharge,
    _ pieces: [(days: ClosedRange<Day>, units: [RecurringCharge.Tier], state: State)],
    claiming subject: String? = nil
  ) {
    for piece in pieces {
      guard let version = facts.versions.first(where: { $0.terms.version == piece.state.version })
      else { continue }
      let citation = version.terms.citation(charge.clause, Reason(.feeOfMonth, [month.iso]))
      let claims = [BillingClaim(subject ?? charge.subject, piece.days)]
      if let refusal = piece.state.refusal {
        leftOut.append(
          LeftOut(
            reason: .missingIndex, kind: charge.kind, designation: charge.label,
            citation: citation, claims: claims, detail: refusal.french))
        continue
      }
      let contract = version.terms.contract
      for tier in piece.units where tier.units != 0 {
        for share in shares(of: piece.days, charge.period.months) {
          lines.append(
            InvoiceLine(
              charge, tier, share, citation, contract.price.vatTreatment,
              references(charge, tier), claims))
        }
      }
    }
  }

  private func references(
    _ charge: RecurringCharge, _ tier: RecurringCharge.Tier
  ) -> [LineReference] {
    charge.group.map { [.assets(group: $0, count: tier.units)] } ?? []
  }

  /// Some days by the charge's periods: whole ones together, a part alone.
  private func shares(of days: ClosedRange<Day>, _ months: Int) -> [PeriodShare] {
    var shares: [PeriodShare] = []
    var from = days.lowerBound
    while from <= days.upperBound {
      let period = facts.period(of: months, containing: from)
      let to = min(period.upperBound, days.upperBound)
      let share = PeriodShare(days: from...to, period: period, wholes: 1)
      if share.isWhole, let before = shares.last, before.isWhole {
        shares[shares.count - 1].days = before.days.lowerBound...to
        shares[shares.count - 1].wholes += 1
      } else {
        shares.append(share)
      }
      from = to + 1
    }
    return shares
  }
}

extension BillableFacts {
  /// The billing period of so many months that holds a month.
  func window(of months: Int, _ month: Month) -> ClosedRange<Day> {
    period(of: months, containing: month.first)
  }
}

extension InvoiceLine {
  fileprivate init(
    _ charge: RecurringCharge, _ tier: RecurringCharge.Tier, _ share: PeriodShare,
    _ citation: Citation, _ vat: VATTreatment, _ references: [LineReference],
    _ claims: [BillingClaim]
  ) {
    let days = share.days
    let units = FixedPoint(tier.units * (share.isWhole ? share.wholes : days.days))
    self.init(
      kind: charge.kind, designation: charge.label, citation: citation, period: days,
      quantity: units, unit: .piece(charge.unit), unitPrice: tier.price.euros,
      priceBase: share.isWhole ? 1 : share.period.days,
      net: share.amount(of: tier.price * FixedPoint(tier.units)), vat: vat,
      references: references,
      claims: claims.map { BillingClaim($0.subject, days) })
  }
}
