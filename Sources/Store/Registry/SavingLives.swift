package import Maintenance

extension Transaction {
  /// Records whole lives of new states at once, each by its changes from the first: the facts of
  /// all, and each row as the last change leaves it. Facts come in the order of time.
  ///
  /// For filling a database: heads are read and written once, not once a change.
  package func save<State: Projected>(lives: [[Change<State>]]) throws {
    var logs: [Int64: LogRow] = [:]
    for life in lives {
      guard let first = life.first, let last = life.last, first.versionBefore == 0,
        zip(life, life.dropFirst()).allSatisfy({ $0.state.version == $1.versionBefore })
      else { throw StoreFault.unstorable(reason: "changes of a \(State.table) that do not follow") }
      let log = first.facts[0].subject.agreement.number
      if logs[log] == nil { logs[log] = try LogRow.locked(log, on: connection) }
      try insert(last.state)
    }
    var global = try LogRow.locked(LogRow.global, on: connection)
    for change in lives.joined() {
      for fact in change.facts {
        let number = fact.subject.agreement.number
        guard var log = logs.removeValue(forKey: number) else { continue }
        try noteClock(fact.at, in: &log, &global)
        try append(fact, to: &log, &global)
        logs[number] = log
      }
    }
    for log in logs.values.sorted(by: { $0.log < $1.log }) { try log.update(on: connection) }
    try global.update(on: connection)
  }
}
