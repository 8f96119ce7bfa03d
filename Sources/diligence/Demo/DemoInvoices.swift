import Documents
import Maintenance
import Operations

/// What the fictitious provider billed: the last months, and what is due of them paid. Contracts
/// with prepaid hours are left to whoever tries the month's run.
extension DemoStory {
  func invoices(under agreement: Agreement, since first: Instant) async throws -> [DemoEvent] {
    let contract = try await operations.terms(of: agreement.id).contract
    // A demo sends nothing to a platform by itself.
    guard contract.price.prepaid == nil, operations.platform == nil else { return [] }
    let current = Month(containing: contract.zone.day(at: present))
    return [current.previous.previous, current.previous, current].compactMap { month in
      let day = contract.payment.timing == .advance ? month.first : month.last + 1
      let at = contract.zone.instant(day, second: 34_200)
      guard month.last >= contract.term.start, at > first else { return nil }
      return DemoEvent(
        at: at, .deal { then in try await bill(month, of: agreement.id, contract, by: then) })
    }
  }

  /// Without a press that works the story goes on, and says so.
  private func bill(
    _ month: Month, of agreement: ID<Agreement>, _ contract: Contract, by then: Operations
  ) async throws -> [DemoEvent] {
    let invoice: Invoice
    do {
      invoice = try await then.issueInvoice(
        of: agreement, month: month, by: DemoStory.owner, press: press)
    } catch let fault as PressFault {
      complain("Une facture de démonstration manque : \(fault)")
      return []
    }
    let payment = Invoice.Payment(
      day: invoice.content.due, amount: invoice.balance, means: "prélèvement",
      reference: invoice.content.number.text)
    return [
      DemoEvent(
        at: contract.zone.instant(invoice.content.due, second: 50_400),
        .deal { then in
          _ = try await then.recordPayment(payment, of: invoice.id, by: DemoStory.owner)
          return []
        })
    ]
  }
}
