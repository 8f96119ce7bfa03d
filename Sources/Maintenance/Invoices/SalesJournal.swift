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
    case deposits = "419100"
    case services = "706000"
    case vat = "445710"

    var name: String {
      switch self {
      case .clients: "Clients"
      case .deposits: "Clients, avances et acomptes reçus"
      case .services: "Prestations de services"
      case .vat: "TVA collectée"
      }
    }
  }

  private let invoices: [Invoice]
  private let replaced: [ID<Invoice>: Invoice]

  /// In the order of their numbers; `replaced` are those whose place some of them take.
  package init(_ invoices: [Invoice], replaced: [Invoice] = []) {
    self.invoices = invoices.sorted { $0.content.number < $1.content.number }
    self.replaced = Dictionary(replaced.map { ($0.id, $0) }) { first, _ in first }
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
  /// note the other way round. What a replacement cancels is taken back under its number.
  private func lines(_ invoice: Invoice) -> [String] {
    let earlier = invoice.content.kind == .replacement ? invoice.corrected : nil
    let cancelled = earlier.flatMap { replaced[$0] }.map { entries($0.content, sign: -1) } ?? []
    let own = entries(invoice.content, sign: invoice.content.kind.isCredit ? -1 : 1)
    return (cancelled + own).map { line(invoice, $0.ledger, $0.detail, $0.cents) }
  }

  private typealias Entry = (ledger: Ledger, detail: String, cents: Int64)

  /// What a deposit brings, and what deducts it, is owed to the client and no income.
  private func entries(_ content: InvoiceContent, sign: Int64) -> [Entry] {
    let deposits = content.lines.filter { [.deposit, .depositSettled].contains($0.kind) }
      .reduce(Money.zero) { $0 + $1.net }
    var entries: [Entry] = [(.clients, "", sign * content.gross.cents)]
    let services = content.net - deposits
    if services != .zero || deposits == .zero {
      entries.append((.services, "", -sign * services.cents))
    }
    if deposits != .zero { entries.append((.deposits, "", -sign * deposits.cents)) }
    for total in content.vatTotals where total.vat != .zero {
      entries.append((.vat, " \(total.treatment.rate.frenchPercent)", -sign * total.vat.cents))
    }
    return entries
  }

  private func line(
    _ invoice: Invoice, _ ledger: Ledger, _ detail: String, _ cents: Int64
  ) -> String {
    let content = invoice.content
    let day = Self.compact(content.issued)
    let isClient = ledger == .clients
    let kind = content.kind.isCredit ? "Avoir" : "Facture"
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
