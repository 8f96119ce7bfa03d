import Documents
import Maintenance
import Store

extension Operations {
  /// What is about to be issued, and what becomes of an earlier invoice with it.
  struct Composition: Equatable {
    var content: InvoiceContent
    /// The invoice that it takes back, in part or whole, or whose place it takes.
    var corrects: ID<Invoice>?
    var isBilledAgain: Bool

    init(_ content: InvoiceContent, corrects: ID<Invoice>? = nil, isBilledAgain: Bool = true) {
      self.content = content
      self.corrects = corrects
      self.isBilledAgain = isBilledAgain
    }
  }

  /// How often it is begun again when others issue meanwhile.
  private static let attempts = 20

  typealias Composing = @Sendable (InvoiceNumber, Day, Reader) throws -> Composition

  /// Composes the content under the next number, makes its documents outside of any transaction,
  /// then records all of it if the content would still be the same: else begins again.
  func issue(
    under id: ID<Agreement>, by actor: Actor, press: InvoicePress, _ compose: @escaping Composing
  ) async throws -> Invoice {
    for _ in 0..<Operations.attempts {
      let instant = now()
      let composed = try await database.read { reader in
        try next(under: id, at: instant, in: reader, compose)
      }
      let documents = try await judged(composed.content, by: press)
      let invoiceID: ID<Invoice> = newID(at: instant)
      let issued = try await database.write { transaction -> Invoice? in
        try transaction.lockRegister(with: id)
        guard try next(under: id, at: instant, in: transaction.reader, compose) == composed else {
          return nil
        }
        let files = Invoice.Files(
          pdf: try transaction.keep(contractText: documents.pdf),
          xml: try transaction.keep(contractText: documents.cii),
          ubl: try transaction.keep(contractText: documents.ubl))
        let change = try composed.content.issued(
          files: files, corrects: composed.corrects, id: invoiceID, under: id, by: actor,
          at: instant)
        try save(change, composed, by: actor, at: instant, in: transaction)
        return change.state
      }
      if let issued { return issued }
    }
    throw StoreFault.contention(reason: "others issue invoices without a pause")
  }

  private func save(
    _ change: Change<Invoice>, _ composed: Composition, by actor: Actor, at instant: Instant,
    in transaction: Transaction
  ) throws {
    let earlier = try composed.corrects.map { try transaction.reader.existing($0) }
    guard let earlier else { return try transaction.save(change) }
    if change.state.content.kind == .replacement {
      // What the earlier one bills is free before the other bills it.
      try transaction.saveAlso(
        earlier.replaced(
          by: change.state.id, change.state.content.number, actor: actor, at: instant))
      try transaction.save(change)
    } else {
      try transaction.save(change)
      try transaction.saveAlso(
        earlier.credited(
          by: change.state, isBilledAgain: composed.isBilledAgain, actor: actor, at: instant))
    }
  }

  private func next(
    under id: ID<Agreement>, at instant: Instant, in reader: Reader, _ compose: Composing
  ) throws -> Composition {
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

  /// The invoices of the deposit that a draft deducts.
  func deposits(
    of id: ID<Agreement>, _ draft: InvoiceDraft, in reader: Reader
  ) throws -> [InvoiceContent.Preceding] {
    guard draft.lines.contains(where: { $0.kind == .depositSettled }) else { return [] }
    return try reader.invoices(holding: BillingClaim.deposit, of: id).map(\.content.cited)
  }

  /// Invoices of a contract that are looked at for one to credit.
  private static let creditableMost = 24

  /// The latest invoice whose price bears the credit that a draft comes to.
  func creditable(
    _ draft: InvoiceDraft, of id: ID<Agreement>, in reader: Reader
  ) throws -> Invoice? {
    let lines = try reader.invoices(
      InvoiceFilter(agreement: id), today: draft.month.last, limit: Operations.creditableMost)
    for line in lines where !line.kind.isCredit {
      let invoice = try reader.existing(line.id)
      let left = invoice.content.gross - invoice.credited
      if invoice.replacement == nil, .zero - draft.gross <= left { return invoice }
    }
    return nil
  }
}
