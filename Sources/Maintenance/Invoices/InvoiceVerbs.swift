/// Why an invoice cannot be issued or changed.
package enum InvoiceRefusal: Error, Hashable, Sendable {
  /// The contract lacks data that an invoice must say; none is issued.
  case incomplete([InvoiceLack])
  /// Nothing of this month is left to bill.
  case nothingToBill
  /// The month is not over, and what is done in it may still change.
  case monthNotOver(Day)
  /// A sum below zero: it is a credit note.
  case negativeTotal(Money)
  case tooManyLines(Int)
  /// The last invoice of the series bears a later date: numbers follow days.
  case earlierThanLast(Day)
  /// Rules of EN 16931, Factur-X or France that the document breaks, as the validators say them.
  case invalid([String])
  case amountOutOfBounds
  /// Nothing is left to pay or to credit, or less than that.
  case beyondBalance(Money)
  case dayOutOfBounds
  case textTooLong
  case noReason
  case isCreditNote
  /// The invoice has no such line.
  case unknownLine(Int)
  /// More than what is left of a line, or of the other sign.
  case beyondLine(Int, left: Money)
  /// Paid, credited or replaced, or no invoice of a month: only a credit note takes it back.
  case notReplaceable
  /// A deposit is to be deducted, and its own invoice is not issued.
  case depositNotIssued
}

/// A datum that is missing, and the place in the contract's file where it is mended.
package struct InvoiceLack: Hashable, Sendable {
  package enum Datum: String, CaseIterable, Sendable {
    case sellerName, sellerAddress, sellerSIREN, sellerVATNumber, sellerIBAN
    case buyerName, buyerAddress, buyerSIREN, buyerVATNumber
  }

  package let datum: Datum

  package init(_ datum: Datum) {
    self.datum = datum
  }

  /// Path in the contract's file: `parties.client.siren`.
  package var path: String {
    switch datum {
    case .sellerName: "parties.prestataire.denomination"
    case .sellerAddress: "parties.prestataire.siege"
    case .sellerSIREN: "parties.prestataire.siren"
    case .sellerVATNumber: "parties.prestataire.tva"
    case .sellerIBAN: "parties.prestataire.iban"
    case .buyerName: "parties.client.denomination"
    case .buyerAddress: "parties.client.siege"
    case .buyerSIREN: "parties.client.siren"
    case .buyerVATNumber: "parties.client.tva"
    }
  }
}

extension InvoiceContent {
  /// What one document can hold, for its readers and for the press.
  package static let mostLines = 1000

  /// Issues it. `files` are the documents that were made of this very content.
  package func issued(
    files: Invoice.Files, corrects: ID<Invoice>? = nil, id: ID<Invoice>,
    under agreement: ID<Agreement>, by actor: Actor, at instant: Instant
  ) throws -> Change<Invoice> {
    var fields = fields
    fields["pdf_sha256"] = .text(files.pdf)
    fields["xml_sha256"] = .text(files.xml)
    fields["ubl_sha256"] = .text(files.ubl)
    fields["corrects"] = corrects.map { .text($0.text) }
    return try Change(from: [
      Fact(
        kind: InvoiceFact.issued, at: instant, actor: actor,
        subject: Subject(kind: .invoice, id: id.number, agreement: agreement),
        body: .fields(present: fields))
    ])
  }
}

extension Invoice {
  package static let longestText = 500
  /// Of one payment, in cents: ten million euros either way.
  package static let amounts: ClosedRange<Int64> = -1_000_000_000...1_000_000_000

  /// Money came for it, or went back when the amount is negative.
  package func paid(
    _ payment: Payment, by actor: Actor, on today: Day, at instant: Instant
  ) throws -> Change<Invoice> {
    guard !content.kind.isCredit else { throw InvoiceRefusal.isCreditNote }
    guard payment.amount.cents != 0, Invoice.amounts.contains(payment.amount.cents) else {
      throw InvoiceRefusal.amountOutOfBounds
    }
    // What is given back was paid before: a refund, or a debit that the bank refused.
    let isWithin =
      payment.amount.cents > 0
      ? payment.amount <= balance : (paid + payment.amount).cents >= 0
    guard isWithin else {
      throw InvoiceRefusal.beyondBalance(payment.amount.cents > 0 ? balance : paid)
    }
    // A deposit may be paid before its invoice; ten years behind nobody counts any more.
    guard payment.day <= today, payment.day > content.issued - 3660 else {
      throw InvoiceRefusal.dayOutOfBounds
    }
    try bounded([payment.means, payment.reference])
    return try change(
      InvoiceFact.paid,
      [
        "day": .text(payment.day.iso), "cents": .integer(payment.amount.cents),
        "means": .text(payment.means), "reference": .text(payment.reference),
      ], actor, instant)
  }

  /// A credit note was issued against it.
  package func credited(
    by note: Invoice, isBilledAgain: Bool, actor: Actor, at instant: Instant
  ) throws -> Change<Invoice> {
    let lines = note.content.lines.compactMap { line in
      line.corrects.map { Datum.list([.integer(Int64($0)), .integer(line.net.cents)]) }
    }
    return try change(
      InvoiceFact.credited,
      [
        "note": .text(note.id.text), "number": .text(note.content.number.text),
        "cents": .integer(note.content.gross.cents), "lines": .list(lines),
        "billed_again": .flag(isBilledAgain),
      ], actor, instant)
  }

  /// Another invoice takes its place.
  package func replaced(
    by id: ID<Invoice>, _ number: InvoiceNumber, actor: Actor, at instant: Instant
  ) throws -> Change<Invoice> {
    guard isReplaceable else { throw InvoiceRefusal.notReplaceable }
    return try change(
      InvoiceFact.replaced, ["invoice": .text(id.text), "number": .text(number.text)], actor,
      instant)
  }

  /// A reminder was sent.
  package func reminded(
    _ reminder: Reminder, by actor: Actor, at instant: Instant
  ) throws -> Change<Invoice> {
    try remindable(on: reminder.day)
    try bounded([reminder.sentTo])
    return try change(
      InvoiceFact.reminded,
      [
        "tone": .text(reminder.tone.rawValue), "day": .text(reminder.day.iso),
        "to": .text(reminder.sentTo), "letter_sha256": reminder.letter.map(Datum.text),
      ], actor, instant)
  }

  /// Throws unless something is left to pay and its last day is past.
  package func remindable(on day: Day) throws(InvoiceRefusal) {
    guard !content.kind.isCredit else { throw .isCreditNote }
    guard balance.cents > 0 else { throw .beyondBalance(balance) }
    guard day > content.due else { throw .dayOutOfBounds }
  }

  /// It was handed over to somebody.
  package func sent(to: String, by actor: Actor, at instant: Instant) throws -> Change<Invoice> {
    guard !to.allSatisfy(\.isWhitespace) else { throw InvoiceRefusal.noReason }
    try bounded([to])
    return try change(InvoiceFact.sent, ["to": .text(to)], actor, instant)
  }

  private func bounded(_ texts: [String]) throws {
    guard texts.allSatisfy({ $0.utf8.count <= Invoice.longestText }) else {
      throw InvoiceRefusal.textTooLong
    }
  }

  private func change(
    _ kind: String, _ body: [String: Datum?], _ actor: Actor, _ instant: Instant
  ) throws -> Change<Invoice> {
    try Change(
      to: self,
      facts: [
        Fact(
          kind: kind, at: instant, actor: actor,
          subject: Subject(kind: .invoice, id: id.number, agreement: agreement),
          body: .fields(present: body))
      ])
  }
}
