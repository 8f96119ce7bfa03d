package import Maintenance
import Store

/// A month's invoice draft with what it is read from.
package struct InvoiceReading: Sendable {
  package var agreement: Agreement
  package var terms: Terms
  package var draft: InvoiceDraft
  package var balance: PrepaidBalance?
}

extension Operations {
  /// What a month would be billed, from the terms in force on its last day and the month's facts.
  package func invoiceDraft(of id: ID<Agreement>, month: Month?) async throws -> InvoiceReading {
    let instant = now()
    return try await database.read { reader in
      let agreement = try reader.existing(id)
      let zone = try terms(of: agreement, at: instant, in: reader).contract.zone
      return try invoiceReading(
        of: id, month: month ?? Month(containing: zone.day(at: instant)), in: reader)
    }
  }

  /// What of a month is left to bill.
  func invoiceReading(
    of id: ID<Agreement>, month: Month, in reader: Reader
  ) throws -> InvoiceReading {
    let agreement = try reader.existing(id)
    guard let latest = agreement.latest else { throw Missing.versionInForce }
    let zone = try terms(of: agreement, version: latest.number, in: reader).contract.zone
    let terms = try terms(of: agreement, at: zone.instant(month.last, second: 43_200), in: reader)
    let since = zone.instant(month.first, second: 0)
    let work = try reader.billableWork(of: id, since: since)
    let proposals = try reader.dueProposals(of: id, since: since)
    let whole = terms.invoiceDraft(for: month, work: work, proposals: proposals)
    let billed = try reader.billed(whole.lines.flatMap(\.claims), of: id)
    return InvoiceReading(
      agreement: agreement, terms: terms,
      draft: billed.isEmpty
        ? whole
        : terms.invoiceDraft(for: month, work: work, proposals: proposals, billed: billed),
      balance: try balance(of: agreement, terms, in: reader))
  }

  /// The prepaid hours left, from what was charged to them since the contract began: cost is
  /// bounded by the hours sold, however much other work there is.
  func balance(of agreement: Agreement, _ terms: Terms, in reader: Reader) throws
    -> PrepaidBalance?
  {
    guard terms.contract.price.prepaid != nil else { return nil }
    let start = terms.contract.zone.instant(terms.contract.term.start, second: 0)
    return PrepaidBalance(
      terms,
      work: try reader.billableWork(of: agreement.id, since: start, charged: .prepaid))
  }
}
