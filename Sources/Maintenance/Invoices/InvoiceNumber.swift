/// A number of a series without gaps (CGI ann. II, art. 242 nonies A, I, 7°): `F2026-00042`.
///
/// One series a seller and a year, for invoices and credit notes alike.
package struct InvoiceNumber: Hashable, Comparable, Sendable {
  package let series: InvoiceSeries
  /// From 1.
  package let ordinal: Int

  package init(_ series: InvoiceSeries, _ ordinal: Int) {
    self.series = series
    self.ordinal = ordinal
  }

  package static func < (left: InvoiceNumber, right: InvoiceNumber) -> Bool {
    (left.series.year, left.ordinal) < (right.series.year, right.ordinal)
  }

  /// At most 35 letters, digits and hyphens (BR-FR-01, BR-FR-02).
  package var text: String { "F\(series.year)-\(padded(ordinal, 5))" }
}

package struct InvoiceSeries: Hashable, Sendable {
  /// SIREN of the seller.
  package let seller: String
  package let year: Int

  package init(seller: String, year: Int) {
    self.seller = seller
    self.year = year
  }

  /// `912345675/2026`.
  package var name: String { "\(seller)/\(year)" }

  package init?(name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = decimal(parts[1].utf8) else { return nil }
    self.init(seller: String(parts[0]), year: year)
  }
}
