extension InvoiceDraft {
  /// Some line costs something: hours drawn on a pack alone make no invoice.
  package var isWorthBilling: Bool { lines.contains { $0.net != .zero } }

  /// What may be billed on a day: before the month is over, only what is paid in advance.
  package func due(on day: Day, _ timing: Payment.Timing) -> InvoiceDraft {
    guard day < month.last else { return self }
    var due = self
    due.lines = lines.filter { line in
      switch line.kind {
      case .fee, .option, .onCallFee, .rebate, .minimum:
        timing == .advance && day >= month.first
      case .pack, .setUp, .deposit, .depositSettled: day >= line.period.lowerBound
      case .ticket, .time, .callOut, .travel, .packDraw, .packRefund, .proposal, .penalty: false
      }
    }
    // A deposit comes off what is billed, and is no credit before something is.
    if due.net.cents < 0 { due.lines.removeAll { $0.kind == .depositSettled } }
    return due
  }
}

extension Terms {
  /// The invoice that a draft makes, numbered and dated; refused when the contract lacks what an
  /// invoice must say (CGI ann. II, art. 242 nonies A; C. com. L441-9).
  ///
  /// A deposit has an invoice of its own, before the rest of its month (CGI 289, I, 1, c). What
  /// deducts it cites `deposits`. A total below zero is a credit on the price of `credited`.
  package func invoice(
    _ draft: InvoiceDraft, number: InvoiceNumber, on day: Day,
    deposits: [InvoiceContent.Preceding] = [], credited: Invoice? = nil
  ) throws(InvoiceRefusal) -> InvoiceContent {
    var due = draft.due(on: day, contract.payment.timing)
    guard due.isWorthBilling else {
      throw draft.isWorthBilling ? .monthNotOver(draft.month.last) : .nothingToBill
    }
    let isDeposit = due.lines.contains { $0.kind == .deposit }
    if isDeposit { due.lines.removeAll { $0.kind != .deposit } }
    guard due.lines.count <= InvoiceContent.mostLines else {
      throw .tooManyLines(due.lines.count)
    }
    guard InvoiceContent.totals.contains(due.gross.cents) else { throw .amountOutOfBounds }
    if due.net.cents < 0 {
      guard let credited, !credited.content.kind.isCredit,
        .zero - due.gross <= credited.content.gross - credited.credited
      else { throw .negativeTotal(due.net) }
    }
    let lacks = invoiceLacks
    guard lacks.isEmpty else { throw .incomplete(lacks) }
    var content = invoiceContent(due, number, day)
    if isDeposit { content.kind = .deposit }
    if content.settlesDeposit {
      guard !deposits.isEmpty else { throw .depositNotIssued }
      content.preceding = deposits
    }
    if due.net.cents < 0, let credited { content.turnIntoCredit(on: credited) }
    return content
  }

  private func invoiceContent(
    _ draft: InvoiceDraft, _ number: InvoiceNumber, _ day: Day
  ) -> InvoiceContent {
    let first = draft.lines.map(\.period.lowerBound).min() ?? draft.month.first
    let last = draft.lines.map(\.period.upperBound).max() ?? draft.month.last
    return InvoiceContent(
      number: number, issued: day, due: lastPaymentDay(ofInvoiceOf: day),
      period: min(first, last)...max(first, last), reference: contract.reference,
      contractVersion: version, seller: InvoiceParty(contract.provider),
      buyer: InvoiceParty(contract.client), lines: draft.lines.map(line), notes: invoiceNotes,
      payment: invoicePayment, order: contract.client.invoicing?.commitmentNumber,
      buyerReference: contract.client.invoicing?.unitCode, month: draft.month)
  }

  private func line(_ line: InvoiceLine) -> InvoiceContent.Line {
    let days = line.period
    // A price is never negative (BR-27): what is given back has a negative quantity.
    let isCredit = line.unitPrice < FixedPoint(0)
    return InvoiceContent.Line(
      kind: line.kind, name: line.designation.typesetInFrench,
      detail: """
        Contrat \(contract.reference), article \(line.citation.number), \
        \(spelled(days))
        """, quantity: isCredit ? line.quantity.negated : line.quantity, unit: line.unit,
      unitPrice: isCredit ? line.unitPrice.negated : line.unitPrice, priceBase: line.priceBase,
      net: line.net, vat: line.vat, period: days, citation: line.citation,
      tickets: line.tickets.map(\.number), claims: line.claims)
  }

  private func spelled(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? "le \(days.lowerBound.french)"
      : "du \(days.lowerBound.french) au \(days.upperBound.french)"
  }

  private var invoicePayment: InvoicePayment {
    let payment = contract.payment
    let (means, words) =
      switch payment.method {
      case .transfer, nil: ("58", "par virement")
      case .directDebit: ("59", "par prélèvement")
      case .card: ("48", "par carte")
      case .cheque: ("20", "par chèque")
      case .cash: ("10", "en espèces")
      }
    let isTransfer = means == "58"
    return InvoicePayment(
      means: means, iban: isTransfer ? contract.provider.iban : nil,
      bic: isTransfer ? contract.provider.bic : nil,
      terms: """
        Paiement à \(payment.days ?? 30) jours\(payment.isEndOfMonth ? " fin de mois" : "") \
        après la date de la facture, \(words)
        """)
  }
}

extension InvoiceParty {
  package init(_ party: Party) {
    let address = party.seat
    self.init(
      name: party.name, street: address.street, postcode: address.postcode, town: address.town,
      siren: party.siren, siret: party.siret, vatNumber: party.vatNumber,
      email: party.invoicing?.email ?? party.noticesAddress,
      telephone: party.contact?.telephone,
      electronicAddress: party.invoicing?.electronicAddress ?? party.siren)
  }
}

extension FixedPoint {
  var negated: FixedPoint { FixedPoint(millionths: -millionths) }
}
