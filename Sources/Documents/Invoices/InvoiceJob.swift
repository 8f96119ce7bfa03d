import Foundation
import Maintenance

/// What the press's worker reads to make an invoice's documents.
struct InvoiceJob: Encodable {
  let operation = "invoice"
  let template = "facture.typ"
  /// Seconds since 1970 of the day of issue: the only time that the documents know.
  let timestamp: Int
  let data: InvoiceLayout
  var terms: TermValue

  init(_ invoice: InvoiceContent) {
    timestamp = invoice.issued.number * 86_400
    data = InvoiceLayout(invoice)
    terms = invoice.terms
  }

  /// On one line.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return [UInt8](try encoder.encode(self))
  }
}

struct InvoiceAnswer: Decodable {
  var pdf: Data?
  var xml: Data?
  var ubl: Data?
  var replaced: [String]?
  /// Rules that the invoice breaks.
  var broken: [String]?
  var error: String?
  var hints: [String]?
  var place: String?
  /// By stage.
  var milliseconds: [String: Double]?
}
