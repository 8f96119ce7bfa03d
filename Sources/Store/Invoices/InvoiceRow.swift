package import Maintenance

extension Invoice: Projected {
  package static let subjectKind = Subject.Kind.invoice
  package static let table = "invoice"
  package static let columns = [
    "id", "version", "agreement", "series", "ordinal", "number", "kind", "client_name",
    "issued_day", "due_day", "net_cents", "gross_cents", "balance_cents",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .integer(agreement.number),
      .text(content.number.series.name), .integer(Int64(content.number.ordinal)),
      .text(content.number.text), .text(content.kind.rawValue), .text(content.buyer.name),
      .integer(Int64(content.issued.number)), .integer(Int64(content.due.number)),
      .integer(content.net.cents), .integer(content.gross.cents), .integer(balance.cents),
    ]
  }

  package var texts: [String] {
    [files.pdf, files.xml, files.ubl] + reminders.compactMap(\.letter)
  }

  package var claims: Claims? { Claims(heldClaims, in: agreement) }
}
