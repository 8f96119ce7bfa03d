package import Documents
package import Maintenance
import Store

extension Operations {
  /// Issues the invoice of a month: numbered without a gap, its documents made and judged first.
  ///
  /// Throws `InvoiceRefusal`; nothing is half-issued then, and no number is taken.
  package func issueInvoice(
    of id: ID<Agreement>, month: Month, by actor: Actor, press: InvoicePress
  ) async throws -> Invoice {
    try await issue(under: id, by: actor, press: press) { number, day, reader in
      let reading = try invoiceReading(of: id, month: month, in: reader)
      return try reading.terms.invoice(reading.draft, number: number, on: day)
    }
  }

  /// Issues a credit note on a whole invoice: what it billed may be billed again.
  package func creditInvoice(
    _ id: ID<Invoice>, reason: String, by actor: Actor, press: InvoicePress
  ) async throws -> Invoice {
    let invoice = try await database.read { try $0.existing(id) }
    return try await issue(
      under: invoice.agreement, by: actor, press: press, corrects: id
    ) { number, day, reader in
      try reader.existing(id).creditNote(number: number, on: day, reason: reason)
    }
  }

  /// Records that money came for an invoice; the platform that has it is told (status 212).
  @discardableResult
  package func recordPayment(
    _ payment: Invoice.Payment, of id: ID<Invoice>, by actor: Actor
  ) async throws -> Invoice {
    try await change(id) { invoice, today, instant in
      try invoice.paid(payment, by: actor, on: today, at: instant)
    } also: { invoice, transaction, instant in
      guard let handover = try transaction.reader.handover(of: id) else { return }
      try transaction.saveAlso(
        try handover.collected(invoice.payments.count, of: invoice, by: actor, at: instant))
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

  /// Records that a reminder was sent.
  @discardableResult
  package func recordReminder(
    _ tone: Invoice.Reminder.Tone, of id: ID<Invoice>, to: String, by actor: Actor
  ) async throws -> Invoice {
    try await change(
      id,
      told: { invoice, transaction, instant in
        try send(
          MailPurpose(
            .invoiceReminder, agreement: invoice.agreement, isEvidence: true,
            files: [
              OutgoingMail.File(
                sha256: invoice.files.pdf, name: "\(invoice.content.number.text).pdf")
            ]),
          to: Correspondent(address: to, name: invoice.content.buyer.name), in: transaction,
          at: instant
        ) {
          Letter.reminder(of: invoice, tone, $0, $1)
        }
      }
    ) { invoice, today, instant in
      try invoice.reminded(
        Invoice.Reminder(tone: tone, day: today, sentTo: to), by: actor, at: instant)
    }
  }

  private func change(
    _ id: ID<Invoice>,
    told:
    @Sendable @escaping (Invoice, Transaction, Instant) throws -> Void = { _, _, _ in },
    _ verb: @Sendable @escaping (Invoice, Day, Instant) throws -> Change<Invoice>,
    also: @Sendable @escaping (Invoice, Transaction, Instant) throws -> Void = { _, _, _ in }
  ) async throws -> Invoice {
    let instant = now()
    return try await database.write { transaction in
      let invoice = try transaction.reader.existing(id)
      let agreement = try transaction.reader.existing(invoice.agreement)
      let zone = try terms(of: agreement, at: instant, in: transaction.reader).contract.zone
      let change = try verb(invoice, zone.day(at: instant), instant)
      try transaction.save(change)
      try also(change.state, transaction, instant)
      try told(change.state, transaction, instant)
      return change.state
    }
  }
}

extension Operations {
  /// How often it is begun again when others issue meanwhile.
  private static let attempts = 20

  private typealias Composition =
    @Sendable (InvoiceNumber, Day, Reader) throws -> InvoiceContent

  /// Composes the content under the next number, makes its documents outside of any transaction,
  /// then records all of it if the content would still be the same: else begins again.
  private func issue(
    under id: ID<Agreement>, by actor: Actor, press: InvoicePress, corrects: ID<Invoice>? = nil,
    _ compose: @escaping Composition
  ) async throws -> Invoice {
    for _ in 0..<Operations.attempts {
      let instant = now()
      let content = try await database.read { reader in
        try next(under: id, at: instant, in: reader, compose)
      }
      let documents = try await judged(content, by: press)
      let invoiceID: ID<Invoice> = newID(at: instant)
      let issued = try await database.write { transaction -> Invoice? in
        try transaction.lockRegister(with: id)
        guard try next(under: id, at: instant, in: transaction.reader, compose) == content else {
          return nil
        }
        let files = Invoice.Files(
          pdf: try transaction.keep(contractText: documents.pdf),
          xml: try transaction.keep(contractText: documents.cii),
          ubl: try transaction.keep(contractText: documents.ubl))
        let change = try content.issued(
          files: files, corrects: corrects, id: invoiceID, under: id, by: actor, at: instant)
        try transaction.save(change)
        if let corrects {
          let corrected = try transaction.reader.existing(corrects)
          try transaction.saveAlso(
            corrected.credited(by: change.state, actor: actor, at: instant))
        }
        return change.state
      }
      if let issued { return issued }
    }
    throw StoreFault.contention(reason: "others issue invoices without a pause")
  }

  private func next(
    under id: ID<Agreement>, at instant: Instant, in reader: Reader, _ compose: Composition
  ) throws -> InvoiceContent {
    let agreement = try reader.existing(id)
    let contract = try terms(of: agreement, at: instant, in: reader).contract
    let day = contract.zone.day(at: instant)
    guard let seller = contract.provider.siren else {
      throw InvoiceRefusal.incomplete([InvoiceLack(.sellerSIREN)])
    }
    let series = InvoiceSeries(seller: seller, year: day.year)
    let last = try reader.lastInvoice(in: series)
    if let last, last.issued > day { throw InvoiceRefusal.earlierThanLast(last.issued) }
    return try compose(InvoiceNumber(series, (last?.number.ordinal ?? 0) + 1), day, reader)
  }

  private func judged(
    _ content: InvoiceContent, by press: InvoicePress
  ) async throws -> InvoiceDocuments {
    do {
      return try await press.documents(of: content)
    } catch let broken as InvoiceBroken {
      throw InvoiceRefusal.invalid(broken.rules)
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
