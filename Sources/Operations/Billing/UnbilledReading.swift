package import Maintenance
import Store

/// Something of a month that no invoice has billed, and why.
package struct UnbilledEntry: Sendable, Hashable {
  package var agreement: ID<Agreement>
  package var reference: String
  package var clientName: String
  package var month: Month
  package var designation: String
  package var citation: Citation?
  package var references: [LineReference]
  /// Before VAT, when it is known.
  package var amount: Money?
  /// What keeps it from being billed; nothing for a line of the draft.
  package var reason: LeftOut.Reason?
  /// What is wanted: the missing index, the limit passed.
  package var detail: String?
  /// Nothing keeps it from being issued; else a line of the draft waits for its month's end.
  package var isDue = false
}

/// What is not billed yet, of one contract or of all.
package struct UnbilledReading: Sendable {
  /// None for all contracts.
  package var agreement: Agreement?
  /// What something keeps from being billed first, then the oldest.
  package var entries: [UnbilledEntry]
  /// False when there are more than are read.
  package var isWhole: Bool

  package var toIssue: Money { sum { $0.isDue } }
  package var waiting: Money { sum { $0.reason == nil && !$0.isDue } }

  private func sum(_ counts: (UnbilledEntry) -> Bool) -> Money {
    entries.filter(counts).reduce(.zero) { $0 + ($1.amount ?? .zero) }
  }
}

extension Operations {
  /// Entries that a page shows at most.
  package static let unbilledEntries = 400
  /// Months looked at: a year for one contract, a quarter for all of them.
  private static let monthsOfOne = 13
  private static let monthsOfAll = 3

  /// What is not billed yet and why, month by month up to today.
  ///
  /// Cost grows with contracts and months: each month of each is drafted.
  package func unbilledEntries(of only: ID<Agreement>?) async throws -> UnbilledReading {
    let instant = now()
    let ids = try await database.read { reader in
      try only.map { [$0] }
        ?? reader.agreements(now: instant, limit: 1000).filter { $0.versionCount > 0 }.map(\.id)
    }
    var entries: [UnbilledEntry] = []
    for id in ids {
      // One transaction each: a long reading keeps nobody from writing.
      entries += try await database.read { reader in
        try unbilledEntries(
          of: id, months: only == nil ? Operations.monthsOfAll : Operations.monthsOfOne,
          at: instant, in: reader)
      }
    }
    let agreement = try await database.read { reader in try only.map { try reader.existing($0) } }
    let ordered = entries.sorted {
      ($0.rank, $0.month, $0.clientName) < ($1.rank, $1.month, $1.clientName)
    }
    return UnbilledReading(
      agreement: agreement, entries: Array(ordered.prefix(Operations.unbilledEntries)),
      isWhole: ordered.count <= Operations.unbilledEntries)
  }

  private func unbilledEntries(
    of id: ID<Agreement>, months: Int, at instant: Instant, in reader: Reader
  ) throws -> [UnbilledEntry] {
    let agreement = try reader.existing(id)
    let terms = try terms(of: agreement, at: instant, in: reader)
    let today = terms.contract.zone.day(at: instant)
    let oldest = Month(containing: today.firstOfMonth.adding(months: 1 - months))
    var month = max(oldest, agreement.firstBilledMonth(under: terms))
    var entries: [UnbilledEntry] = []
    while month.first <= today {
      let reading = try invoiceReading(of: id, month: month, in: reader)
      let due = Set(reading.draft.due(on: today, reading.terms.contract.payment.timing).lines)
      for line in reading.draft.lines where line.net != .zero {
        var entry = UnbilledEntry(
          agreement, month, line.designation, line.citation, line.references, line.net)
        entry.isDue = due.contains(line)
        entries.append(entry)
      }
      for left in reading.draft.leftOut where left.keepsMoneyBack(in: month, of: today) {
        var entry = UnbilledEntry(
          agreement, month, left.designation, left.citation, left.references, left.amount)
        entry.reason = left.reason
        entry.detail = left.detail
        entries.append(entry)
      }
      month = month.next
    }
    return entries
  }
}

extension UnbilledEntry {
  fileprivate init(
    _ agreement: Agreement, _ month: Month, _ designation: String, _ citation: Citation?,
    _ references: [LineReference], _ amount: Money?
  ) {
    self.init(
      agreement: agreement.id, reference: agreement.reference, clientName: agreement.clientName,
      month: month, designation: designation, citation: citation, references: references,
      amount: amount)
  }

  /// What something keeps back, what can be issued, what only waits.
  fileprivate var rank: Int { reason != nil ? 0 : isDue ? 1 : 2 }
}

extension LeftOut {
  /// Not what a fee includes, nor what is billed already; what waits for an act, only today.
  fileprivate func keepsMoneyBack(in month: Month, of today: Day) -> Bool {
    switch reason {
    case .included, .alreadyBilled: false
    case .notDone: month == Month(containing: today)
    default: true
    }
  }
}
