package import Maintenance

extension Purchase: Projected {
  package static let subjectKind = Subject.Kind.purchase
  package static let table = "purchase"
  package static let columns = [
    "id", "version", "agreement", "number", "seller", "issued_day", "net_cents", "gross_cents",
    "currency", "sha256",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .text(said.number), .text(said.seller), .integer(Int64(said.issued.number)),
      .integer(said.net.cents), .integer(said.gross.cents), .text(said.currency), .text(sha256),
    ]
  }

  package var texts: [String] { [sha256] }
}

/// One supplier's invoice as a list shows it.
package struct PurchaseLine: Sendable, Equatable {
  package var id: ID<Purchase>
  package var agreement: ID<Agreement>
  package var number: String
  package var seller: String
  package var issued: Day
  package var gross: Money
  package var currency: String
}

extension Reader {
  package func purchase(_ id: ID<Purchase>) throws -> Purchase? {
    let facts = try facts(of: .purchase, id.number)
    return facts.isEmpty ? nil : try Purchase(replaying: facts)
  }

  /// Whether this very file is kept with the agreement.
  package func keepsPurchase(_ sha256: String, of agreement: ID<Agreement>) throws -> Bool {
    try !connection.rows(
      "SELECT 1 FROM purchase WHERE agreement = $1 AND sha256 = $2",
      [.integer(agreement.number), .text(sha256)]
    ) { $0.integer(0) }.isEmpty
  }

  /// The last kept first, those before `before`.
  package func purchases(before: ID<Purchase>?, limit: Int) throws -> [PurchaseLine] {
    try connection.rows(
      """
      SELECT id, agreement, number, seller, issued_day, gross_cents, currency FROM purchase
      WHERE id < $1 ORDER BY id DESC LIMIT $2
      """, [.integer(before?.number ?? .max), .integer(Int64(limit))]
    ) { row in
      PurchaseLine(
        id: ID(number: row.integer(0)), agreement: ID(number: row.integer(1)),
        number: row.text(2), seller: row.text(3), issued: Day(number: Int(row.integer(4))),
        gross: Money(cents: row.integer(5)), currency: row.text(6))
    }
  }
}
