/// Rows of cells as spreadsheets read them in French: semicolons, decimal commas, UTF-8 with its
/// mark, lines ended by CR LF (RFC 4180).
package struct CSVTable: Sendable {
  package enum Cell: Sendable {
    /// From outside: never taken for a formula.
    case text(String)
    case amount(Money)
    case day(Day)
    case number(FixedPoint)
  }

  private var rows: [String] = []

  package init(_ heading: [String]) {
    add(heading.map(Cell.text))
  }

  package mutating func add(_ cells: [Cell]) {
    rows.append(cells.map(\.written).joined(separator: ";"))
  }

  package var text: String { "\u{FEFF}" + rows.joined(separator: "\r\n") + "\r\n" }
}

extension CSVTable.Cell {
  fileprivate var written: String {
    switch self {
    case .text(let text): quoted(text)
    case .amount(let money):
      "\(money.cents < 0 ? "-" : "")\(money.cents.magnitude / 100),"
        + padded(Int(money.cents.magnitude % 100), 2)
    case .day(let day): day.iso
    case .number(let value): value.plain.replacing(".", with: ",")
    }
  }

  private func quoted(_ text: String) -> String {
    let safe = SpreadsheetCell.plain(
      String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    guard safe.contains(where: { $0 == ";" || $0 == "\"" || $0 == "'" }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

extension CSVTable {
  /// Invoices and credit notes, one a row; what a credit note takes back is negative.
  package static func invoices(_ invoices: [Invoice]) -> CSVTable {
    var table = CSVTable([
      "Numéro", "Nature", "Client", "SIREN", "Contrat", "Émise le", "À payer le", "Mois",
      "HT", "TVA", "TTC", "Reste", "Corrige", "Remplacée par",
    ])
    for invoice in invoices {
      let content = invoice.content
      func signed(_ amount: Money) -> Cell {
        .amount(content.kind.isCredit ? .zero - amount : amount)
      }
      table.add([
        .text(content.number.text), .text(content.kind.rawValue), .text(content.buyer.name),
        .text(content.buyer.siren ?? ""), .text(content.reference), .day(content.issued),
        .day(content.due), .text(content.month?.iso ?? ""), signed(content.net),
        signed(content.vat), signed(content.gross), .amount(invoice.balance),
        .text(content.preceding.map(\.number).joined(separator: " ")),
        .text(invoice.replacement?.number ?? ""),
      ])
    }
    return table
  }

  /// Payments whose money came, or went back, in these days.
  package static func payments(_ invoices: [Invoice], in days: ClosedRange<Day>) -> CSVTable {
    var table = CSVTable([
      "Jour", "Montant", "Moyen", "Référence", "Facture", "Client", "SIREN",
    ])
    let paid = invoices.flatMap { invoice in invoice.payments.map { (invoice, $0) } }
      .filter { days.contains($0.1.day) }
      .sorted { ($0.1.day, $0.0.content.number) < ($1.1.day, $1.0.content.number) }
    for (invoice, payment) in paid {
      table.add([
        .day(payment.day), .amount(payment.amount), .text(payment.means),
        .text(payment.reference), .text(invoice.content.number.text),
        .text(invoice.content.buyer.name), .text(invoice.content.buyer.siren ?? ""),
      ])
    }
    return table
  }

  /// Every movement of an account.
  package static func account(_ account: ClientAccount) -> CSVTable {
    var table = CSVTable([
      "Jour", "Mouvement", "Pièce", "Référence", "Débit", "Crédit", "Solde",
    ])
    for movement in account.movements {
      table.add([
        .day(movement.day), .text(movement.kind.rawValue), .text(movement.number),
        .text(movement.reference), .amount(movement.debit), .amount(movement.credit),
        .amount(movement.balance),
      ])
    }
    return table
  }
}
