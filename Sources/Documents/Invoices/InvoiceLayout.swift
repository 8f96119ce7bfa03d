import Maintenance

/// An invoice as its page prints it, all in words.
struct InvoiceLayout: Encodable {
  struct Side: Encodable {
    let name: String
    let lines: [String]
  }

  struct Row: Encodable {
    let name: String
    let detail: String
    let quantity: String
    let price: String
    let rate: String
    let net: String
  }

  let title: String
  let number: String
  let issued: String
  let seller: Side
  let buyer: Side
  /// Name and value.
  let facts: [[String]]
  let rows: [Row]
  /// Rate, base and amount.
  let taxes: [[String]]
  let exemptions: [String]
  let totals: [[String]]
  let total: [String]
  let payment: [String]
  let notes: [String]
  let legal: [String]

  init(_ invoice: InvoiceContent) {
    let isCredit = invoice.kind.isCredit
    title =
      switch invoice.kind {
      case .invoice: "Facture"
      case .creditNote: "Avoir"
      case .replacement: "Facture rectificative"
      case .deposit: "Facture d’acompte"
      case .depositCredit: "Avoir sur acompte"
      }
    number = invoice.number.text
    issued = invoice.issued.french
    seller = Side(invoice.seller)
    buyer = Side(invoice.buyer)
    let facts: [(String, String?)] = [
      ("Date", invoice.issued.french), ("À payer le", isCredit ? nil : invoice.due.french),
      ("Contrat", invoice.reference),
      ("Période", "\(invoice.period.lowerBound.french) – \(invoice.period.upperBound.french)"),
      ("Opérations", "prestations de services"),
      ("Commande", invoice.order), ("Service", invoice.buyerReference),
    ]
    let earlier =
      switch invoice.kind {
      case .replacement: "Annule et remplace"
      case .creditNote, .depositCredit: "Facture corrigée"
      case .invoice, .deposit: "Acompte facturé"
      }
    self.facts =
      facts.compactMap { name, value in value.map { [name, $0] } }
      + invoice.preceding.map { [earlier, "\($0.number) du \($0.issued.french)"] }
    rows = invoice.lines.map(Row.init)
    taxes = invoice.vatTotals.map {
      [$0.treatment.rate.frenchPercent, $0.net.french, $0.vat.french]
    }
    exemptions = invoice.vatTotals.compactMap(\.treatment.exemption)
    totals = [["Total HT", invoice.net.french], ["Total TVA", invoice.vat.french]]
    total = [isCredit ? "À votre crédit, TTC" : "Net à payer, TTC", invoice.gross.french]
    let account = [
      invoice.payment.iban.map { "IBAN \(Self.grouped($0))" },
      invoice.payment.bic.map { "BIC \($0)" },
      "référence à rappeler : \(invoice.number.text)",
    ]
    payment =
      isCredit
      ? [] : [invoice.payment.terms + ".", account.compactMap { $0 }.joined(separator: " · ")]
    notes = invoice.notes.filter { ["PMT", "PMD", "AAB", "AAI"].contains($0.code) }.map(\.text)
    legal =
      invoice.notes.filter { ["REG", "ABL"].contains($0.code) }.map(\.text)
      + (invoice.seller.vatNumber.map { ["TVA \($0)"] } ?? [])
  }

  /// «FR76 9999 9000…», as banks print it.
  private static func grouped(_ account: String) -> String {
    stride(from: 0, to: account.count, by: 4)
      .map { String(account.dropFirst($0).prefix(4)) }.joined(separator: "\u{A0}")
  }
}

extension InvoiceLayout.Side {
  init(_ party: InvoiceParty) {
    name = party.name
    lines =
      [party.street, "\(party.postcode) \(party.town)"]
      + [
        party.siret.map { "SIRET \($0)" } ?? party.siren.map { "SIREN \($0)" },
        party.vatNumber.map { "TVA \($0)" },
      ].compactMap { $0 }
  }
}

extension InvoiceLayout.Row {
  init(_ line: InvoiceContent.Line) {
    name = line.name
    let counted = line.tickets.map { "n° \($0)" }.joined(separator: ", ")
    detail = line.detail + (line.tickets.count > 1 ? " – tickets \(counted)" : "")
    quantity = Self.quantity(line)
    price = Self.price(line.unitPrice) + Self.base(line)
    rate = line.vat.rate.frenchPercent
    net = line.net.french
  }

  /// Minutes in hours and minutes; a count that a price divides is that of units and days.
  private static func quantity(_ line: InvoiceContent.Line) -> String {
    if line.unit.code == "MIN", line.quantity.millionths % 1_000_000 == 0 {
      return frenchHours(minutes: Int(line.quantity.millionths / 1_000_000))
    }
    guard line.unit.code == "KMT" else { return line.quantity.french }
    return line.quantity.french + "\u{A0}km"
  }

  /// «/ h» for minutes at an hourly price, «/ 31» for days of a month.
  private static func base(_ line: InvoiceContent.Line) -> String {
    guard line.priceBase != 1 else { return "" }
    return line.unit.code == "MIN" && line.priceBase == 60
      ? "\u{A0}/\u{A0}h" : "\u{A0}/\u{A0}\(line.priceBase)"
  }

  /// Two places, or as many as the price has.
  private static func price(_ price: FixedPoint) -> String {
    price.millionths % 10_000 == 0
      ? Money(cents: price.millionths / 10_000).french : price.french + "\u{A0}€"
  }
}
