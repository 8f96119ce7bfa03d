/// How VAT falls on a line: its category, its rate, and why there is none.
package struct VATTreatment: Hashable, Sendable {
  /// UNTDID 5305, as EN 16931 takes it.
  package enum Category: String, CaseIterable, Sendable {
    case standard = "S"
    case zero = "Z"
    case exempt = "E"
    case reverseCharge = "AE"
    case intraCommunity = "K"
    case export = "G"
    case outsideScope = "O"
  }

  package var category: Category
  /// Percent.
  package var rate: FixedPoint
  /// Code of the VATEX list, and the mention that the law asks for.
  package var exemptionCode: String?
  package var exemption: String?

  package init(
    _ category: Category, rate: FixedPoint = FixedPoint(0), exemptionCode: String? = nil,
    exemption: String? = nil
  ) {
    self.category = category
    self.rate = rate
    self.exemptionCode = exemptionCode
    self.exemption = exemption
  }

  package static func standard(_ rate: FixedPoint) -> VATTreatment {
    VATTreatment(.standard, rate: rate)
  }

  /// CGI 293 B.
  package static let franchise = VATTreatment(
    .exempt, exemptionCode: "VATEX-FR-FRANCHISE",
    exemption: "TVA non applicable, art. 293 B du CGI")
  package static let reverseCharge = VATTreatment(
    .reverseCharge, exemptionCode: "VATEX-EU-AE", exemption: "Autoliquidation")
  /// CGI 294: Guyane and Mayotte.
  package static let untaxedTerritory = VATTreatment(
    .exempt, exemption: "TVA non applicable, art. 294 du CGI")
}

extension Price {
  /// A rate of zero is that of a territory without VAT; without a rate the normal one applies.
  package var vatTreatment: VATTreatment {
    switch vatRegime {
    case .franchise: return .franchise
    case .reverseCharge: return .reverseCharge
    case .normal:
      let rate = vatRate ?? FixedPoint(20)
      return rate == FixedPoint(0) ? .untaxedTerritory : .standard(rate)
    }
  }
}

/// What lines of one treatment come to (EN 16931, BG-23).
package struct VATTotal: Hashable, Sendable {
  package var treatment: VATTreatment
  /// Sum of the lines.
  package var net: Money
  /// On that sum, not line by line (BR-CO-17), rounded half up to the cent.
  package var vat: Money { net.percent(treatment.rate) }
}

extension [InvoiceLine] {
  /// One a treatment, in the order of the lines.
  package var vatTotals: [VATTotal] {
    var totals: [VATTotal] = []
    for line in self {
      if let place = totals.firstIndex(where: { $0.treatment == line.vat }) {
        totals[place].net = totals[place].net + line.net
      } else {
        totals.append(VATTotal(treatment: line.vat, net: line.net))
      }
    }
    return totals
  }
}
