import Maintenance

/// A value of the business terms of EN 16931, as the press takes them.
indirect enum TermValue: Encodable, ExpressibleByStringLiteral {
  case text(String)
  case list([TermValue])
  case fields([String: TermValue])

  init(stringLiteral value: String) { self = .text(value) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .fields(let fields): try container.encode(fields)
    }
  }

  /// Without those that are absent.
  static func present(_ fields: [String: TermValue?]) -> TermValue {
    .fields(fields.compactMapValues { $0 })
  }
}

extension String {
  fileprivate var term: TermValue { .text(self) }
}

extension InvoiceContent {
  /// The business terms, by their numbers (EN 16931-1).
  var terms: TermValue {
    .present([
      "BT-1": number.text.term, "BT-2": issued.iso.term, "BT-3": kind.rawValue.term,
      "BT-5": "EUR", "BT-9": kind.isCredit ? nil : due.iso.term,
      "BT-10": buyerReference?.term, "BT-12": reference.term, "BT-13": order?.term,
      "BT-20": payment.terms.term,
      "BT-23": frame.term, "BT-24": "urn:cen.eu:en16931:2017",
      "BT-72": period.upperBound.iso.term, "BT-73": period.lowerBound.iso.term,
      "BT-74": period.upperBound.iso.term,
      "BT-81": payment.means.term, "BT-83": number.text.term, "BT-84": payment.iban?.term,
      "BT-85": payment.iban == nil ? nil : seller.name.term, "BT-86": payment.bic?.term,
      "BT-106": net.plain.term, "BT-109": net.plain.term, "BT-110": vat.plain.term,
      "BT-112": gross.plain.term, "BT-115": gross.plain.term,
      "BG-1": .list(notes.map { .fields(["BT-21": $0.code.term, "BT-22": $0.text.term]) }),
      "BG-3": preceding.isEmpty
        ? nil
        : .list(
          preceding.map { .fields(["BT-25": $0.number.term, "BT-26": $0.issued.iso.term]) }),
      "BG-4": seller.terms(withContact: true), "BG-7": buyer.terms(withContact: false),
      "BG-23": .list(vatTotals.map(\.terms)),
      "BG-25": .list(lines.enumerated().map { $1.terms(number: $0 + 1) }),
    ])
  }
}

extension VATTotal {
  fileprivate var terms: TermValue {
    .present([
      "BT-116": net.plain.term, "BT-117": vat.plain.term,
      "BT-118": treatment.category.rawValue.term, "BT-119": treatment.rate.twoPlaces.term,
      "BT-120": treatment.exemption?.term, "BT-121": treatment.exemptionCode?.term,
    ])
  }
}

extension InvoiceContent.Line {
  fileprivate func terms(number: Int) -> TermValue {
    let counted = tickets.map(String.init).joined(separator: ", ")
    return .present([
      "BT-126": String(number).term, "BT-129": quantity.plain.term, "BT-130": unit.code.term,
      "BT-131": net.plain.term, "BT-134": period.lowerBound.iso.term,
      "BT-135": period.upperBound.iso.term, "BT-146": unitPrice.atLeastTwoPlaces.term,
      "BT-149": priceBase == 1 ? nil : String(priceBase).term,
      "BT-151": vat.category.rawValue.term,
      "BT-152": vat.rate.twoPlaces.term, "BT-153": name.term, "BT-154": detail.term,
      "BT-127-00": tickets.isEmpty
        ? nil : .list([.fields(["BT-127": "Tickets \(counted)".term])]),
    ])
  }
}

extension InvoiceParty {
  fileprivate func terms(withContact: Bool) -> TermValue {
    let contact: TermValue? =
      withContact && email != nil
      ? .list([
        .present(["name": name.term, "phone": telephone?.term, "email": email?.term])
      ]) : nil
    return .present([
      "name": name.term, "identifiers": siret.map { .fields(["0009": $0.term]) },
      "legal_identifier": siren?.term, "legal_identifier_schemeid": siren == nil ? nil : "0002",
      "vat_identifier": vatNumber?.term, "einvoicing_addr": electronicAddress?.term,
      "einvoicing_addr_schemeid": electronicAddress == nil ? nil : "0225", "contacts": contact,
      "country_code": "FR", "city": town.term, "postcode": postcode.term, "addr_l1": street.term,
    ])
  }
}

extension Money {
  /// `1963.58`.
  fileprivate var plain: String {
    let magnitude = cents.magnitude
    return "\(cents < 0 ? "-" : "")\(magnitude / 100).\(padded(Int(magnitude % 100), 2))"
  }
}

extension FixedPoint {
  /// One spelling a rate, or the rules of totals take two for two rates.
  fileprivate var twoPlaces: String {
    let hundredths = millionths / 10_000
    return "\(hundredths / 100).\(padded(Int(hundredths % 100), 2))"
  }

  fileprivate var atLeastTwoPlaces: String {
    let text = plain
    let places = text.split(separator: ".").dropFirst().first?.count ?? 0
    return switch places {
    case 0: text + ".00"
    case 1: text + "0"
    default: text
    }
  }
}
