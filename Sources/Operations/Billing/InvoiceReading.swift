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
      let today = try terms(of: agreement, at: instant, in: reader)
      let zone = today.contract.zone
      let month = month ?? Month(containing: zone.day(at: instant))
      let terms = try terms(
        of: agreement, at: zone.instant(month.last, second: 43_200), in: reader)
      let since = zone.instant(month.first, second: 0)
      let work = try reader.billableWork(of: id, since: since)
      return InvoiceReading(
        agreement: agreement, terms: terms,
        draft: terms.invoiceDraft(
          for: month, work: work, proposals: try reader.dueProposals(of: id, since: since)),
        balance: try balance(of: agreement, terms, in: reader))
    }
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
