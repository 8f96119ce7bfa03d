@testable import Maintenance

/// Invoices as a seeded generator draws them: every kind of line, rate, unit and party that the
/// rules make.
struct SampleInvoice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// xorshift64: enough to vary documents.
  private mutating func draw(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func content() -> InvoiceContent {
    let issued = Day(number: 20_700 + draw(400))
    let treatments: [VATTreatment] = [
      .standard(FixedPoint(20)), .standard(FixedPoint(millionths: 8_500_000)), .franchise,
      .reverseCharge,
    ]
    // A franchise has no other VAT beside it.
    let first = draw(4)
    let lines = (0...draw(12)).map { _ in
      line(first < 2 ? treatments[draw(2)] : treatments[first], issued)
    }
    let kind = InvoiceContent.Kind.allCases[draw(InvoiceContent.Kind.allCases.count)]
    let isFirst = kind == .invoice || kind == .deposit
    let earlier = InvoiceContent.Preceding(
      number: "F\(issued.year)-\(10_000 + draw(9999))", issued: issued - draw(200))
    return InvoiceContent(
      kind: kind,
      number: InvoiceNumber(InvoiceSeries(seller: "999301120", year: issued.year), 1 + draw(9999)),
      issued: issued, due: issued + draw(60), period: (issued - 40)...(issued - 10),
      reference: "VI-2026-031", contractVersion: 1,
      seller: party("Vigie Informatique", "999301120", "99930112000013", "FR32999301120"),
      buyer: party("Atelier « Lumen » & fils", "999503386", "99950338600016", "FR95999503386"),
      lines: lines,
      notes: [
        InvoiceContent.Note(code: "PMT", text: "Indemnité forfaitaire : 40,00 €."),
        InvoiceContent.Note(code: "PMD", text: "Pénalités de retard : 3 fois le taux légal."),
        InvoiceContent.Note(code: "AAB", text: "Escompte : néant."),
        InvoiceContent.Note(code: "BAR", text: "B2B"),
      ],
      payment: InvoicePayment(
        means: "58", iban: "FR7699999000010000000031834", bic: nil, terms: "Paiement à 30 jours"),
      order: draw(3) == 0 ? "BC-2026-\(draw(999))" : nil, preceding: isFirst ? [] : [earlier])
  }

  private mutating func line(_ vat: VATTreatment, _ issued: Day) -> InvoiceContent.Line {
    let cents = Int64(1 + draw(250_000))
    let (quantity, base, unit, net): (FixedPoint, Int, LineUnit, Money)
    let price = Money(cents: cents)
    switch draw(4) {
    case 0:
      let minutes = 1 + draw(2000)
      (quantity, base, unit) = (FixedPoint(minutes), 60, .minute)
      net = price.share(minutes, of: 60)
    case 1:
      let (seats, days) = (1 + draw(200), 1 + draw(30))
      (quantity, base, unit) = (FixedPoint(seats * days), 31, .piece("poste"))
      net = (price * FixedPoint(seats)).share(days, of: 31)
    case 2:
      let kilometres = FixedPoint(millionths: Int64(1 + draw(9999)) * 100_000)
      (quantity, base, unit, net) = (kilometres, 1, .kilometre, price * kilometres)
    default:
      let count = FixedPoint(1 + draw(500))
      (quantity, base, unit, net) = (count, 1, .piece("poste"), price * count)
    }
    return InvoiceContent.Line(
      kind: .fee, name: ["Forfait d’un poste", "Heures de nuit <R&D>", "Déplacement 🚗"][draw(3)],
      detail: "Contrat VI-2026-031, article 11.\(1 + draw(9))", quantity: quantity, unit: unit,
      unitPrice: price.euros, priceBase: base, net: net, vat: vat,
      period: (issued - 40)...(issued - 10),
      citation: Citation(
        clause: "prix.postes", number: "11.1", version: 1, reason: Reason(.feeOfMonth, [])),
      tickets: draw(2) == 0 ? [1 + draw(99)] : [], claims: [])
  }

  private func party(
    _ name: String, _ siren: String, _ siret: String, _ vat: String
  ) -> InvoiceParty {
    InvoiceParty(
      name: name, street: "27 montée du Télégraphe", postcode: "69005", town: "Lyon",
      siren: siren, siret: siret, vatNumber: vat, email: "contact@vigie.example",
      telephone: "+33400000042", electronicAddress: siren)
  }
}
