/// The prepaid hours (carnet) of an agreement: what was bought, drawn and is left, in minutes.
package struct PrepaidBalance: Hashable, Sendable {
  package var boughtMinutes: Int
  package var drawnMinutes: Int

  /// The last day on which the hours that run out first can be drawn.
  package var expires: Day?

  package var leftMinutes: Int { boughtMinutes - drawnMinutes }

  /// What can be drawn on a day, a pack's last one included; nothing when the contract sells no
  /// prepaid hours then.
  package init?(_ facts: BillableFacts, on day: Day) {
    let versions = facts.packVersions(until: day)
    guard let version = versions.last(where: { $0.packStart <= day }) ?? versions.first else {
      return nil
    }
    let prepaid = WorkRouting(facts, until: day).prepaid.filter {
      facts.packVersion(of: $0, until: day)?.from == version.from
    }
    let until = max(day, version.terms.contract.term.start)
    guard
      let ledger = PackLedger(version.terms, orders: facts.packOrders, work: prepaid, until: until)
    else { return nil }
    let lost = ledger.expiries.filter { $0.day < until }.reduce(0) { $0 + $1.minutes }
    boughtMinutes = ledger.purchases.reduce(0) { $0 + $1.minutes } - lost
    drawnMinutes = ledger.draws.reduce(0) { $0 + $1.minutes } + ledger.overdrawn
    expires = ledger.packs.compactMap(\.expires).min()
  }

  /// Of a contract of one version, after some work.
  package init?(_ terms: Terms, work: [BillableWork]) {
    let start = terms.contract.term.start
    var facts = BillableFacts(BillableFacts.Governing(terms, from: start))
    facts.work = work
    let last = work.map { terms.contract.zone.day(at: $0.at) }.max() ?? start
    self.init(facts, on: max(start, last))
  }
}

extension PrepaidHours {
  /// Minutes that a piece of work draws: whole steps, each started one counts.
  package func drawn(for minutes: Int) -> Int {
    let step = max(1, stepMinutes)
    return (minutes + step - 1) / step * step
  }
}
