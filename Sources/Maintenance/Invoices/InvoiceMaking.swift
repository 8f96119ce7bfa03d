extension InvoiceDraft {
  /// What may be billed on a day: before the month is over, only what is paid in advance.
  package func due(on day: Day, _ timing: Payment.Timing) -> InvoiceDraft {
    guard day < month.last else { return self }
    var due = self
    due.lines = lines.filter { line in
      switch line.kind {
      case .fee, .partialFee: timing == .advance && day >= month.first
      case .prepaidBought: day >= month.first
      case .prepaidDrawn, .hours, .proposal: false
      }
    }
    return due
  }
}

extension Terms {
  /// The invoice that a draft makes, numbered and dated; refused when the contract lacks what an
  /// invoice must say (CGI ann. II, art. 242 nonies A; C. com. L441-9).
  package func invoice(
    _ draft: InvoiceDraft, number: InvoiceNumber, on day: Day
  ) throws(InvoiceRefusal) -> InvoiceContent {
    let due = draft.due(on: day, contract.payment.timing)
    guard !due.lines.isEmpty else {
      throw draft.lines.isEmpty ? .nothingToBill : .monthNotOver(draft.month.last)
    }
    guard due.lines.count <= InvoiceContent.mostLines else {
      throw .tooManyLines(due.lines.count)
    }
    guard due.net.cents >= 0 else { throw .negativeTotal(due.net) }
    let lacks = invoiceLacks
    guard lacks.isEmpty else { throw .incomplete(lacks) }
    return invoiceContent(due, number, day)
  }

  private func invoiceContent(
    _ draft: InvoiceDraft, _ number: InvoiceNumber, _ day: Day
  ) -> InvoiceContent {
    let tax = invoiceTax(draft.vatRate)
    let periods = draft.lines.compactMap(\.period)
    let first = periods.map(\.lowerBound).min() ?? draft.month.first
    let last = periods.map(\.upperBound).max() ?? draft.month.last
    return InvoiceContent(
      number: number, issued: day, due: lastPaymentDay(ofInvoiceOf: day),
      period: min(first, last)...max(first, last), reference: contract.reference,
      contractVersion: version, seller: InvoiceParty(contract.provider),
      buyer: InvoiceParty(contract.client), lines: draft.lines.map { line($0, tax) },
      notes: invoiceNotes, payment: invoicePayment,
      order: contract.client.invoicing?.commitmentNumber,
      buyerReference: contract.client.invoicing?.unitCode)
  }

  private func invoiceTax(_ rate: FixedPoint) -> InvoiceTax {
    switch contract.price.vatRegime {
    case .normal: InvoiceTax(.standard, rate)
    case .franchise: InvoiceTax(.exempt, FixedPoint(0))
    case .reverseCharge: InvoiceTax(.reverseCharge, FixedPoint(0))
    }
  }

  private func line(_ line: InvoiceLine, _ tax: InvoiceTax) -> InvoiceContent.Line {
    let (name, unit) = designation(line)
    let spelled = SpelledAmount(line.quantity, line.unitPrice, line.amount)
    let details = [
      "Contrat \(contract.reference), article \(line.citation.number)",
      line.period.map { "du \($0.lowerBound.french) au \($0.upperBound.french)" },
      spelled.isAsAgreed
        ? nil : "soit \(line.amount.french) au prix unitaire de \(line.unitPrice.french)",
    ]
    var seen: Set<Int> = []
    return InvoiceContent.Line(
      name: name, detail: details.compactMap { $0 }.joined(separator: ", "),
      quantity: spelled.quantity, unit: unit, unitPrice: spelled.unitPrice, net: line.amount,
      tax: tax, period: line.period, citation: line.citation,
      tickets: line.tickets.map(\.ticketNumber).filter { seen.insert($0).inserted },
      keys: line.keys)
  }

  private func designation(_ line: InvoiceLine) -> (String, InvoiceUnit) {
    switch line.kind {
    case .fee(let label, let unit):
      (label, unit == "contrat" ? .month : .piece)
    case .partialFee(let label, _, let days, let whole):
      ("\(label) (\(days) jours sur \(whole))", .piece)
    case .prepaidBought(let hours):
      ("Carnet de \(hours) heures de maintenance", .piece)
    case .prepaidDrawn:
      ("Heures imputées sur le carnet, déjà facturées", .hour)
    case .hours(let minutes):
      (
        "Intervention hors forfait, \(frenchHours(minutes: minutes)), "
          + tickets(line.tickets), .hour
      )
    case .proposal(let proposal):
      (
        "Prestation sur devis accepté par \(proposal.acceptedBy), ticket n° "
          + String(proposal.ticketNumber), .piece
      )
    }
  }

  /// «ticket n° 12 : Messagerie en panne».
  private func tickets(_ work: [BillableWork]) -> String {
    guard let first = work.first else { return "" }
    return "ticket n° \(first.ticketNumber) : \(first.ticketTitle)"
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
  init(_ party: Party) {
    let address = party.seat
    self.init(
      name: party.name, street: address.street, postcode: address.postcode, town: address.town,
      siren: party.siren, siret: party.siret, vatNumber: party.vatNumber,
      email: party.invoicing?.email ?? party.noticesAddress,
      telephone: party.contact?.telephone,
      electronicAddress: party.invoicing?.electronicAddress ?? party.siren)
  }
}

/// An amount as quantity × unit price, exact to the cent within the places that an invoice has:
/// four for quantities, six for prices (BR-FR-DEC-02, BR-FR-DEC-03).
struct SpelledAmount {
  let quantity: FixedPoint
  let unitPrice: FixedPoint
  /// The price is the contract's own.
  let isAsAgreed: Bool

  init(_ agreed: FixedPoint, _ price: Money, _ net: Money) {
    let sign: Int64 = (net.cents < 0) == (price.cents < 0) || net.cents == 0 ? 1 : -1
    let magnitude = FixedPoint(
      millionths: sign * Int64((agreed.millionths.magnitude + 50) / 100 * 100))
    let cents = FixedPoint(millionths: Int64(price.cents.magnitude) * 10_000)
    if Self.product(magnitude, cents) == net {
      (quantity, unitPrice, isAsAgreed) = (magnitude, cents, true)
      return
    }
    if magnitude.millionths != 0 {
      let price = Self.quotient(net, magnitude)
      if Self.product(magnitude, price) == net {
        (quantity, unitPrice, isAsAgreed) = (magnitude, price, false)
        return
      }
    }
    quantity = FixedPoint(net.cents < 0 ? -1 : 1)
    unitPrice = FixedPoint(millionths: Int64(net.cents.magnitude) * 10_000)
    isAsAgreed = false
  }

  /// Rounded half away from zero to the cent.
  static func product(_ quantity: FixedPoint, _ price: FixedPoint) -> Money {
    let exact = Int128(quantity.millionths) * Int128(price.millionths)
    let half: Int128 = 5_000_000_000
    return Money(cents: Int64((exact >= 0 ? exact + half : exact - half) / 10_000_000_000))
  }

  private static func quotient(_ net: Money, _ quantity: FixedPoint) -> FixedPoint {
    let numerator = Int128(net.cents.magnitude) * 10_000_000_000
    let divisor = Int128(quantity.millionths.magnitude)
    return FixedPoint(millionths: Int64((numerator + divisor / 2) / divisor))
  }
}

extension Invoice {
  /// A credit note that takes the whole invoice back (CGI 289, I, 5): it cites its number and date.
  package func creditNote(
    number: InvoiceNumber, on day: Day, reason: String
  ) throws(InvoiceRefusal) -> InvoiceContent {
    guard content.kind != .creditNote else { throw .isCreditNote }
    guard credited.cents == 0 else { throw .beyondBalance(content.gross - credited) }
    guard !reason.allSatisfy(\.isWhitespace) else { throw .noReason }
    guard reason.utf8.count <= Invoice.longestText else { throw .textTooLong }
    var note = content
    note.kind = .creditNote
    note.number = number
    note.issued = day
    note.due = day
    note.preceding = [InvoiceContent.Preceding(number: content.number.text, issued: content.issued)]
    note.notes.append(InvoiceContent.Note(code: "AAI", text: "Motif de l’avoir : \(reason)"))
    for index in note.lines.indices { note.lines[index].keys = [] }
    return note
  }
}
