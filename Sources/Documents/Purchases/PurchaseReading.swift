import Foundation
package import Maintenance

private struct ReadingJob: Encodable {
  let operation = "read"
  let file: Data
}

private struct ReadingAnswer: Decodable {
  struct Invoice: Decodable {
    let number: String
    let type: String
    let issued: String
    let due: String
    let seller: String
    let seller_siren: String
    let seller_vat: String
    let buyer: String
    let buyer_siren: String
    let currency: String
    let net: String
    let vat: String
    let gross: String
    let lines: [[String]]
    let broken: String
  }

  var invoice: Invoice?
  var error: String?
}

extension Press {
  /// What a supplier's Factur-X, or its CII alone, says of itself; a process of its own reads it.
  ///
  /// Throws `PurchaseRefusal` when it cannot be read, else `PressFault`.
  package func said(by file: [UInt8]) async throws -> Purchase.Said {
    let job = try JSONEncoder().encode(ReadingJob(file: Data(file)))
    let bytes = try await answer(to: [UInt8](job))
    let answer: ReadingAnswer
    do {
      answer = try JSONDecoder().decode(ReadingAnswer.self, from: Data(bytes))
    } catch {
      throw PressFault.broken("an answer that is no JSON")
    }
    if let reason = answer.error { throw PurchaseRefusal.unreadable(reason) }
    guard let read = answer.invoice else { throw PressFault.broken("an answer without invoice") }
    return try Purchase.Said(read)
  }
}

extension Purchase.Said {
  fileprivate init(_ read: ReadingAnswer.Invoice) throws(PurchaseRefusal) {
    guard !read.number.isEmpty else { throw .lacks("BT-1") }
    guard let issued = day(read.issued) else { throw .lacks("BT-2") }
    guard !read.seller.isEmpty else { throw .lacks("BT-27") }
    guard let net = cents(read.net) else { throw .lacks("BT-109") }
    guard let gross = cents(read.gross) else { throw .lacks("BT-112") }
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.init(
      number: read.number, type: read.type, issued: issued, due: day(read.due),
      seller: read.seller, sellerSIREN: optional(read.seller_siren),
      sellerVAT: optional(read.seller_vat), buyer: read.buyer,
      buyerSIREN: optional(read.buyer_siren), currency: read.currency, net: net,
      vat: cents(read.vat) ?? .zero, gross: gross,
      lines: read.lines.compactMap { line in
        guard line.count == 2, let net = cents(line[1]) else { return nil }
        return Purchase.Line(name: line[0], net: net)
      }, schemaFault: read.broken)
  }
}

/// `20261130`, UNTDID 2379 format 102.
private func day(_ text: String) -> Day? {
  guard text.utf8.count == 8 else { return nil }
  return Day(iso: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
}

/// Nothing of more than two places, or beyond a billion.
private func cents(_ text: String) -> Money? {
  guard let amount = FixedPoint(text), amount.millionths % 10_000 == 0 else { return nil }
  return Money(cents: amount.millionths / 10_000)
}
