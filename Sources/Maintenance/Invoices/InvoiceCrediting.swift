/// What a credit note is to take back of an invoice.
package struct CreditRequest: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    /// Of the invoice's line, from 1.
    package var line: Int
    /// Before VAT, of the line's own sign; nothing for all that is left of it.
    package var amount: Money?

    package init(line: Int, amount: Money? = nil) {
      self.line = line
      self.amount = amount
    }
  }

  /// None for all that is left of the invoice.
  package var parts: [Part]
  package var reason: String
  /// What is taken back whole may be billed again.
  package var isBilledAgain: Bool

  package init(_ parts: [Part] = [], reason: String, isBilledAgain: Bool = true) {
    self.parts = parts
    self.reason = reason
    self.isBilledAgain = isBilledAgain
  }
}

extension Invoice {
  /// What no credit note has taken back of a line, from 1, before VAT.
  package func left(ofLine rank: Int) -> Money {
    credits.flatMap(\.lines).filter { $0.rank == rank }
      .reduce(content.lines[rank - 1].net) { $0 - $1.net }
  }

  /// Nobody paid it or took anything of it back: another may take its place whole.
  package var isReplaceable: Bool {
    content.kind == .invoice && content.month != nil && credits.isEmpty && payments.isEmpty
      && replacement == nil
  }

  /// What it bills still: a claim is free again once every line that bills it was taken back whole
  /// by credit notes that let it be billed again.
  package var heldClaims: [BillingClaim] {
    guard replacement == nil else { return [] }
    let kept = content.lines.enumerated().filter { !isFree($0.offset + 1) }
    // The hours of one piece of work may stand on several lines: each claim is held once.
    var seen: Set<BillingClaim> = []
    return kept.flatMap(\.element.claims).filter { seen.insert($0).inserted }
  }

  private func isFree(_ rank: Int) -> Bool {
    let own = credits.filter { credit in credit.lines.contains { $0.rank == rank } }
    return !own.isEmpty && own.allSatisfy(\.isBilledAgain) && left(ofLine: rank) == .zero
  }

  /// The lines that a stored credit names; a credit without any took the invoice back whole.
  func creditedLines(_ fact: Fact) throws(ReplayFault) -> [Credit.Line] {
    guard let stored = fact.body["lines"]?.list else {
      return content.lines.enumerated().map { Credit.Line(rank: $0 + 1, net: $1.net) }
    }
    let lines = stored.compactMap { line -> Credit.Line? in
      guard let numbers = line.list?.compactMap(\.integer), numbers.count == 2,
        content.lines.indices.contains(Int(numbers[0]) - 1)
      else { return nil }
      return Credit.Line(rank: Int(numbers[0]), net: Money(cents: numbers[1]))
    }
    guard lines.count == stored.count else { throw ReplayFault("\(fact.kind): unreadable lines") }
    return lines
  }

  /// A credit note on some lines, or on all that is left (CGI 289, I, 5): it cites the number and
  /// the day of the invoice.
  package func creditNote(
    _ request: CreditRequest, number: InvoiceNumber, on day: Day
  ) throws(InvoiceRefusal) -> InvoiceContent {
    guard !content.kind.isCredit else { throw .isCreditNote }
    guard replacement == nil else { throw .beyondBalance(.zero) }
    var note = content
    note.lines = []
    for part in try parts(of: request) { note.lines.append(try creditLine(part)) }
    guard note.gross.cents > 0 else { throw .beyondBalance(content.gross - credited) }
    note.kind = content.kind == .deposit ? .depositCredit : .creditNote
    note.number = number
    note.issued = day
    note.due = day
    note.month = nil
    note.preceding = [content.cited]
    note.notes.append(try reasonNote("Motif de l’avoir", request.reason))
    return note
  }

  private func parts(
    of request: CreditRequest
  ) throws(InvoiceRefusal) -> [CreditRequest.Part] {
    guard !request.parts.isEmpty else {
      let touched = Set(credits.flatMap(\.lines).map(\.rank))
      let rest = (1...content.lines.count).filter { rank in
        !touched.contains(rank) || left(ofLine: rank) != .zero
      }
      return rest.map { CreditRequest.Part(line: $0) }
    }
    var seen: Set<Int> = []
    for part in request.parts {
      guard content.lines.indices.contains(part.line - 1), seen.insert(part.line).inserted else {
        throw .unknownLine(part.line)
      }
    }
    return request.parts
  }

  private func creditLine(
    _ part: CreditRequest.Part
  ) throws(InvoiceRefusal) -> InvoiceContent.Line {
    var line = content.lines[part.line - 1]
    let left = left(ofLine: part.line)
    let amount = part.amount ?? left
    let isWithin =
      line.net.cents < 0
      ? (left.cents...0).contains(amount.cents)
      : left.cents >= 0 && (0...left.cents).contains(amount.cents)
    guard isWithin, part.amount != .zero else { throw .beyondLine(part.line, left: left) }
    line.corrects = part.line
    line.claims = []
    if amount != line.net {
      line.quantity = FixedPoint(amount.cents < 0 ? -1 : 1)
      line.unit = .piece("montant")
      line.unitPrice = Money(cents: Int64(amount.cents.magnitude)).euros
      line.priceBase = 1
      line.net = amount
    }
    return line
  }

  /// What says why, under the code of free remarks.
  func reasonNote(
    _ head: String, _ reason: String
  ) throws(InvoiceRefusal) -> InvoiceContent.Note {
    guard !reason.allSatisfy(\.isWhitespace) else { throw .noReason }
    guard reason.utf8.count <= Invoice.longestText else { throw .textTooLong }
    return InvoiceContent.Note(code: "AAI", text: "\(head) : \(reason)")
  }

  /// The invoice that takes its place: made of the month's draft as the facts tell it now.
  package func replacing(
    _ fresh: InvoiceContent, reason: String
  ) throws(InvoiceRefusal) -> InvoiceContent {
    guard isReplaceable, fresh.kind == .invoice else { throw .notReplaceable }
    var content = fresh
    content.kind = .replacement
    let number = self.content.number.text
    content.notes.append(
      try reasonNote("Annule et remplace la facture \(number)", reason))
    // Exactly one earlier invoice (BR-FR-CO-04).
    content.preceding = [self.content.cited]
    return content
  }
}

extension InvoiceContent {
  /// As a later invoice cites it.
  package var cited: Preceding { Preceding(number: number.text, issued: issued) }

  /// Of one invoice with VAT, in cents, either way: a hundred million euros.
  static let totals: ClosedRange<Int64> = -10_000_000_000...10_000_000_000

  /// A sum below zero given back: a credit on the price of an earlier invoice.
  mutating func turnIntoCredit(on invoice: Invoice) {
    kind = .creditNote
    due = issued
    preceding = [invoice.content.cited]
    for index in lines.indices {
      lines[index].quantity = lines[index].quantity.negated
      lines[index].net = .zero - lines[index].net
    }
  }
}
