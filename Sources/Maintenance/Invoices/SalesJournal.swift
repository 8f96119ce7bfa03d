/// The sales journal as tax inspectors read it: the file of accounting entries (LPF A47 A-1), one
/// line an account, eighteen columns apart by tabulations.
package struct SalesJournal: Sendable {
  package static let columns = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
    "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
    "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
  ]

  /// Accounts of the general chart (PCG).
  private enum Ledger: String {
    case clients = "411000"
    case services = "706000"
    case vat = "445710"

    var name: String {
      switch self {
      case .clients: "Clients"
      case .services: "Prestations de services"
      case .vat: "TVA collectée"
      }
    }
  }

  private let invoices: [Invoice]

  /// In the order of their numbers.
  package init(_ invoices: [Invoice]) {
    self.invoices = invoices.sorted { $0.content.number < $1.content.number }
  }

  /// Whole file, with its head; lines end with CR LF.
  package var text: String {
    ([Self.columns.joined(separator: "\t")] + invoices.flatMap(lines))
      .joined(separator: "\r\n") + "\r\n"
  }

  /// `999301120FEC20261231`, as the same article names it.
  package static func name(seller: String, closing: Day) -> String {
    "\(seller)FEC\(compact(closing))"
  }

  /// The client's debt on one side, services and VAT on the other: equal by construction, a credit
  /// note the other way round.
  private func lines(_ invoice: Invoice) -> [String] {
    let content = invoice.content
    let sign: Int64 = content.kind == .creditNote ? -1 : 1
    var entries: [(Ledger, String, Int64)] = [(.clients, "", sign * content.gross.cents)]
    entries.append((.services, "", -sign * content.net.cents))
    for total in content.vatTotals where total.vat != .zero {
      entries.append((.vat, " \(total.treatment.rate.frenchPercent)", -sign * total.vat.cents))
    }
    return entries.map { ledger, detail, cents in line(invoice, ledger, detail, cents) }
  }

  private func line(
    _ invoice: Invoice, _ ledger: Ledger, _ detail: String, _ cents: Int64
  ) -> String {
    let content = invoice.content
    let day = Self.compact(content.issued)
    let isClient = ledger == .clients
    let kind = content.kind == .creditNote ? "Avoir" : "Facture"
    let label = "\(kind) \(content.number.text) \(content.buyer.name)"
    return [
      "VE", "Ventes", content.number.text, day, ledger.rawValue, ledger.name + detail,
      isClient ? content.buyer.siren ?? "" : "", isClient ? content.buyer.name : "",
      content.number.text, day, label, Self.amount(max(0, cents)), Self.amount(max(0, -cents)),
      "", "", day, "", "",
    ].map(Self.cell).joined(separator: "\t")
  }

  /// No cell may hold what separates cells and lines, nor begin a formula.
  private static func cell(_ text: String) -> String {
    SpreadsheetCell.plain(String(text.map { $0.isNewline || $0 == "\t" || $0 == "|" ? " " : $0 }))
  }

  private static func amount(_ cents: Int64) -> String {
    "\(cents / 100),\(padded(Int(cents % 100), 2))"
  }

  private static func compact(_ day: Day) -> String {
    String(day.iso.filter { $0 != "-" })
  }
}
