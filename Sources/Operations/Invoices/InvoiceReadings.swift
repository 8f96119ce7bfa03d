import ContractSource
package import Maintenance
package import Store

/// An invoice with what its page shows beside it.
package struct InvoicePageReading: Sendable {
  package var invoice: Invoice
  package var terms: Terms
  package var today: Day
  package var agreement: Agreement
  package var facts: [Fact]
  /// Of the facts, in the agreement's log.
  package var entries: [Int64]
  package var late: LateCharges?
  /// A rate without which the price of being late is unknown.
  package var missingRate: MissingRate?
}

/// The invoices of all agreements, or of one.
package struct InvoiceListReading: Sendable {
  package var lines: [InvoiceListLine]
  package var filter: InvoiceFilter
  package var today: Day
  package var open: Money
  package var late: Money
  package var openCount: Int
  /// The key after which the list goes on.
  package var next: ID<Invoice>?
}

/// What a contract has not billed yet, of the months up to today.
package struct UnbilledLine: Sendable {
  package var agreement: ID<Agreement>
  package var reference: String
  package var clientName: String
  package var month: Month
  /// What may be billed today.
  package var net: Money
  package var lineCount: Int
  /// What may not yet, before the month is over.
  package var waiting: Money
  /// What keeps it from being billed.
  package var refusal: InvoiceRefusal?
}

extension Operations {
  package func invoice(_ id: ID<Invoice>) async throws -> InvoicePageReading {
    let instant = now()
    return try await database.read { reader in
      let invoice = try reader.existing(id)
      let agreement = try reader.existing(invoice.agreement)
      let terms = try terms(
        of: agreement, version: invoice.content.contractVersion, in: reader)
      var reading = InvoicePageReading(
        invoice: invoice, terms: terms, today: terms.contract.zone.day(at: instant),
        agreement: agreement, facts: try reader.facts(of: .invoice, id.number),
        entries: try reader.entryNumbers(of: .invoice, id.number))
      do throws(MissingRate) {
        reading.late = try invoice.lateCharges(
          on: reading.today, under: terms.contract, rates: rates.dated)
      } catch {
        reading.missingRate = error
      }
      return reading
    }
  }

  /// A file of an invoice, as it was issued.
  package func file(
    of id: ID<Invoice>, _ kind: Invoice.Files.Kind
  ) async throws -> (invoice: Invoice, bytes: [UInt8]) {
    try await database.read { reader in
      let invoice = try reader.existing(id)
      guard let bytes = try reader.contractText(sha256: invoice.files[kind]) else {
        throw StoreFault.unreadable(reason: "a file of invoice \(invoice.content.number.text)")
      }
      return (invoice, bytes)
    }
  }

  /// What the lines of a bank's file pay, among the invoices that are open or were issued lately.
  package func matches(_ statement: BankStatement) async throws -> [BankMatch] {
    guard let first = statement.lines.map(\.day).min() else { return [] }
    let today = Zone.paris.day(at: now())
    return try await database.read { reader in
      let open = try reader.invoices(
        InvoiceFilter(standing: .open), today: today, limit: Operations.journalMost)
      var invoices = try open.compactMap { try reader.invoice($0.id) }
      // Those that a line of the same file has paid already.
      let known = Set(invoices.map(\.id))
      let recent = min(first, today) - 120
      invoices += try reader.invoices(issued: recent...max(recent, today), limit: 5000)
        .filter { !known.contains($0.id) }
      return statement.matches(invoices)
    }
  }

  package func invoices(
    _ filter: InvoiceFilter, before: ID<Invoice>?, limit: Int
  ) async throws -> InvoiceListReading {
    let today = Zone.paris.day(at: now())
    return try await database.read { reader in
      let lines = try reader.invoices(filter, before: before, today: today, limit: limit + 1)
      let receivables = try reader.receivables(today: today)
      return InvoiceListReading(
        lines: Array(lines.prefix(limit)), filter: filter, today: today, open: receivables.open,
        late: receivables.late, openCount: receivables.count,
        next: lines.count > limit && filter.standing == nil ? lines[limit - 1].id : nil)
    }
  }

  /// Months that are looked at for something unbilled, this one included.
  private static let monthsBehind = 13
  private static let mostAgreements = 1000

  /// Every month of every contract with something left to bill, oldest first.
  package func unbilled(of only: ID<Agreement>? = nil) async throws -> [UnbilledLine] {
    let instant = now()
    let ids = try await database.read { reader in
      try only.map { [$0] }
        ?? reader.agreements(now: instant, limit: Operations.mostAgreements)
        .filter { $0.versionCount > 0 }.map(\.id)
    }
    var lines: [UnbilledLine] = []
    for id in ids {
      // One transaction each: a long run keeps nobody from writing.
      lines += try await database.read { try unbilled(of: id, at: instant, in: $0) }
    }
    return lines.sorted { ($0.month, $0.clientName) < ($1.month, $1.clientName) }
  }

  private func unbilled(
    of id: ID<Agreement>, at instant: Instant, in reader: Reader
  ) throws -> [UnbilledLine] {
    let agreement = try reader.existing(id)
    let current = try terms(of: agreement, at: instant, in: reader)
    let today = current.contract.zone.day(at: instant)
    let oldest = Month(
      containing: today.firstOfMonth.adding(months: 1 - Operations.monthsBehind))
    var month = max(oldest, agreement.firstBilledMonth(under: current))
    var lines: [UnbilledLine] = []
    while month.first <= today {
      let reading = try invoiceReading(of: id, month: month, in: reader)
      if let line = UnbilledLine(reading, month, today) { lines.append(line) }
      month = month.next
    }
    return lines
  }
}

extension UnbilledLine {
  fileprivate init?(_ reading: InvoiceReading, _ month: Month, _ today: Day) {
    guard reading.draft.isWorthBilling else { return nil }
    let due = reading.draft.due(on: today, reading.terms.contract.payment.timing)
    let lacks = reading.terms.invoiceLacks
    self.init(
      agreement: reading.agreement.id, reference: reading.agreement.reference,
      clientName: reading.agreement.clientName, month: month, net: due.net,
      lineCount: due.lines.count, waiting: reading.draft.net - due.net,
      refusal: !lacks.isEmpty
        ? .incomplete(lacks)
        : due.net.cents < 0
          ? .negativeTotal(due.net) : due.isWorthBilling ? nil : .monthNotOver(month.last))
  }
}
