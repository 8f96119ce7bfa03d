/// All that an invoice says, frozen when it is issued: nothing of it is ever read from elsewhere
/// again.
///
/// The names of EN 16931 stand beside what they are not obvious for (BT is a business term).
package struct InvoiceContent: Hashable, Sendable {
  /// Codes of UNTDID 1001 (BT-3).
  package enum Kind: String, CaseIterable, Sendable {
    case invoice = "380"
    case creditNote = "381"
    /// Cancels an earlier one and takes its place whole.
    case replacement = "384"
    case deposit = "386"
    /// Takes a deposit back.
    case depositCredit = "503"

    package var isCredit: Bool { self == .creditNote || self == .depositCredit }
  }

  package var kind = Kind.invoice
  package var number: InvoiceNumber
  package var issued: Day
  /// BT-9.
  package var due: Day
  /// What the invoice is about (BT-73, BT-74).
  package var period: ClosedRange<Day>
  package var reference: String
  package var contractVersion: Int
  package var seller: InvoiceParty
  package var buyer: InvoiceParty
  package var lines: [Line]
  package var notes: [Note]
  package var payment: InvoicePayment
  /// Of the buyer: commitment number or order (BT-13).
  package var order: String?
  /// Of the buying unit (BT-10).
  package var buyerReference: String?
  /// The earlier invoices that this one corrects, replaces or settles (BT-25, BT-26).
  package var preceding: [Preceding] = []
  /// Whose draft it bills; none for a credit note on an invoice.
  package var month: Month?

  package struct Line: Hashable, Sendable {
    package var kind: InvoiceLine.Kind
    /// BT-153 and BT-154.
    package var name: String
    package var detail: String
    /// BT-129: at most four places; negative for what is given back.
    package var quantity: FixedPoint
    /// BT-130.
    package var unit: LineUnit
    /// Euros before VAT for `priceBase` units, never negative (BT-146, BT-149).
    package var unitPrice: FixedPoint
    package var priceBase: Int
    /// BT-131.
    package var net: Money
    package var vat: VATTreatment
    package var period: ClosedRange<Day>
    package var citation: Citation
    /// Numbers of the tickets that are counted.
    package var tickets: [Int]
    /// What is billed, never to be billed again.
    package var claims: [BillingClaim]
    /// On a credit note: the line of the invoice that it takes back, from 1.
    package var corrects: Int?
  }

  package struct Note: Hashable, Sendable {
    /// UNTDID 4451: PMT, PMD, AAB, ABL, REG, AAI, BAR… (BT-21).
    package var code: String
    package var text: String
  }

  package struct Preceding: Hashable, Sendable {
    package var number: String
    package var issued: Day
  }
}

/// A side of the invoice, as it was on the day of issue.
package struct InvoiceParty: Hashable, Sendable {
  package var name: String
  package var street: String
  package var postcode: String
  package var town: String
  package var siren: String?
  package var siret: String?
  package var vatNumber: String?
  package var email: String?
  package var telephone: String?
  /// Address in the directory of electronic invoicing (scheme 0225).
  package var electronicAddress: String?
}

/// How it is to be paid.
package struct InvoicePayment: Hashable, Sendable {
  /// UNTDID 4461: 58 transfer, 59 direct debit, 48 card, 20 cheque, 10 cash (BT-81).
  package var means: String
  package var iban: String?
  package var bic: String?
  /// BT-20.
  package var terms: String
}

extension InvoiceContent {
  /// One a treatment, the highest rate first (BG-23).
  package var vatTotals: [VATTotal] {
    Dictionary(grouping: lines, by: \.vat)
      .map { VATTotal(treatment: $0, net: $1.reduce(.zero) { $0 + $1.net }) }
      .sorted { ($1.treatment.rate, $0.net) < ($0.treatment.rate, $1.net) }
  }

  /// BT-109: the sum of the lines.
  package var net: Money { lines.reduce(.zero) { $0 + $1.net } }
  /// BT-110.
  package var vat: Money { vatTotals.reduce(.zero) { $0 + $1.vat } }
  /// BT-112.
  package var gross: Money { net + vat }
  /// Billing frame of the French reform (BT-23): an invoice of services, or one after a deposit.
  package var frame: String { settlesDeposit && !kind.isCredit ? "S4" : "S1" }

  package var settlesDeposit: Bool { lines.contains { $0.kind == .depositSettled } }
}
