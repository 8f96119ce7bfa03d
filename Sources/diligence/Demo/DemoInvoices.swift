import Documents
import Maintenance
import Operations

/// What the fictitious provider billed: the last two months that are over, the earlier one paid.
/// Contracts with prepaid hours are left to whoever tries the month's run.
extension DemoStory {
  func invoices(under agreement: Agreement, since first: Instant) async throws -> [DemoEvent] {
    let contract = try await operations.terms(of: agreement.id).contract
    guard contract.price.prepaid == nil else { return [] }
    let last = Month(containing: contract.zone.day(at: present)).previous
    return [(last.previous, true), (last, false)].compactMap { month, isPaid in
      // The third of the next month, half past nine.
      let at = contract.zone.instant(month.last + 3, second: 34_200)
      guard month.last >= contract.term.start, at > first else { return nil }
      return DemoEvent(
        at: at,
        .deal { then in try await bill(month, of: agreement.id, isPaid: isPaid, by: then) })
    }
  }

  /// Where the press is not installed, the story goes on without invoices.
  private func bill(
    _ month: Month, of agreement: ID<Agreement>, isPaid: Bool, by then: Operations
  ) async throws -> [DemoEvent] {
    do {
      let invoice = try await then.issueInvoice(
        of: agreement, month: month, by: DemoStory.owner, press: press)
      guard isPaid else { return [] }
      return [
        DemoEvent(
          at: then.now() + 20 * 86_400,
          .deal { then in
            let payment = Invoice.Payment(
              day: Zone.paris.day(at: then.now()), amount: invoice.balance, means: "virement",
              reference: "VIR \(invoice.content.number.text)")
            _ = try await then.recordPayment(payment, of: invoice.id, by: DemoStory.owner)
            return []
          })
      ]
    } catch is PressFault {
      return []
    } catch is InvoiceRefusal {
      return []
    }
  }
}
