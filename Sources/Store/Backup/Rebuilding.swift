import Maintenance
import Register

/// What the database holds besides its entries, made again from them.
extension Connection {
  private static var batch: Int64 { 500 }

  /// Heads and tiles, which must be empty.
  func rebuildLogs() throws {
    var logs: [Int64: LogRow] = [:]
    for log in try rows("SELECT \(LogRow.columns) FROM log_head", [], LogRow.init) {
      logs[log.log] = log
      appended.hold(log)
    }
    var last: Int64 = -1
    while true {
      let entries = try rows(
        """
        SELECT pos, log, at_ms, leaf, gleaf FROM entry WHERE pos > $1
        ORDER BY pos LIMIT \(Self.batch)
        """, [.integer(last)]
      ) { (pos: $0.integer(0), log: $0.integer(1), at: $0.integer(2), $0.blob(3), $0.blob(4)) }
      guard let end = entries.last?.pos else { break }
      for (pos, log, at, leaf, gleaf) in entries {
        guard let leaf = Hash(stored: leaf), let gleaf = Hash(stored: gleaf), logs[log] != nil,
          logs[LogRow.global] != nil
        else { throw StoreFault.unreadable(reason: "the hashes of entry \(pos)") }
        let instant = Instant(milliseconds: at)
        logs[log]?.append(leaf, at: instant, on: self)
        logs[LogRow.global]?.append(gleaf, at: instant, on: self)
      }
      last = end
    }
    for log in logs.values { try log.update(on: self) }
  }

  /// The rows of one kind of state, whose table must be empty.
  func rebuild<State: Projected>(_ type: State.Type) throws {
    let transaction = Transaction(connection: self, command: nil)
    let reader = Reader(connection: self)
    var last = Int64.min
    while true {
      let subjects = try rows(
        """
        SELECT DISTINCT subject FROM entry WHERE subject_kind = $1 AND subject > $2
        ORDER BY subject LIMIT \(Self.batch)
        """, [.text(State.subjectKind.rawValue), .integer(last)]
      ) { $0.integer(0) }
      guard let end = subjects.last else { break }
      for subject in subjects {
        let state = try State(replaying: reader.facts(of: State.subjectKind, subject))
        try transaction.insert(state)
      }
      last = end
    }
  }
}
