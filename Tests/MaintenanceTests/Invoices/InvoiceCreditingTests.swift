import TestSupport
import Testing

@testable import Maintenance

struct InvoiceCreditingTests {
  private let samples = InvoiceTests()

  @Test func `a penalty alone is a credit on the price of an earlier invoice, and bills once`()
    throws
  {
    let invoice = try samples.issued()
    let terms = Terms(samples.contract { _ in }, version: 1)
    let month = Month(containing: day("2026-12-01"))
    let days = month.first...month.last
    let line = InvoiceLine(
      kind: .penalty, designation: "Pénalité", citation: terms.citation("prix", Reason(.priced)),
      period: days, quantity: FixedPoint(-1), unit: .piece("avoir"),
      unitPrice: Money(cents: 5000).euros, net: Money(cents: -5000),
      vat: .standard(FixedPoint(20)), claims: [BillingClaim("penalite/1", days)])
    let draft = InvoiceDraft(month: month, lines: [line])
    let number = InvoiceNumber(invoice.content.number.series, 2)
    #expect(throws: InvoiceRefusal.negativeTotal(Money(cents: -5000))) {
      try terms.invoice(draft, number: number, on: day("2026-12-31"))
    }
    let note = try terms.invoice(
      draft, number: number, on: day("2026-12-31"), credited: invoice)
    #expect(note.kind == .creditNote)
    #expect(note.gross == Money(cents: 6000))
    #expect(note.lines[0].quantity == FixedPoint(1))
    #expect(note.preceding.map(\.number) == [invoice.content.number.text])
    let issued = try note.issued(
      files: invoice.files, corrects: invoice.id, id: ID(number: 10),
      under: invoice.agreement, by: SampleContract.technician, at: paris("2026-12-31 10:00")
    ).state
    #expect(issued.heldClaims == line.claims)
    let credited = try invoice.credited(
      by: issued, isBilledAgain: true, actor: SampleContract.technician,
      at: paris("2026-12-31 10:00")
    ).state
    #expect(credited.balance == invoice.balance - Money(cents: 6000))
    #expect(credited.heldClaims == invoice.heldClaims)
  }

  @Test func `a deposit is not deducted before it was invoiced`() throws {
    let terms = Terms(samples.contract { _ in }, version: 1)
    var draft = terms.invoiceDraft(for: Month(containing: day("2026-11-01")), work: [])
    var line = draft.lines[0]
    line.kind = .depositSettled
    line.quantity = FixedPoint(-1)
    line.net = Money(cents: -100)
    draft.lines.append(line)
    let number = InvoiceNumber(InvoiceSeries(seller: "999301120", year: 2026), 2)
    #expect(throws: InvoiceRefusal.depositNotIssued) {
      try terms.invoice(draft, number: number, on: day("2026-11-30"))
    }
    let deposit = InvoiceContent.Preceding(number: "F2026-00001", issued: day("2026-11-01"))
    let content = try terms.invoice(
      draft, number: number, on: day("2026-11-30"), deposits: [deposit])
    #expect(content.preceding == [deposit])
    #expect(content.frame == "S4")
  }

  @Test func `a claim that two lines bill is free once both are taken back`() throws {
    let invoice = try samples.issued()
    var content = invoice.content
    content.lines = [content.lines[0], content.lines[0]]
    let shared = try content.issued(
      files: invoice.files, id: invoice.id, under: invoice.agreement,
      by: SampleContract.technician, at: paris("2026-11-30 10:00")
    ).state
    let half = try credited(shared, CreditRequest([.init(line: 1)], reason: "Erreur"))
    #expect(half.heldClaims == shared.heldClaims)
    #expect(try credited(half, CreditRequest(reason: "Le reste")).heldClaims == [])
    let kept = CreditRequest(reason: "Geste", isBilledAgain: false)
    #expect(try credited(half, kept).heldClaims == shared.heldClaims)
  }

  @Test func `a reason is wanted, and is no longer than a note may be`() throws {
    let invoice = try samples.issued()
    for (reason, refusal) in [
      ("  ", InvoiceRefusal.noReason), (String(repeating: "é", count: 251), .textTooLong),
    ] {
      #expect(throws: refusal) {
        try invoice.creditNote(
          CreditRequest(reason: reason), number: invoice.content.number, on: day("2026-12-01"))
      }
    }
  }

  @Test func `amounts out of bounds are refused`() throws {
    #expect(throws: InvoiceRefusal.amountOutOfBounds) {
      try samples.issued { $0.price.fees[0].amount = Money(cents: 900_000_000_000) }
    }
    let invoice = try samples.issued()
    for cents in [0, Int64.max, Int64.min + 1] {
      #expect(throws: InvoiceRefusal.amountOutOfBounds) {
        try invoice.paid(
          Invoice.Payment(
            day: day("2026-12-01"), amount: Money(cents: cents), means: "", reference: ""),
          by: SampleContract.technician, on: day("2026-12-03"), at: paris("2026-12-03 10:00"))
      }
    }
  }

  @Test func `ten thousand lines are refused with their number`() throws {
    let terms = Terms(samples.contract { _ in }, version: 1)
    var draft = terms.invoiceDraft(for: Month(containing: day("2026-11-01")), work: [])
    draft.lines = Array(repeating: draft.lines[0], count: 10_000)
    #expect(throws: InvoiceRefusal.tooManyLines(10_000)) {
      try terms.invoice(
        draft, number: InvoiceNumber(InvoiceSeries(seller: "999301120", year: 2026), 1),
        on: day("2026-11-30"))
    }
  }

  @Test(arguments: [
    InvoiceRefusal.incomplete([InvoiceLack(.buyerSIREN), InvoiceLack(.sellerIBAN)]),
    .nothingToBill, .negativeTotal(Money(cents: -5)), .tooManyLines(1001), .amountOutOfBounds,
    .monthNotOver(Day(number: 20_000)), .earlierThanLast(Day(number: 20_000)),
    .invalid(["BR-1: non", "BR-2: non"]), .depositNotIssued,
  ])
  func `a refusal that is stored is read again`(_ refusal: InvoiceRefusal) {
    #expect(InvoiceRefusal(stored: refusal.stored) == refusal)
  }

  @Test(arguments: ["=1+1", "+33", "-2", "@A1", "\t=x", "  =x", "a\n=b", "a;b", "a\"b"])
  func `a cell is never a formula and never breaks its row`(_ text: String) {
    var table = CSVTable(["Tête"])
    table.add([.text(text), .amount(Money(cents: -1205))])
    let row = table.text.split(separator: "\r\n")[1]
    #expect(row.hasSuffix(";-12,05"))
    #expect(!"=+-@\t\n".contains(row.first ?? "="))
    #expect(table.text.split(separator: "\r\n").count == 2)
  }

  private func credited(_ invoice: Invoice, _ request: CreditRequest) throws -> Invoice {
    let note = try invoice.creditNote(
      request, number: InvoiceNumber(invoice.content.number.series, 7), on: day("2026-12-01"))
    let instant = paris("2026-12-01 10:00")
    let issued = try note.issued(
      files: invoice.files, corrects: invoice.id, id: ID(number: 11),
      under: invoice.agreement, by: SampleContract.technician, at: instant
    ).state
    return try invoice.credited(
      by: issued, isBilledAgain: request.isBilledAgain, actor: SampleContract.technician,
      at: instant
    ).state
  }
}
