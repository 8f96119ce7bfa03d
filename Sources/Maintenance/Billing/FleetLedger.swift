extension BillableFacts {
  /// How many assets of a group are billed on a day: the governing text's count, changed by what
  /// was told since that version entered, on the days that its clause on changes sets.
  ///
  /// Without such a clause only a new version changes the count.
  func count(of group: String, on day: Day) -> Int {
    let version = governing(on: day)
    let contract = version.terms.contract
    let agreed = contract.scope.groups.first { $0.id == group }?.count ?? 0
    guard let rule = contract.scope.fleetChange else { return agreed }
    var effective: [(day: Day, count: Int)] = [(version.from, agreed)]
    let told = fleet.filter { $0.group == group && $0.from >= version.from && $0.from <= day }
    for fact in told.sorted(by: { $0.from < $1.from }) {
      let count = abs(fact.count - agreed) <= rule.tolerance ? agreed : fact.count
      let before = effective.last?.count ?? agreed
      let from = rule.effect(of: fact.from, isAddition: count > before, in: contract.term)
      effective.append((max(from, effective.last?.day ?? from), count))
    }
    return effective.last { $0.day <= day }?.count ?? agreed
  }

  /// Days of a range on which the count may change.
  func fleetCuts(_ group: String, in days: ClosedRange<Day>) -> [Day] {
    fleet.filter { $0.group == group }.flatMap { fact -> [Day] in
      let contract = governing(on: fact.from).terms.contract
      guard let rule = contract.scope.fleetChange else { return [] }
      return [true, false].map {
        rule.effect(of: fact.from, isAddition: $0, in: contract.term)
      }
    }.filter(days.contains)
  }
}

extension FleetChange {
  /// The first day with the new count.
  fileprivate func effect(of day: Day, isAddition: Bool, in term: Term) -> Day {
    if isAddition { return addition == .nextMonth ? Month(containing: day).next.first : day }
    switch removal {
    case .endOfMonth: return Month(containing: day).next.first
    case .endOfTerm:
      return term.period(on: day)?.end.map { $0 + 1 } ?? Month(containing: day).next.first
    }
  }
}
