package import Documents
package import Maintenance
import Store

extension Operations {
  /// Issues the invoice of a month: numbered without a gap, its documents made and judged first.
  /// A deposit comes first, alone; what is below zero is a credit note on an earlier invoice.
  ///
  /// Throws `InvoiceRefusal`; nothing is half-issued then, and no number is taken.
  package func issueInvoice(
    of id: ID<Agreement>, month: Month, by actor: Actor, press: InvoicePress
  ) async throws -> Invoice {
    try await issue(under: id, by: actor, press: press) { number, day, reader in
      let reading = try invoiceReading(of: id, month: month, in: reader)
      let draft = reading.draft
      let earlier = draft.net.cents < 0 ? try creditable(draft, of: id, in: reader) : nil
      let content = try reading.terms.invoice(
        draft, number: number, on: day, deposits: try deposits(of: id, draft, in: reader),
        credited: earlier)
      return Composition(content, corrects: content.kind.isCredit ? earlier?.id : nil)
    }
  }

  /// Issues a credit note on an invoice, whole or in part: what it takes back whole may be billed
  /// again, unless the request says otherwise.
  package func creditInvoice(
    _ id: ID<Invoice>, _ request: CreditRequest, by actor: Actor, press: InvoicePress
  ) async throws -> Invoice {
    let invoice = try await database.read { try $0.existing(id) }
    return try await issue(under: invoice.agreement, by: actor, press: press) {
      number, day, reader in
      let note = try reader.existing(id).creditNote(request, number: number, on: day)
      return Composition(note, corrects: id, isBilledAgain: request.isBilledAgain)
    }
  }

  /// Issues the invoice that takes another's place: its month's draft as the facts tell it now.
  package func replaceInvoice(
    _ id: ID<Invoice>, reason: String, by actor: Actor, press: InvoicePress
  ) async throws -> Invoice {
    let agreement = try await database.read { try $0.existing(id).agreement }
    return try await issue(under: agreement, by: actor, press: press) { number, day, reader in
      let invoice = try reader.existing(id)
      guard invoice.isReplaceable, let month = invoice.content.month else {
        throw InvoiceRefusal.notReplaceable
      }
      let reading = try invoiceReading(of: agreement, month: month, except: id, in: reader)
      let fresh = try reading.terms.invoice(
        reading.draft, number: number, on: day,
        deposits: try deposits(of: agreement, reading.draft, in: reader))
      return Composition(try invoice.replacing(fresh, reason: reason), corrects: id)
    }
  }

  /// Records that money came for an invoice; the platform that has it is told (status 212).
  @discardableResult
  package func recordPayment(
    _ payment: Invoice.Payment, of id: ID<Invoice>, by actor: Actor
  ) async throws -> Invoice {
    try await change(
      id,
      told: { invoice, transaction, instant in
        guard let handover = try transaction.reader.handover(of: id) else { return }
        try transaction.saveAlso(
          try handover.collected(invoice.payments.count, of: invoice, by: actor, at: instant))
      }
    ) { invoice, today, instant in
      try invoice.paid(payment, by: actor, on: today, at: instant)
    }
  }

  /// Records that an invoice was handed over.
  @discardableResult
  package func recordSending(
    of id: ID<Invoice>, to: String, by actor: Actor
  ) async throws -> Invoice {
    try await change(id) { invoice, _, instant in
      try invoice.sent(to: to, by: actor, at: instant)
    }
  }

  private func change(
    _ id: ID<Invoice>,
    told:
      @Sendable @escaping (Invoice, Transaction, Instant) throws -> Void = { _, _, _ in },
    _ verb: @Sendable @escaping (Invoice, Day, Instant) throws -> Change<Invoice>
  ) async throws -> Invoice {
    let instant = now()
    return try await database.write { transaction in
      let invoice = try transaction.reader.existing(id)
      let agreement = try transaction.reader.existing(invoice.agreement)
      let zone = try terms(of: agreement, at: instant, in: transaction.reader).contract.zone
      let change = try verb(invoice, zone.day(at: instant), instant)
      try transaction.save(change)
      try told(change.state, transaction, instant)
      return change.state
    }
  }
}

extension Reader {
  /// The invoice, or `Missing.invoice`.
  func existing(_ id: ID<Invoice>) throws -> Invoice {
    guard let invoice = try invoice(id) else { throw Missing.invoice }
    return invoice
  }
}
