/// What a month of an agreement would be billed: a reading of its terms and facts, never stored.
package struct InvoiceDraft: Hashable, Sendable {
  package var month: Month
  package var lines: [InvoiceLine]
  /// What the month's facts would have billed, and why it is not here.
  package var leftOut: [LeftOut] = []

  package var vatTotals: [VATTotal] { lines.vatTotals }

  /// Sum of the lines, before VAT.
  package var net: Money { lines.reduce(.zero) { $0 + $1.net } }
  package var vat: Money { vatTotals.reduce(.zero) { $0 + $1.vat } }
  package var gross: Money { net + vat }
}

/// Something that is not billed in a period, and why.
package struct LeftOut: Hashable, Sendable {
  /// Stored nowhere; the pages word each.
  package enum Reason: String, CaseIterable, Sendable {
    case included
    case needsQuote = "needs_quote"
    case refused
    case alreadyBilled = "already_billed"
    case outsideContract = "outside_contract"
    case missingIndex = "missing_index"
    case unpriced
    case indemnity
    case formalNotice = "formal_notice"
    case notDone = "not_done"
    case laterPeriod = "later_period"
  }

  package var reason: Reason
  package var kind: InvoiceLine.Kind
  /// In French, as `InvoiceLine.designation`.
  package var designation: String
  package var citation: Citation?
  package var references: [LineReference] = []
  package var claims: [BillingClaim] = []
  /// Before VAT, when it can be known.
  package var amount: Money?
  /// What is wanted: the missing index, the first day of the period.
  package var detail: String?
}
