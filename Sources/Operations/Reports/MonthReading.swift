package import Maintenance
import Store

/// A contract's month as its log tells it.
package struct MonthReading: Sendable {
  package var month: Month
  package var levels: PeriodLevels
  /// Entries recorded in the month, first to last, with their numbers: at most `most`.
  package var facts: [(n: Int64, fact: Fact)]
  package var isCut: Bool
  /// Every ticket that one of them names.
  package var tickets: [ID<Ticket>: Ticket]
  /// Prepaid hours before the month and at its end, or now; none without prepaid hours.
  package var balanceBefore: PrepaidBalance?
  package var balance: PrepaidBalance?
  package var duties: [DutyKey: Duty]
  package var checkpoint: String
  package var publicKey: String
  package var at: Instant

  package static let most = 2000
}

extension Operations {
  /// Nothing without a key that signs the register's head. Cost grows with the month's entries.
  package func monthReading(of id: ID<Agreement>, month: Month?) async throws -> MonthReading? {
    let instant = now()
    let zone = try await terms(of: id).contract.zone
    let month = month ?? Month(containing: zone.day(at: instant))
    let levels = try await levels(of: id, over: .month(month))
    guard let checkpoint = try await database.checkpoint(of: id),
      let key = try await database.read({ try $0.publicKey() })
    else { return nil }
    let terms = levels.terms
    let start = zone.instant(month.first, second: 0)
    let end = zone.instant(month.last + 1, second: 0)
    return try await database.read { reader in
      let found = try reader.facts(
        of: id, EvidenceScope(start: start, end: end), limit: MonthReading.most + 1)
      // The contract's own entries come with any scope, whenever they were recorded.
      let facts = found.prefix(MonthReading.most).filter { start <= $0.fact.at && $0.fact.at < end }
      var tickets: [ID<Ticket>: Ticket] = [:]
      for (_, fact) in facts where fact.subject.kind == .ticket {
        let id = ID<Ticket>(number: fact.subject.id)
        if tickets[id] == nil { tickets[id] = try reader.ticket(id) }
      }
      let isFirst = month.first <= terms.contract.term.start
      func balance(at instant: Instant) throws -> PrepaidBalance? {
        try self.balance(of: levels.agreement, terms, at: instant, in: reader)
      }
      // A duty may be settled before its day, or long after.
      let span = (month.first - Operations.dutiesBehind)...(month.last + 62)
      let duties = try ledger(of: levels.agreement, in: reader).duties(in: span)
      return MonthReading(
        month: month, levels: levels, facts: facts, isCut: found.count > MonthReading.most,
        tickets: tickets,
        balanceBefore: isFirst ? nil : try balance(at: start + -1),
        balance: try balance(at: min(instant, end + -1)),
        duties: Dictionary(duties.map { ($0.key, $0) }) { first, _ in first },
        checkpoint: checkpoint, publicKey: key, at: instant)
    }
  }
}
