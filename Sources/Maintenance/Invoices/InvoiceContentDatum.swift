/// How an invoice's content stands in the body of its first fact.
extension InvoiceContent {
  var fields: [String: Datum?] {
    [
      "type": .text(kind.rawValue), "series": .text(number.series.name),
      "ordinal": .integer(Int64(number.ordinal)), "number": .text(number.text),
      "issued": .text(issued.iso), "due": .text(due.iso), "period": Datum(period),
      "contract": .text(reference), "contract_version": .integer(Int64(contractVersion)),
      "seller": seller.datum, "buyer": buyer.datum, "lines": .list(lines.map(\.datum)),
      "notes": .list(
        notes.map { .fields(["code": .text($0.code), "text": .text($0.text)]) }),
      "means": .text(payment.means), "iban": payment.iban.map(Datum.text),
      "bic": payment.bic.map(Datum.text), "terms": .text(payment.terms),
      "order": order.map(Datum.text), "buyer_reference": buyerReference.map(Datum.text),
      "preceding": preceding.isEmpty
        ? nil
        : .list(
          preceding.map {
            .fields(["number": .text($0.number), "issued": .text($0.issued.iso)])
          }),
      "month": month.map { .text($0.iso) },
      // Sums follow from the lines: they stand here for who reads the fact alone.
      "net": .integer(net.cents), "vat": .integer(vat.cents), "gross": .integer(gross.cents),
    ]
  }

  init(_ fact: Fact) throws(ReplayFault) {
    let body = fact.body
    guard let series = InvoiceSeries(name: try fact.text("series")),
      let period = body["period"]?.days, let seller = body["seller"].flatMap(InvoiceParty.init),
      let buyer = body["buyer"].flatMap(InvoiceParty.init)
    else { throw ReplayFault("\(fact.kind): unreadable head") }
    self.init(
      kind: try fact.choice("type"),
      number: InvoiceNumber(series, Int(try fact.integer("ordinal"))),
      issued: try fact.day("issued"), due: try fact.day("due"), period: period,
      reference: try fact.text("contract"),
      contractVersion: Int(try fact.integer("contract_version")), seller: seller, buyer: buyer,
      lines: try fact.every("lines", Line.init), notes: try fact.every("notes", Note.init),
      payment: InvoicePayment(
        means: try fact.text("means"), iban: body["iban"]?.text, bic: body["bic"]?.text,
        terms: try fact.text("terms")),
      order: body["order"]?.text, buyerReference: body["buyer_reference"]?.text,
      preceding: body["preceding"] == nil ? [] : try fact.every("preceding", Preceding.init),
      month: body["month"]?.text.flatMap(Month.init(iso:)))
    guard body["gross"]?.integer == gross.cents else {
      throw ReplayFault("\(fact.kind): its lines do not make its total")
    }
  }
}

extension Fact {
  fileprivate func every<Value>(
    _ name: String, _ read: (Datum) -> Value?
  ) throws(ReplayFault) -> [Value] {
    let list = body[name]?.list ?? []
    let values = list.compactMap(read)
    guard body[name]?.list != nil, values.count == list.count else {
      throw ReplayFault("\(kind): unreadable \(name)")
    }
    return values
  }
}

extension Datum {
  fileprivate init(_ days: ClosedRange<Day>) {
    self = .list([.text(days.lowerBound.iso), .text(days.upperBound.iso)])
  }

  fileprivate var days: ClosedRange<Day>? {
    guard let texts = list?.compactMap(\.text), texts.count == 2, let from = Day(iso: texts[0]),
      let to = Day(iso: texts[1]), from <= to
    else { return nil }
    return from...to
  }
}

extension InvoiceContent.Line {
  fileprivate var datum: Datum {
    .fields(present: [
      "kind": .text(kind.rawValue), "name": .text(name), "detail": .text(detail),
      "quantity": .integer(quantity.millionths), "unit": .text(unit.code),
      "unit_word": .text(unit.word), "unit_price": .integer(unitPrice.millionths),
      "price_base": .integer(Int64(priceBase)), "net": .integer(net.cents), "vat": vat.datum,
      "period": Datum(period), "citation": citation.datum,
      "tickets": .list(tickets.map { .integer(Int64($0)) }),
      "claims": .list(claims.map(\.datum)),
      "corrects": corrects.map { .integer(Int64($0)) },
    ])
  }

  fileprivate init?(_ datum: Datum) {
    guard let kind = datum["kind"]?.text.flatMap(InvoiceLine.Kind.init),
      let name = datum["name"]?.text, let detail = datum["detail"]?.text,
      let quantity = datum["quantity"]?.integer, let unit = datum["unit"]?.text,
      let word = datum["unit_word"]?.text, let price = datum["unit_price"]?.integer,
      let base = datum["price_base"]?.integer, let net = datum["net"]?.integer,
      let vat = datum["vat"].flatMap(VATTreatment.init), let period = datum["period"]?.days,
      let citation = datum["citation"].flatMap(Citation.init),
      let tickets = datum["tickets"]?.list, let claims = datum["claims"]?.list
    else { return nil }
    self.init(
      kind: kind, name: name, detail: detail, quantity: FixedPoint(millionths: quantity),
      unit: LineUnit(word: word, code: unit), unitPrice: FixedPoint(millionths: price),
      priceBase: Int(base), net: Money(cents: net), vat: vat, period: period, citation: citation,
      tickets: tickets.compactMap { $0.integer.map(Int.init) },
      claims: claims.compactMap(BillingClaim.init),
      corrects: datum["corrects"]?.integer.map(Int.init))
  }
}

extension VATTreatment {
  fileprivate var datum: Datum {
    .fields(present: [
      "category": .text(category.rawValue), "rate": .integer(rate.millionths),
      "code": exemptionCode.map(Datum.text), "reason": exemption.map(Datum.text),
    ])
  }

  fileprivate init?(_ datum: Datum) {
    guard let category = datum["category"]?.text.flatMap(Category.init),
      let rate = datum["rate"]?.integer
    else { return nil }
    self.init(
      category, rate: FixedPoint(millionths: rate), exemptionCode: datum["code"]?.text,
      exemption: datum["reason"]?.text)
  }
}

extension BillingClaim {
  fileprivate var datum: Datum {
    .list([.text(subject), .text(first.iso), .text(last.iso)])
  }

  fileprivate init?(_ datum: Datum) {
    guard let texts = datum.list?.compactMap(\.text), texts.count == 3,
      let first = Day(iso: texts[1]), let last = Day(iso: texts[2]), first <= last
    else { return nil }
    self.init(texts[0], first...last)
  }
}

extension InvoiceContent.Note {
  fileprivate init?(_ datum: Datum) {
    guard let code = datum["code"]?.text, let text = datum["text"]?.text else { return nil }
    self.init(code: code, text: text)
  }
}

extension InvoiceContent.Preceding {
  fileprivate init?(_ datum: Datum) {
    guard let number = datum["number"]?.text,
      let issued = datum["issued"]?.text.flatMap(Day.init(iso:))
    else { return nil }
    self.init(number: number, issued: issued)
  }
}

extension InvoiceParty {
  fileprivate var datum: Datum {
    .fields(present: [
      "name": .text(name), "street": .text(street), "postcode": .text(postcode),
      "town": .text(town), "siren": siren.map(Datum.text), "siret": siret.map(Datum.text),
      "vat_number": vatNumber.map(Datum.text), "email": email.map(Datum.text),
      "telephone": telephone.map(Datum.text),
      "electronic_address": electronicAddress.map(Datum.text),
    ])
  }

  fileprivate init?(_ datum: Datum) {
    guard let name = datum["name"]?.text, let street = datum["street"]?.text,
      let postcode = datum["postcode"]?.text, let town = datum["town"]?.text
    else { return nil }
    self.init(
      name: name, street: street, postcode: postcode, town: town, siren: datum["siren"]?.text,
      siret: datum["siret"]?.text, vatNumber: datum["vat_number"]?.text,
      email: datum["email"]?.text, telephone: datum["telephone"]?.text,
      electronicAddress: datum["electronic_address"]?.text)
  }
}
