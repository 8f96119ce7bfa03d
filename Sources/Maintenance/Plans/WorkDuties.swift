extension Terms {
  /// Operations on their days, and what the client accepts of them.
  ///
  /// What comes back more often than once a week is one duty a month, due on its last day: nobody
  /// ticks off a daily backup, and the month's report shows it.
  func operationDuties(_ days: ClosedRange<Day>) -> [Duty] {
    contract.operations.flatMap { operation -> [Duty] in
      let clause = "operations.\(operation.id)"
      guard !operation.recurrence.isMoreThanWeekly else {
        return months(days).map {
          duty(
            .operation, .provider, item: operation.id, opens: $0.first, due: $0.last,
            clause: clause)
        }
      }
      // What is accepted in these days may have been done before them.
      let wider = (days.lowerBound - 62)...days.upperBound
      let done = series(wider) { day(of: operation, onOrAfter: $0) }.filter(isInForce)
      let visits = done.map {
        duty(.operation, .provider, item: operation.id, due: $0, clause: clause)
      }
      return visits + done.compactMap { acceptance(of: operation, doneOn: $0) }
    }
  }

  private func acceptance(of operation: PlannedOperation, doneOn day: Day) -> Duty? {
    guard let criterion = operation.acceptance,
      let delay = criterion.delay ?? contract.acceptance?.delay
    else { return nil }
    return duty(
      .acceptance, .client, item: operation.id, opens: day, due: delay.expiry(from: day),
      clause: contract.acceptance == nil ? "operations.\(operation.id)" : "recette.delai")
  }

  /// Reports after each period, and the meetings.
  func followUpDuties(_ days: ClosedRange<Day>) -> [Duty] {
    guard let followUp = contract.followUp else { return [] }
    let clause = "obligations_prestataire.suivi"
    let reports = followUp.report.map { report -> [Duty] in
      let wider = (days.lowerBound - 400)...days.upperBound
      return periodEnds(of: report.period.months, wider).map { end in
        let due = report.delay?.expiry(from: end) ?? end
        return duty(.report, .provider, opens: end, due: due, clause: clause)
      }
    }
    let committees = followUp.committees.flatMap { committee in
      series(days) { committee.recurrence.next(onOrAfter: $0, anchor: contract.term.start) }
        .filter(isInForce)
        .map { duty(.committee, .both, item: committee.id, due: $0, clause: clause) }
    }
    return (reports ?? []) + committees
  }

  func isInForce(_ day: Day) -> Bool {
    contract.term.period(on: day) != nil
  }

  /// Months that have a day in force within these days.
  func months(_ days: ClosedRange<Day>) -> [Month] {
    var months: [Month] = []
    var month = Month(containing: max(days.lowerBound, contract.term.start))
    while month.first <= min(days.upperBound, contract.term.certainEnd ?? days.upperBound) {
      months.append(month)
      month = month.next
    }
    return months
  }

  /// Last days of the periods of so many months, counted from the month of the start.
  func periodEnds(of count: Int, _ days: ClosedRange<Day>) -> [Day] {
    let start = Month(containing: contract.term.start).first
    return months(days).filter {
      let elapsed = ($0.first.year - start.year) * 12 + $0.first.month - start.month
      return elapsed % count == count - 1
    }.map(\.last)
  }
}

extension Recurrence {
  fileprivate var isMoreThanWeekly: Bool {
    switch rule {
    case .daily(let every): every < 7
    case .eachWorkingDay: true
    case .weekly(let every, let weekdays): every == 1 && weekdays.count > 1
    case .monthly, .yearly: false
    }
  }
}
